package dev.trailwise.query;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The end of the description of a query that trailwise shared, by which it knows it again:
 * {@code [trailwise keys/key-activity 1a2b3c4d]}.
 *
 * @param path the query's topic and name
 * @param checksum of the text when it was shared: another one means that somebody has changed it since
 */
public record NamedQueryStamp(String path, String checksum) {
    private static final Pattern MARK = Pattern.compile("\\[trailwise (\\S+) ([0-9a-f]{8})\\]\\s*$");

    /** A path that is a file below any folder, on any system, whoever made it up. */
    private static final Pattern PATH = Pattern.compile("(?:[a-z0-9][a-z0-9_-]{0,63}/){1,4}[a-z0-9][a-z0-9_-]{0,63}");

    /** The mark of a query that is shared as this text. */
    public static NamedQueryStamp of(SavedQuery query, String text) {
        return new NamedQueryStamp(query.topic() + "/" + query.name(), checksum(text));
    }

    /** The mark in a description; nothing in a description of somebody else's. */
    public static Optional<NamedQueryStamp> find(String description) {
        Matcher matcher = MARK.matcher(description);
        return matcher.find() ? Optional.of(new NamedQueryStamp(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Whether the path is one of plain lower-case words, so that it names a file below the folder that it is put in. */
    public boolean isSafe() {
        return PATH.matcher(path).matches();
    }

    /** Whether the text is still the one that was shared. */
    public boolean isOf(String text) {
        return checksum.equals(checksum(text));
    }

    /** The query's topic; of a {@linkplain #isSafe() safe} path only. */
    public String topic() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** The query's name. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * A description that ends with the mark.
     *
     * @param most how many characters it may have; what the query says of itself is cut to fit
     */
    public String description(SavedQuery query, int most) {
        String mark = "[trailwise " + path + " " + checksum + "]";
        String about = (query.title() + (query.description().isBlank() ? "" : "\n" + query.description())).strip();
        int room = most - mark.length() - 1;
        String cut = about.length() <= room ? about : about.substring(0, Math.max(0, room - 1)) + "…";
        return cut + "\n" + mark;
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(NamedQueryText.bare(text).getBytes(StandardCharsets.UTF_8));
        String digits = Long.toHexString(crc.getValue());
        return "0".repeat(8 - digits.length()) + digits;
    }
}
