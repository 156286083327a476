package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Hunts as a user types them, over a few events. */
class HuntTest {
    private static final String ALICE = "\"userIdentity\":{\"type\":\"IAMUser\",\"userName\":\"alice\","
            + "\"arn\":\"arn:aws:iam::111122223333:user/alice\",\"accountId\":\"111122223333\"}";

    @TempDir
    Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        Path file = folder.resolve("logs/AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/"
                + "111122223333_CloudTrail_us-east-1_20261010T1205Z_0123456789abcdef.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"Records\":["
                        + event("a1", "2026-10-10T12:00:00Z", "s3", "ListBuckets", "{}") + ","
                        + event("a2", "2026-10-10T12:01:00Z", "cloudtrail", "DeleteTrail", "{\"name\":\"main\"}") + ","
                        + event(
                                "a3",
                                "2026-10-10T12:02:00Z",
                                "cloudtrail",
                                "StopLogging",
                                "{\"name\":\"\\u001b[31mred\"}")
                        + "]}");
        own("trail-gone", "critical", "SELECT eventid FROM cloudtrail WHERE eventname = 'DeleteTrail'");
        own("who-lists", "low", "SELECT eventid FROM cloudtrail WHERE action = 's3:ListBuckets' ORDER BY eventtime");
        own(
                "busy",
                "medium",
                "SELECT principal, count(*) AS calls, min(eventtime) AS first_seen FROM cloudtrail GROUP BY 1 HAVING"
                        + " count(*) > 2");
        own(
                "any-of",
                "medium",
                "SELECT eventid FROM cloudtrail WHERE eventname IN (:names)",
                "parameters:\n  names: {type: event-name, list: true, default: [StopLogging]}\n");
    }

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
        List<JsonNode> rows = result.out().lines().map(HuntTest::json).toList();
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

    @Test
    void findings_go_to_a_store_of_findings_as_ocsf() throws IOException {
        Shell.Result result = hunt("--detection", "trail-gone,any-of,busy", "names=DeleteTrail", "--format", "ocsf");
        List<JsonNode> findings =
                result.succeeded().out().lines().map(HuntTest::json).toList();
        assertThat(findings).hasSize(3).allSatisfy(finding -> {
            assertThat(finding.path("class_uid").asInt()).isEqualTo(2004);
            assertThat(finding.path("type_uid").asInt()).isEqualTo(200_401);
            assertThat(finding.path("time").asLong()).isEqualTo(Shell.NOW.toEpochMilli());
            assertThat(finding.at("/metadata/version").asText()).isEqualTo("1.5.0");
            assertThat(finding.at("/metadata/product/vendor_name").asText()).isNotEmpty();
            assertThat(finding.at("/finding_info/uid").asText()).isNotEmpty();
            assertThat(finding.path("evidences").get(0).has("data")).isTrue();
        });
        JsonNode gone = findings.stream()
                .filter(finding -> finding.at("/finding_info/uid").asText().equals("trail-gone:a2"))
                .findFirst()
                .orElseThrow();
        assertThat(gone.path("severity_id").asInt()).isEqualTo(5);
        assertThat(gone.path("severity").asText()).isEqualTo("Critical");
        assertThat(gone.path("start_time").asLong())
                .isEqualTo(Instant.parse("2026-10-10T12:01:00Z").toEpochMilli());
        assertThat(gone.at("/evidences/0/api/operation").asText()).isEqualTo("DeleteTrail");
        assertThat(gone.at("/evidences/0/api/service/name").asText()).isEqualTo("cloudtrail");
        assertThat(gone.at("/cloud/account/uid").asText()).isEqualTo("111122223333");
    }

    @Test
    void a_layer_of_the_navigator_scores_techniques_by_findings() throws IOException {
        own(
                "stopped",
                "high",
                "SELECT eventid FROM cloudtrail WHERE eventname IN ('StopLogging', 'DeleteTrail')",
                "mitre: [T1562.008]\n");
        own("never", "low", "SELECT eventid FROM cloudtrail WHERE eventname = 'Never'", "mitre: [T1110, T1562.008]\n");
        Shell.Result result = hunt("--detection", "stopped,never,busy", "--format", "navigator");
        JsonNode layer = json(result.succeeded().out());
        assertThat(layer.at("/versions/layer").asText()).isEqualTo("4.5");
        assertThat(layer.path("domain").asText()).isEqualTo("enterprise-attack");
        assertThat(layer.at("/gradient/maxValue").asInt()).isEqualTo(2);
        assertThat(layer.path("techniques"))
                .extracting(
                        technique -> technique.path("techniqueID").asText(),
                        technique -> technique.path("score").asInt(),
                        technique -> technique.path("comment").asText())
                .containsExactly(
                        tuple("T1110", 0, "never (low): 0"),
                        tuple("T1562.008", 2, "stopped (high): 2\nnever (low): 0"));
    }

    @Test
    void a_detection_is_a_test_case_for_continuous_integration() throws Exception {
        Shell.Result result = hunt(
                "--detection",
                "trail-gone,who-lists,any-of",
                "--format",
                "junit",
                "--fail-on",
                "medium",
                "-o",
                "t.xml");
        assertThat(result.exit()).isEqualTo(10);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("t.xml").toFile())
                .getDocumentElement();
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(suite.getElementsByTagName("system-out").getLength()).isEqualTo(1);
        assertThat(suite.getTextContent())
                .contains("DeleteTrail", "\\u001b[31mred")
                .doesNotContain("\u001b");
    }

    @Test
    void findings_go_to_a_timeline() throws IOException {
        JsonNode line = json(hunt("--detection", "trail-gone", "--format", "timesketch")
                .succeeded()
                .out()
                .strip());
        assertThat(line.path("message").asText())
                .isEqualTo("critical trail-gone: cloudtrail:DeleteTrail by arn:aws:iam::111122223333:user/alice on main"
                        + ": success");
        assertThat(line.path("datetime").asText()).isEqualTo("2026-10-10T12:01:00Z");
        assertThat(line.path("timestamp_desc").asText()).isEqualTo("eventtime");
    }

    @Test
    void formats_of_findings_are_refused_where_there_are_none_or_not_all() {
        Shell shell = new Shell(folder);
        shell.run("sql", "SELECT 1", "--logs", "logs", "--format", "ocsf")
                .exited(2)
                .said("ocsf is a format of findings; 'trailwise hunt' writes it");
        shell.run("queries", "list", "--format", "navigator").exited(2).said("navigator is a format of findings");
        hunt("--format", "ocsf", "--summary").exited(2).said("--summary does not apply to ocsf");
        hunt("--format", "junit", "--limit", "1").exited(2).said("--limit does not apply to junit");
        hunt("--format", "navigator", "--columns", "action").exited(2).said("--columns does not apply to navigator");
    }

    private Shell.Result hunt(String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "hunt";
        words[1] = "--logs";
        words[2] = "logs";
        System.arraycopy(more, 0, words, 3, more.length);
        return new Shell(folder).run(words);
    }

    private void own(String name, String level, String sql, String... matter) throws IOException {
        Path file = folder.resolve("queries/own/" + name + ".sql");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "/*---\ntitle: The detection " + name + "\nkind: detection\nlevel: " + level
                        + "\nfalse_positives: When testing.\n" + String.join("", matter) + "---*/\n" + sql + "\n");
        Files.writeString(folder.resolve("trailwise.yaml"), "queries: queries\n");
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }

    private static String event(String id, String time, String service, String name, String request) {
        return "{\"eventVersion\":\"1.08\",\"eventTime\":\"" + time + "\",\"eventID\":\"" + id + "\",\"eventName\":\""
                + name
                + "\",\"eventSource\":\"" + service + ".amazonaws.com\",\"awsRegion\":\"us-east-1\","
                + "\"recipientAccountId\":\"111122223333\",\"requestParameters\":" + request + "," + ALICE + "}";
    }
}
