package dev.trailwise.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.trail.LogKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficGeneratorTest {
    @TempDir
    private Path folder;

    @Test
    void it_makes_as_many_events_and_files_as_asked_for() throws IOException {
        TrafficGenerator.main(folder.toString(), "1003", "40");

        Collected made = collected();
        assertThat(made.files).hasSize(40);
        assertThat(made.events(LogKind.EVENTS))
                .hasSize(1003)
                .extracting(event -> event.text("/eventID"))
                .doesNotHaveDuplicates();
    }

    @Test
    void it_is_the_same_on_every_machine_and_with_any_number_of_threads() throws Exception {
        TrafficGenerator.write(folder, 500, 20, 0);

        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        collected().files.forEach((key, content) -> {
            hash.update(key.getBytes(StandardCharsets.UTF_8));
            hash.update(content);
        });
        assertThat(HexFormat.of().formatHex(hash.digest()))
                .as("benchmarks compare over time")
                .isEqualTo("5cee1ec5027d69ec07277e886cb4aa6ced130c6b777903e7ebd6fe0660dbe7ba");
    }

    @Test
    void its_records_have_the_size_of_real_ones_and_compress_like_them() throws IOException {
        TrafficGenerator.write(folder, 2000, 20, 0);

        long json = collected().files.values().stream()
                .mapToLong(content -> content.length)
                .sum();
        long gzip = 0;
        for (Path file : files()) {
            gzip += Files.size(file);
        }
        assertThat(json / 2000).as("bytes a record").isBetween(1400L, 1700L);
        assertThat((double) json / gzip).as("ratio of compression").isBetween(5.2, 6.4);
    }

    @Test
    void uneven_files_are_mostly_small_and_hold_about_as_many_events_in_all() throws IOException {
        TrafficGenerator.write(folder, 3000, 400, 1.55);

        List<Long> events = collected().files.values().stream()
                .map(content -> new String(content, StandardCharsets.UTF_8).split("\"eventID\"", -1).length - 1L)
                .sorted()
                .toList();
        assertThat(events).hasSize(400);
        assertThat(events.get(200)).as("half of the files have fewer").isBetween(1L, 3L);
        assertThat(events.stream().mapToLong(n -> n).sum()).isBetween(2900L, 3200L);
    }

    private Collected collected() throws IOException {
        Collected collected = new Collected();
        for (Path file : files()) {
            String key = folder.relativize(file).toString().replace('\\', '/');
            collected.accept(key, Files.getLastModifiedTime(file).toInstant(), Files.readAllBytes(file));
        }
        return collected;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
