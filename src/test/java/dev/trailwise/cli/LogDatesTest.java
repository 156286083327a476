package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sample.SampleTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs that are older than the default day: which dates they have, and the command that queries those. */
class LogDatesTest {
    @TempDir
    Path folder;

    private Path logs;

    @BeforeEach
    void write() throws IOException {
        logs = Files.createDirectories(folder.resolve("logs"));
        SampleTrail.write(logs);
    }

    private Shell.Result run(String command) {
        return shell().run(command.split(" "));
    }

    private Shell shell() {
        return new Shell(folder).at(Clock.fixed(Instant.parse("2026-12-01T05:00:00Z"), ZoneOffset.UTC));
    }

    private List<Path> files(String... parts) throws IOException {
        try (Stream<Path> all = Files.walk(logs)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(parts).allMatch(file.toString()::contains))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run top-events --logs logs",
                "run top-events --logs logs --dry-run",
                "search --event-name ConsoleLogin --logs logs",
                "hunt --logs logs",
                "follow AKIAIOSFODNN7EXAMPLE --logs logs",
                "export --columns eventtime --logs logs",
                "export --format ndjson --logs logs",
            })
    void a_command_that_finds_no_day_prints_itself_with_the_days_that_there_are(String command) {
        run(command)
                .succeeded()
                .said(
                        "nothing in the last 24 hours. These logs cover 2026-10-01 to 2026-10-10. To query them:",
                        "\n  trailwise " + command + " --from 2026-10-01 --to 2026-10-10\n");
    }

    @Test
    void the_command_that_is_printed_finds_them() {
        run("run top-events --logs logs --from 2026-10-01 --to 2026-10-10")
                .succeeded()
                .printed("DescribeInstances");
    }

    @Test
    void a_word_that_the_shell_would_take_apart_is_quoted() {
        shell().run("sql", "SELECT count(*) AS n FROM cloudtrail", "--logs", "logs")
                .succeeded()
                .said(
                        "no events: nothing in the last 24 hours.",
                        "\n  trailwise sql 'SELECT count(*) AS n FROM cloudtrail' --logs logs --from 2026-10-01 --to 2026-10-10");
    }

    @Test
    void files_without_a_date_in_their_names_are_dated_by_their_events() throws IOException {
        Path flat = Files.createDirectories(folder.resolve("flat"));
        int count = 0;
        for (Path file : files("222233334444", "/CloudTrail/", "us-east-1")) {
            Files.copy(file, flat.resolve("part" + count++ + ".json.gz"));
        }
        String found = "These logs cover 2026-10-01 to 2026-10-10. To query them:";

        run("run top-events --logs flat").succeeded().said(found);
        run("cache build --logs flat --all-time").succeeded();
        run("run top-events --logs flat").succeeded().said(found);
    }

    @Test
    void days_that_are_missing_in_between_are_told() throws IOException {
        for (Path file : files("/2026/10/0")) {
            if (file.toString().matches(".*/2026/10/0[4-8]/.*")) {
                Files.delete(file);
            }
        }
        run("run top-events --logs logs --from 2026-10-05 --to 2026-10-06")
                .succeeded()
                .said("These logs cover 2026-10-01 to 2026-10-03 and 2026-10-09 to 2026-10-10; --from 2026-10-01");
        for (Path file : files("/2026/10/")) {
            if (file.toString().matches(".*/2026/10/(0[2]|09)/.*")) {
                Files.delete(file);
            }
        }
        run("run top-events --logs logs")
                .succeeded()
                .said("These logs cover 2026-10-01 and 2026-10-03 and 2026-10-10.");
    }

    @Test
    void events_that_are_just_too_old_are_dated_to_the_second() {
        shell().at(Clock.fixed(Instant.parse("2026-10-11T23:59:59Z"), ZoneOffset.UTC))
                .run("run", "top-events", "--logs", "logs")
                .succeeded()
                .said(
                        "nothing in the last 24 hours. The newest event is of 2026-10-10T",
                        "--from 2026-10-10 --to 2026-10-10");
    }

    @Test
    void digests_are_no_logs_to_query() throws IOException {
        for (Path file : files("/CloudTrail/")) {
            Files.delete(file);
        }
        Shell.Result result = run("run top-events --logs logs").succeeded();

        result.said("0 rows: these logs have no files for this query; they have CloudTrail-Insight");
        assertThat(result.err()).doesNotContain("To query them");
    }
}
