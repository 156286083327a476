package dev.trailwise.travel;

import com.maxmind.db.Reader;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.text.Sanitizer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file in MaxMind's format that says where addresses are. The names of its fields are those of GeoIP2 and GeoLite2 City,
 * which others use too.
 *
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">MaxMind DB File Format</a>
 */
final class PlaceDatabase implements Closeable {
    /** What cannot be a host name, which would be looked up. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final Path file;
    private final Reader reader;
    private final Map<String, Optional<Place>> known = new HashMap<>();

    private PlaceDatabase(Path file, Reader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** @throws Failure when the file cannot be read, or is in another format */
    static PlaceDatabase open(Path file) {
        if (!Files.isReadable(file)) {
            throw Failure.usage("cannot read the database of places " + Sanitizer.text(file.toString()));
        }
        try {
            return new PlaceDatabase(file, new Reader(file.toFile()));
        } catch (IOException | RuntimeException damaged) {
            throw broken(file, damaged);
        }
    }

    /** Its kind, as the file calls itself: {@code GeoLite2-City}. */
    String kind() {
        return Sanitizer.text(reader.getMetadata().getDatabaseType());
    }

    /**
     * Where the address is.
     *
     * @return nothing when the database does not know, or has no coordinates
     */
    Optional<Place> of(String address) {
        return known.computeIfAbsent(address, this::read);
    }

    private Optional<Place> read(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            Map<?, ?> entry = reader.get(InetAddress.getByName(address), Map.class);
            return entry == null ? Optional.empty() : place(entry);
        } catch (IOException | RuntimeException damaged) {
            throw broken(file, damaged);
        }
    }

    private static Optional<Place> place(Map<?, ?> entry) {
        Map<?, ?> location = map(entry.get("location"));
        if (!(location.get("latitude") instanceof Number latitude)
                || !(location.get("longitude") instanceof Number longitude)) {
            return Optional.empty();
        }
        double radius = location.get("accuracy_radius") instanceof Number number ? number.doubleValue() : 0;
        return Optional.of(new Place(
                text(map(map(entry.get("city")).get("names")).get("en")),
                text(map(entry.get("country")).get("iso_code")),
                latitude.doubleValue(),
                longitude.doubleValue(),
                radius));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> fields ? fields : Map.of();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Failure broken(Path file, Exception cause) {
        return new Failure(
                ExitCode.USAGE,
                "cannot read " + Sanitizer.text(file.toString()) + " as a database of places (.mmdb)",
                cause);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
