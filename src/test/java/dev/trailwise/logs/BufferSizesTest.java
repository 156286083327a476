package dev.trailwise.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.engine.FileProblem;
import dev.trailwise.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The size of the buffer changes nothing: neither the events, nor what is said of damage. */
class BufferSizesTest {
    private static final int FILES = 300;

    @TempDir
    Path folder;

    @Test
    void the_same_is_read_with_a_small_buffer_as_with_a_large_one() throws IOException {
        List<String> texts = List.of(
                Samples.records(Samples.SIGN_IN, Samples.event("A"), Samples.NETWORK, Samples.event("B")),
                Samples.event("A") + "\n" + Samples.NETWORK + "\n" + Samples.event("B") + "\n" + Samples.event("C")
                        + "\n",
                "[" + Samples.event("A") + ",\n" + Samples.SIGN_IN + "]" + Samples.SIGN_IN,
                "{\"Events\":[{\"CloudTrailEvent\":\"{\\\"eventVersion\\\":\\\"1\\\",\\\"eventName\\\":\\\"A\\\"}\"}],\"x\":1}{\"detail\":"
                        + Samples.event("B") + "}");
        for (int seed = 0; seed < FILES; seed++) {
            byte[] text = texts.get(seed % texts.size()).getBytes(StandardCharsets.UTF_8);
            byte[] mutated = seed < texts.size() ? text : Mutations.of(text, seed);
            Path file = Files.write(folder.resolve("file.json"), mutated);
            Reading large = Reading.of(Tables.EVENTS, file);
            for (int size : new int[] {1, 7, 64, 500}) {
                Reading small = Reading.of(
                        Tables.EVENTS, List.of(Reading.file(file)), new Limits(1 << 20, 1 << 20, size, 1 << 20));

                assertThat(small.rows).as("seed %s, buffer %s", seed, size).isEqualTo(large.rows);
                assertThat(where(small)).as("seed %s, buffer %s", seed, size).isEqualTo(where(large));
            }
        }
    }

    private static Optional<String> where(Reading reading) {
        // Only the first damage in full: of a cut at the very end, what follows is known only once it was looked for.
        Optional<FileProblem> problem = reading.report().problem();
        return problem.map(p -> p.reason() + " at " + p.offset());
    }
}
