package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hunts as a user types them, over a few events. */
class HuntTest extends HuntCase {
    @Test
    void people_see_a_line_a_detection_the_most_severe_first_and_the_events_of_each() {
        Shell.Result result = hunt("--detection", "trail-gone,who-lists,busy");
        result.succeeded().said("3 findings of 3 of 3 detections", "3 events");
        assertThat(result.out()
                        .lines()
                        .filter(line -> line.contains(" trail-gone "))
                        .findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("critical").contains("1"));
        assertThat(result.out().lines().map(line -> line.split(" ")[0]))
                .containsSubsequence("critical", "medium", "low", "CRITICAL", "MEDIUM", "LOW");
        assertThat(result.out()).contains("cloudtrail:DeleteTrail", "main", "False positives: When testing.");
    }

    @Test
    void programs_get_an_event_a_line_with_all_its_detections_then_what_was_counted() throws IOException {
        Shell.Result result =
                hunt("--detection", "trail-gone,any-of,busy", "names=DeleteTrail,StopLogging", "--format", "ndjson");
        result.succeeded();
        List<JsonNode> rows = result.out().lines().map(HuntCase::json).toList();
        assertThat(rows)
                .extracting(row -> row.get("detections").toString())
                .containsExactly("[\"any-of\",\"trail-gone\"]", "[\"any-of\"]", "[\"busy\"]");
        assertThat(rows).extracting(row -> row.get("level").asText()).containsExactly("critical", "medium", "medium");
        assertThat(json(rows.get(2).get("requestparameters").asText())
                        .get("calls")
                        .asInt())
                .isEqualTo(3);
        assertThat(rows.get(2).get("eventtime").asText()).isEqualTo("2026-10-10T12:00:00Z");
    }

    @Test
    void a_log_from_stdin_is_there_for_all_queries_of_a_hunt() throws IOException {
        byte[] log;
        try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
            log = Files.readAllBytes(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }

        new Shell(folder)
                .typing(log)
                .run(
                        "hunt",
                        "--logs",
                        "-",
                        "--all-time",
                        "--detection",
                        "trail-gone,busy",
                        "--summary",
                        "--format",
                        "csv")
                .succeeded()
                .printed("critical,trail-gone,1,", "medium,busy,1,");
    }

    @Test
    void a_summary_is_a_row_a_detection_in_any_format() {
        hunt("--detection", "trail-gone,who-lists", "--summary", "--format", "csv")
                .succeeded()
                .printedExactly("""
                level,detection,findings,first_seen,last_seen,principals,accounts,mitre,title
                critical,trail-gone,1,2026-10-10T12:01:00Z,2026-10-10T12:01:00Z,1,1,,The detection trail-gone
                low,who-lists,1,2026-10-10T12:00:00Z,2026-10-10T12:00:00Z,1,1,,The detection who-lists
                """);
    }

    @Test
    void detections_are_chosen_by_level_topic_and_technique() {
        assertThat(hunt("--topic", "own", "--min-level", "medium", "--summary", "--format", "csv")
                        .out())
                .contains("trail-gone", "busy", "any-of")
                .doesNotContain("who-lists");
        assertThat(hunt("--mitre", "T1562", "--summary", "--format", "csv").out())
                .contains("trail-stopped")
                .doesNotContain("trail-gone");
    }

    @Test
    void findings_of_a_level_have_an_exit_code() {
        assertThat(hunt("--detection", "who-lists", "--fail-on", "medium").exit())
                .isZero();
        assertThat(hunt("--detection", "who-lists", "--fail-on", "low").exit()).isEqualTo(10);
        assertThat(hunt("--detection", "who-lists", "--fail-on-rows").exit()).isEqualTo(10);
        assertThat(hunt("--detection", "any-of", "names=CreateUser", "--fail-on-empty")
                        .exit())
                .isEqualTo(11);
    }

    @Test
    void nothing_found_is_an_answer() {
        hunt("--detection", "any-of", "names=CreateUser").succeeded().said("0 findings of 0 of 1 detections");
    }

    @Test
    void what_is_not_known_is_named_before_anything_runs() {
        assertThat(hunt("--detection", "trail-gon").err())
                .contains("unknown detection 'trail-gon'; did you mean 'trail-gone'?");
        assertThat(hunt("--topic", "ow").err()).contains("unknown topic of detections 'ow'");
        assertThat(hunt("--detection", "any-of", "nmes=X").err())
                .contains("none of these detections has a parameter 'nmes'");
        assertThat(hunt("--detection", "any-of", "names=").exit()).isEqualTo(2);
        assertThat(hunt("--detection", "trail-gone", "-o", "x.parquet").err())
                .contains("findings are not written as Parquet");
    }

    @Test
    void names_in_the_log_do_not_reach_the_terminal_as_escapes() {
        assertThat(hunt("--detection", "any-of").out()).contains("red").doesNotContain("\u001b");
    }

    @Test
    void since_the_last_hunt_reports_late_events_and_nothing_twice() throws IOException {
        Shell first = new Shell(folder).at(Clock.fixed(Instant.parse("2026-10-10T13:00:00Z"), ZoneOffset.UTC));
        String[] hunt = {
            "hunt", "--logs", "logs", "--since-last", "--detection", "trail-gone,who-lists,busy", "--format", "ndjson"
        };
        assertThat(first.run(hunt).out().lines()).hasSize(3);
        assertThat(first.run(hunt).succeeded().out()).isEmpty();
        Path late = folder.resolve("logs/AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/"
                + "111122223333_CloudTrail_us-east-1_20261010T1900Z_0123456789abcdee.json");
        Files.writeString(
                late, "{\"Records\":[" + event("a4", "2026-10-10T11:00:00Z", "cloudtrail", "DeleteTrail", "{}") + "]}");
        Shell next = new Shell(folder).at(Clock.fixed(Instant.parse("2026-10-11T10:00:00Z"), ZoneOffset.UTC));
        assertThat(next.run(hunt).succeeded().out().lines())
                .singleElement()
                .satisfies(
                        line -> assertThat(json(line).get("eventid").asText()).isEqualTo("a4"));
        Files.writeString(
                late, "{\"Records\":[" + event("a5", "2026-10-10T11:00:00Z", "s3", "ListBuckets", "{}") + ",{");
        next.run(hunt)
                .exited(3)
                .said("the next hunt covers the same time again")
                .printed("a5");
        next.run(hunt).exited(3).printed("a5");
        assertThat(next.run("hunt", "--logs", "logs", "--since-last", "--from", "7d")
                        .err())
                .contains("--since-last cannot be combined with --from");
    }

    @Test
    void what_was_not_shown_comes_again() {
        Shell shell = new Shell(folder).at(Clock.fixed(Instant.parse("2026-10-10T13:00:00Z"), ZoneOffset.UTC));
        String[] hunt = {"hunt", "--logs", "logs", "--since-last", "--detection", "trail-gone,busy", "--format", "csv"};
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        shell.run(closed, hunt);
        shell.run(words(hunt, "--explain"));
        shell.run(words(hunt, "--limit", "1")).exited(2).said("--since-last cannot be combined with --limit");

        assertThat(shell.run(hunt).succeeded().out().lines()).hasSizeGreaterThan(2);
        assertThat(shell.run(hunt).succeeded().out().lines()).hasSize(1);
    }

    private static String[] words(String[] words, String... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void a_dry_run_shows_the_price_of_the_one_scan_and_of_one_by_one() {
        hunt("--detection", "trail-gone,who-lists,busy", "--dry-run")
                .succeeded()
                .said(
                        "2 detections in one scan (one by one: 2 scans, $",
                        "): trail-gone, who-lists",
                        "1 detection counts or compares events, in a scan of its own: busy",
                        "2 queries: will scan ",
                        " in all");
    }

    @Test
    void a_dry_run_for_programs_is_one_document_with_the_price_of_all_queries() {
        JsonNode all = json(hunt("--detection", "trail-gone,who-lists,busy", "--dry-run", "--format", "json")
                .succeeded()
                .out());
        double each = price("trail-gone,who-lists") + price("busy");
        assertThat(all.get("queries").asInt()).isEqualTo(2);
        assertThat(all.at("/usd/total").asDouble())
                .isCloseTo(each, within(1e-9))
                .isGreaterThan(price("busy"));
        assertThat(all.get("exactness").asText()).isEqualTo("exact");
    }

    private double price(String detections) {
        String document = hunt("--detection", detections, "--dry-run", "--format", "json")
                .succeeded()
                .out();
        return json(document).at("/usd/total").asDouble();
    }

    @Test
    void a_file_is_written_once_and_a_hunt_that_fails_leaves_the_old_one() throws IOException {
        Path file = folder.resolve("found.csv");
        assertThat(hunt("--detection", "trail-gone,busy", "-o", "found.csv")
                        .succeeded()
                        .err()
                        .lines())
                .filteredOn(line -> line.startsWith("wrote "))
                .hasSize(1);
        String found = Files.readString(file);
        own(
                "broken",
                "low",
                "SELECT eventid FROM cloudtrail WHERE 1 / (length(eventid) - length(eventid)) > 0"
                        + " AND eventname = 'ListBuckets'");
        assertThat(hunt("--detection", "broken,busy", "-o", "found.csv").exit()).isNotZero();
        assertThat(file).hasContent(found);
    }

    @Test
    void a_dry_run_into_a_file_has_the_price_of_all_queries() throws IOException {
        hunt("--detection", "trail-gone,busy", "--dry-run", "-o", "price.txt").succeeded();
        assertThat(folder.resolve("price.txt")).content().startsWith("2 queries: will scan ");
    }
}
