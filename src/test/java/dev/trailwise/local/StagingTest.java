package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cost.Bytes;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.testing.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that need more memory than there is: whole, or a failure that says what to do; never the end of the process. */
class StagingTest {
    private static final String EVENTS = "\"sec\".\"events\"";
    private static final int FILES = 12;
    private static final int EVENTS_A_FILE = 5_000;

    @TempDir
    static Path root;

    @TempDir
    Path work;

    @BeforeAll
    static void write() throws IOException {
        Random random = new Random(1);
        String[] words = Stream.generate(() -> random.ints(200, 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .limit(200)
                .toArray(String[]::new);
        for (int file = 0; file < FILES; file++) {
            int first = file * EVENTS_A_FILE;
            String records = IntStream.range(first, first + EVENTS_A_FILE)
                    .mapToObj(n -> "{\"eventTime\":\"2026-11-20T10:00:00Z\",\"eventName\":\"A\",\"eventID\":\"" + n
                            + "\",\"requestParameters\":{\"n\":" + n + ",\"w\":\""
                            + IntStream.range(0, 25)
                                    .mapToObj(k -> words[random.nextInt(words.length)])
                                    .collect(Collectors.joining())
                            + "\"}}")
                    .collect(Collectors.joining(","));
            try (OutputStream out =
                    new GZIPOutputStream(Files.newOutputStream(root.resolve("a" + file + ".json.gz")), 1 << 16)) {
                out.write(("{\"Records\":[" + records + "]}").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"300MB, false", "600MB, false", "600MB, true"})
    void rows_that_do_not_fit_in_memory_are_all_there_or_the_query_fails(String memory, boolean cache) {
        ResourceLimits limits =
                new ResourceLimits(Optional.of(Bytes.parse(memory)), Optional.empty(), work.resolve("spill"));
        for (String sql : new String[] {
            "SELECT DISTINCT requestparameters FROM " + EVENTS,
            "SELECT eventid, requestparameters FROM " + EVENTS + " ORDER BY requestparameters DESC",
            "SELECT requestparameters, count(*) AS n FROM " + EVENTS + " GROUP BY requestparameters"
        }) {
            Optional<Path> store = cache ? Optional.of(work.resolve("store")) : Optional.empty();
            try (LocalEngine engine = LocalEngine.open(root, store, limits, Clock.systemUTC())) {
                long rows =
                        Collected.of(engine.start(Questions.ask(sql))).answer().rows();
                assertThat(rows).as(sql).isEqualTo((long) FILES * EVENTS_A_FILE);
            } catch (Failure failure) {
                assertThat(failure.exitCode()).isEqualTo(ExitCode.QUERY_FAILED);
                Told.with("--memory").accept(failure);
            }
        }
        assertThat(work.resolve("spill")).isEmptyDirectory();
    }
}
