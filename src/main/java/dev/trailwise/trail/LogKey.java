package dev.trailwise.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a log file says of its contents. Works on S3 keys and on paths of downloaded copies, as much of the
 * tree as was kept: the whole key, from the {@code CloudTrail} folder down, or the file's name alone.
 *
 * @param kind what the file holds
 * @param partition where its events belong
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html">CloudTrail
 *     log file names</a>
 */
public record LogKey(LogKind kind, Partition partition) {
    /** Old names lack the underscore before the unique string; digests name their trail and home Region first. */
    private static final Pattern NAME = Pattern.compile(
            "(?:^|.*/)([0-9]{12})_(CloudTrail|CloudTrail-[A-Za-z]+)_([a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2})_"
                    + "(?:.*_)?([0-9]{4})([0-9]{2})([0-9]{2})T[0-9]{4}(?:[0-9]{2})?Z[^/]*");

    /**
     * Reads a key or path with forward slashes.
     *
     * @return nothing when neither the folders nor the name tell account, Region and day
     */
    public static Optional<LogKey> parse(String path) {
        Optional<Folders> folders = Folders.of(path);
        if (folders.isPresent() && folders.get().account().isPresent()) {
            return folders.get().key(folders.get().account().get());
        }
        Matcher name = NAME.matcher(path);
        if (!name.matches()) {
            return Optional.empty();
        }
        return folders.isPresent()
                ? folders.get().key(name.group(1))
                : key(name.group(1), name.group(2), name.group(3), name.group(4), name.group(5), name.group(6));
    }

    private static Optional<LogKey> key(
            String account, String folder, String region, String year, String month, String day) {
        Optional<LogKind> kind = LogKind.ofFolder(folder);
        Optional<AccountId> owner = AccountId.tryParse(account);
        Optional<Region> place = Region.tryParse(region);
        Optional<LogDay> date = LogDay.tryParse(year, month, day);
        return kind.isPresent() && owner.isPresent() && place.isPresent() && date.isPresent()
                ? Optional.of(new LogKey(kind.get(), new Partition(owner.get(), place.get(), date.get())))
                : Optional.empty();
    }

    /** The folders {@code account/kind/region/year/month/day} above a file. Not by a pattern: paths come by the thousand. */
    private record Folders(
            Optional<String> account, String kind, String region, String year, String month, String day) {
        /** Nothing when the folders are not those of a log. */
        static Optional<Folders> of(String path) {
            List<String> up = up(path);
            if (up.size() < 6
                    || up.get(0).isEmpty()
                    || !isNumber(up.get(1), 2)
                    || !isNumber(up.get(2), 2)
                    || !isNumber(up.get(3), 4)
                    || !up.get(5).startsWith(LogKind.EVENTS.folder())) {
                return Optional.empty();
            }
            Optional<String> account =
                    up.size() > 6 && isNumber(up.get(6), 12) ? Optional.of(up.get(6)) : Optional.empty();
            return Optional.of(new Folders(account, up.get(5), up.get(4), up.get(3), up.get(2), up.get(1)));
        }

        /** The file's name and the folders above it, nearest first, up to the account. */
        private static List<String> up(String path) {
            List<String> up = new ArrayList<>(7);
            for (int end = path.length(); end >= 0 && up.size() < 7; end = path.lastIndexOf('/', end - 1)) {
                up.add(path.substring(path.lastIndexOf('/', end - 1) + 1, end));
            }
            return up;
        }

        private static boolean isNumber(String text, int length) {
            return text.length() == length && LogDay.isNumber(text);
        }

        Optional<LogKey> key(String account) {
            return LogKey.key(account, kind, region, year, month, day);
        }
    }
}
