package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trailwise.cost.ScanPrice;
import dev.trailwise.history.Ledger;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.history.Outcome;
import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.testing.aws.athena.AthenaServer;
import dev.trailwise.testing.aws.athena.Course;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program of its own is told to end while its query runs: the query must not go on, and its price be known. */
class AthenaInterruptTest {
    @TempDir
    static Path folder;

    private static LocalAws aws;

    @BeforeAll
    static void serve() {
        aws = new LocalAws(folder.resolve("s3"), Clock.systemUTC()).withTables();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @ParameterizedTest
    @CsvSource({"INT,130,sql", "TERM,143,sql", "INT,130,hunt"})
    void the_query_is_stopped_and_what_it_cost_is_said_and_written_down(String signal, int exit, String command)
            throws IOException, InterruptedException {
        assumeTrue(
                signal.equals("TERM") || !interruptIsIgnored(), "SIGINT is ignored here, and so by programs it starts");
        AthenaServer athena = aws.athena().next(Course.SWIFT.running(Duration.ofSeconds(60)));
        int before = athena.started().size();
        Path err = folder.resolve(signal + command);
        Process program = command.equals("hunt") ? program(err, "hunt") : program(err);
        while (athena.started().size() == before
                || athena.scanned(athena.started().get(before)) == 0) {
            assertThat(program.isAlive()).as(() -> read(err)).isTrue();
            Thread.sleep(20);
        }
        String query = athena.started().get(before);

        new ProcessBuilder("kill", "-" + signal, String.valueOf(program.pid()))
                .start()
                .waitFor();

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(() -> read(err)).isEqualTo(exit);
        assertThat(athena.state(query)).isEqualTo("CANCELLED");
        assertThat(athena.started()).as("no query after it").hasSize(before + 1);
        assertThat(read(err)).contains("billed $0.00005 for 10.0 MB", "before it was stopped", query);
        LedgerEntry entry = remembered(query);
        assertThat(entry.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(entry.spent().orElseThrow().scanned().count()).isEqualTo(athena.scanned(query));
        assertThat(entry.spent().orElseThrow().usd())
                .isEqualTo(ScanPrice.LIST.of(entry.spent().get().scanned()));
    }

    @Test
    void a_program_that_is_killed_leaves_its_query_in_the_history() throws IOException, InterruptedException {
        AthenaServer athena = aws.athena().next(Course.SWIFT.running(Duration.ofSeconds(3)));
        int before = athena.started().size();
        Process program = program(folder.resolve("killed"));
        while (athena.started().size() == before) {
            Thread.sleep(20);
        }
        String query = athena.started().get(before);
        while (Ledger.open(history()).find(query).isEmpty()) {
            Thread.sleep(20);
        }

        program.destroyForcibly().waitFor();

        LedgerEntry entry = remembered(query);
        assertThat(entry.outcome()).isEqualTo(Outcome.STARTED);
        assertThat(entry.cost()).isEqualTo(entry.expected().orElseThrow().usd());
    }

    private static Process program(Path err) throws IOException {
        return program(err, "sql", "SELECT count(*) AS n FROM cloudtrail");
    }

    private static Process program(Path err, String... question) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.trailwise.Main"));
        words.addAll(List.of(question));
        words.addAll(List.of("--from", "2026-10-01", "--to", "2026-10-10"));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("TRAILWISE_"));
        builder.environment().keySet().removeAll(List.of("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"));
        builder.environment().putAll(aws.environment());
        builder.environment().put("HOME", folder.resolve("home").toString());
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(err.toFile())
                .start();
    }

    /** A shell without job control has what it starts in the background ignore SIGINT, and all that that starts. */
    private static boolean interruptIsIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private static Path history() {
        return folder.resolve("home/.local/share/trailwise/history");
    }

    private static LedgerEntry remembered(String query) {
        List<LedgerEntry> found = Ledger.open(history()).find(query);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
