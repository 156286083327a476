package dev.trailwise.oracle;

import dev.trailwise.sample.SampleTrail;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Partition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The records of the sample trail. They are written as one file a partition, so that Trino opens few files. */
final class Sample {
    private static final String OPENING = "{\"Records\":[";
    private static final String CLOSING = "]}";

    private final Map<LogKind, Map<Partition, List<String>>> records = new TreeMap<>();

    Sample() throws IOException {
        SampleTrail.deliver((key, delivered, gzip) -> LogKey.parse(key).ifPresent(at -> add(at, gzip)));
    }

    private void add(LogKey at, byte[] gzip) {
        String text = inflated(gzip);
        if (text.startsWith(OPENING) && text.endsWith(CLOSING) && text.length() > OPENING.length() + CLOSING.length()) {
            records.computeIfAbsent(at.kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(at.partition(), partition -> new ArrayList<>())
                    .add(text.substring(OPENING.length(), text.length() - CLOSING.length()));
        }
    }

    /** Writes a trail's files below a folder. */
    void write(TestTrail trail, Path folder) throws IOException {
        for (var kind : records.entrySet()) {
            for (var partition : kind.getValue().entrySet()) {
                if (trail.holds(partition.getKey())) {
                    String prefix =
                            trail.layout(kind.getKey(), partition.getKey()).prefix(partition.getKey());
                    Path file = folder.resolve(prefix + name(kind.getKey(), partition.getKey()));
                    Files.createDirectories(file.getParent());
                    Files.write(file, deflated(OPENING + String.join(",", partition.getValue()) + CLOSING));
                }
            }
        }
    }

    private static String name(LogKind kind, Partition partition) {
        String day = partition.day().partitionValue().replace("/", "");
        return String.join(
                        "_",
                        partition.account().digits(),
                        kind.folder(),
                        partition.region().code(),
                        day) + "T2359Z_Oracle0123456789.json.gz";
    }

    private static String inflated(byte[] gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] deflated(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
