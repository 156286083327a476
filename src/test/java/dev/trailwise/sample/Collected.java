package dev.trailwise.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.LogKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The files of a made-up trail, read with Jackson: another reader than the program's own. */
final class Collected implements TrailSink {
    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, byte[]> files = new LinkedHashMap<>();
    final List<Read> events = new ArrayList<>();

    /** A record, with the file that it is in. */
    record Read(String key, LogKind kind, Instant delivered, JsonNode record) {
        String text(String pointer) {
            return record.at(pointer).asText("");
        }

        @Override
        public String toString() {
            return text("/eventTime") + " " + text("/eventName") + " " + text("/errorCode");
        }

        Instant time() {
            return Instant.parse(text("/eventTime"));
        }
    }

    static Collected sample() {
        return Sample.ONCE;
    }

    @Override
    public void accept(String key, Instant delivered, byte[] gzip) throws IOException {
        byte[] content = unzip(gzip);
        if (files.put(key, content) != null) {
            throw new IllegalStateException("two files of one key: " + key);
        }
        LogKind kind = LogKey.parse(key).orElseThrow().kind();
        JsonNode tree = JSON.readTree(content);
        tree.path("Records").forEach(record -> events.add(new Read(key, kind, delivered, record)));
    }

    Stream<Read> events(LogKind kind) {
        return events.stream().filter(event -> event.kind() == kind);
    }

    Stream<Read> calls(String accessKey, String address) {
        return events(LogKind.EVENTS)
                .filter(event -> event.text("/userIdentity/accessKeyId").equals(accessKey))
                .filter(event -> event.text("/sourceIPAddress").equals(address));
    }

    static byte[] unzip(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    private static final class Sample {
        static final Collected ONCE = collect();

        private static Collected collect() {
            Collected collected = new Collected();
            try {
                SampleTrail.deliver(collected);
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
            return collected;
        }
    }
}
