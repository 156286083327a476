package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sample.SampleTrail;
import dev.trailwise.testing.aws.LocalAws;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that shows how far the reading of logs is. */
class ProgressLineTest {
    private static final String CLEAR = "\r\u001b[K";
    private static final String COUNT = "SELECT eventsource, count(*) AS n FROM cloudtrail GROUP BY 1 ORDER BY 1";

    @TempDir
    static Path folder;

    private static Path logs;

    @BeforeAll
    static void sample() throws Exception {
        logs = folder.resolve("logs");
        SampleTrail.write(logs);
    }

    @Test
    void a_long_reading_shows_the_bytes_read_of_the_bytes_in_scope_and_the_events_so_far() {
        List<String> drawn = drawn(count("012", Slow.by(Duration.ofMillis(400))).err());

        assertThat(drawn).hasSizeGreaterThan(2);
        assertThat(drawn)
                .allSatisfy(line -> assertThat(line)
                        .matches("reading logs: [0-9.]+ k?M?B of [0-9.]+ k?MB"
                                + "(, [0-9.]+ k?M?B/s(, ~[0-9]+ (s|min|h) left)?)?, [0-9,]+ of [0-9,]+ files")
                        .hasSizeLessThan(80));
    }

    @Test
    void it_ends_with_all_bytes_and_all_files() {
        Shell.Result result = count("012", Slow.by(Duration.ofMinutes(1)));

        String last = drawn(result.err()).stream().reduce("", (a, b) -> b);
        assertThat(last).matches("reading logs: (.*) of \\1, [0-9.]+ k?B/s, ([0-9,]+) of \\2 files");
        String files = last.replaceAll(".* of ([0-9,]+) files.*", "$1");
        assertThat(result.err()).contains("(" + files + " files, ");
    }

    @Test
    void the_screen_shows_it_no_more_when_the_rows_are_there() {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Shell.Result shown = shell("012", Slow.by(Duration.ofMillis(400))).onScreen(screen, arguments());
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        shell("012", Slow.by(Duration.ZERO)).onScreen(plain, arguments());

        assertThat(shown.exit()).isZero();
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("reading logs");
        assertThat(screenOf(screen)).isEqualTo(screenOf(plain)).doesNotContain("reading logs");
    }

    @Test
    void a_short_reading_shows_nothing() {
        assertThat(count("012", Slow.by(Duration.ZERO)).err()).doesNotContain("reading logs", "\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "1"})
    void a_pipe_gets_nothing_of_it(String terminals) {
        assertThat(count(terminals, Slow.by(Duration.ofMillis(400))).err()).doesNotContain("reading logs", "\r");
    }

    @Test
    void quiet_shows_nothing() {
        assertThat(count("012", Slow.by(Duration.ofMillis(400)), "--quiet").err())
                .doesNotContain("reading logs", "\r");
    }

    @Test
    void a_narrow_terminal_gets_a_line_that_does_not_wrap() {
        Shell shell = shell("012", Slow.by(Duration.ofMillis(400))).with("TRAILWISE_COLUMNS", "30");

        assertThat(drawn(shell.run(arguments()).err()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(30));
    }

    @Test
    void an_error_is_written_after_it_is_erased() {
        Shell.Result result = shell("012", Slow.by(Duration.ofMillis(400)))
                .run(
                        "sql",
                        "SELECT sum(CAST(eventname AS integer)) FROM cloudtrail",
                        "--logs",
                        logs.toString(),
                        "--all-time",
                        "--no-cache");

        assertThat(result.exit()).isNotZero();
        assertThat(screenOf(result.err())).contains("error").doesNotContain("reading logs");
    }

    @Test
    void building_the_cache_shows_it_too() {
        Shell.Result result = shell("012", Slow.by(Duration.ofMillis(400)))
                .run("cache", "build", "--logs", logs.toString(), "--all-time");

        assertThat(drawn(result.succeeded().err())).isNotEmpty();
        assertThat(screenOf(result.err())).doesNotContain("reading logs");
    }

    @Test
    void rows_into_a_file_leave_it_until_all_is_read() {
        Shell.Result result = count(
                "02",
                Slow.by(Duration.ofMillis(400)),
                "-o",
                folder.resolve("a.csv").toString());

        assertThat(drawn(result.succeeded().err())).isNotEmpty();
        assertThat(screenOf(result.err())).doesNotContain("reading logs").contains("wrote ");
    }

    @Test
    void a_result_of_athena_that_goes_to_a_file_shows_the_bytes_and_the_pace() {
        try (LocalAws aws = aws("result")) {
            Shell shell = shell("02", Slow.by(Duration.ofMillis(400)));
            aws.environment().forEach(shell::with);

            Shell.Result result = shell.run(
                            "sql",
                            "SELECT eventtime, eventname, requestparameters FROM cloudtrail",
                            "--from",
                            "2026-10-01",
                            "--to",
                            "2026-10-10",
                            "--engine",
                            "athena",
                            "--yes",
                            "-o",
                            folder.resolve("result.csv").toString())
                    .succeeded();

            assertThat(drawn(result.err(), "reading the result"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line)
                            .matches("reading the result: [0-9.]+ k?M?B of [0-9.]+ k?MB.*")
                            .hasSizeLessThan(80));
        }
    }

    @Test
    void the_folders_of_a_bucket_show_how_many_requests_were_made() {
        try (LocalAws aws = aws("survey")) {
            Shell shell = shell("2", Slow.by(Duration.ofMillis(400)));
            aws.environment().forEach(shell::with);

            for (String command : List.of("init --bucket example-trail --stdout", "table show", "doctor")) {
                String err = shell.run(command.split(" ")).err();

                assertThat(drawn(err, "looking up accounts"))
                        .as(command)
                        .isNotEmpty()
                        .allSatisfy(line ->
                                assertThat(line).matches("looking up accounts and Regions: [0-9,]+ requests so far"));
                assertThat(screenOf(err)).doesNotContain("looking up accounts");
            }
        }
    }

    @Test
    void deleting_copies_shows_the_files() throws IOException {
        Shell shell = shell("2", Slow.by(Duration.ofMillis(400)))
                .with("XDG_DATA_HOME", folder.resolve("data").toString());
        SampleTrail.write(Files.createDirectories(folder.resolve("data/trailwise/archive/example-trail")));

        String err = shell.run("archive", "prune", "--before", "2026-10-05", "--yes")
                .succeeded()
                .err();

        assertThat(drawn(err, "deleting logs"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches("deleting logs: [0-9,]+ of [0-9,]+ files"));
        assertThat(screenOf(err)).contains("deleted ").doesNotContain("deleting logs");
    }

    private static LocalAws aws(String name) {
        LocalAws aws = new LocalAws(folder.resolve(name), Clock.fixed(Shell.NOW, ZoneOffset.UTC)).withTables();
        aws.lookup(SampleTrail.PRODUCTION);
        return aws;
    }

    @Test
    void the_bytes_grow_within_one_large_file() throws IOException {
        String event = "{\"eventVersion\":\"1.08\",\"eventTime\":\"2026-10-10T10:00:00Z\",\"eventName\":\"A\","
                + "\"eventSource\":\"s3.amazonaws.com\",\"awsRegion\":\"us-east-1\",\"eventID\":\"1\"}\n";
        Path large = Files.writeString(folder.resolve("large.json"), event.repeat(20_000));
        Shell.Result result = shell("012", Slow.by(Duration.ofMillis(400)))
                .run("sql", COUNT, "--logs", large.toString(), "--all-time", "--no-cache");

        assertThat(drawn(result.succeeded().err()).stream().map(line -> line.replaceAll(" of .*", "")))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(3);
    }

    private static Shell.Result count(String terminals, Clock clock, String... more) {
        List<String> arguments = new ArrayList<>(List.of(arguments()));
        arguments.addAll(List.of(more));
        return shell(terminals, clock).run(arguments.toArray(String[]::new)).succeeded();
    }

    private static String[] arguments() {
        return new String[] {"sql", COUNT, "--logs", logs.toString(), "--all-time", "--no-cache"};
    }

    private static Shell shell(String terminals, Clock clock) {
        return new Shell(folder).with("TRAILWISE_TTY", terminals).at(clock);
    }

    /** The states of the line, one after another. */
    private static List<String> drawn(String err) {
        return drawn(err, "reading logs");
    }

    private static List<String> drawn(String err, String beginning) {
        List<String> lines = new ArrayList<>();
        for (String part : err.split(CLEAR.replace("[", "\\["), -1)) {
            if (part.startsWith(beginning)) {
                lines.add(part.lines().findFirst().orElse(""));
            }
        }
        return lines;
    }

    private static String screenOf(ByteArrayOutputStream bytes) {
        return screenOf(bytes.toString(StandardCharsets.UTF_8));
    }

    /** What a terminal shows in the end: a carriage return goes back, and the sequence erases to the end of the line. */
    private static String screenOf(String text) {
        return text.replaceAll("[^\n]*\r\u001b\\[K", "");
    }

    /** A clock on which each look takes some time. */
    private static final class Slow extends Clock {
        private final AtomicReference<Instant> time = new AtomicReference<>(Shell.NOW);
        private final Duration step;

        private Slow(Duration step) {
            this.step = step;
        }

        static Clock by(Duration step) {
            return new Slow(step);
        }

        @Override
        public Instant instant() {
            return time.getAndUpdate(now -> now.plus(step));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
