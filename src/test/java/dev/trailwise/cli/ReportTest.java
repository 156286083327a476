package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.testing.aws.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as a user asks for them. */
class ReportTest {
    private static final String LOGS = "logs/AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/"
            + "111122223333_CloudTrail_us-east-1_20261010T12%s_0123456789abcdef.json";

    @TempDir
    Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        List<String> events = new ArrayList<>();
        IntStream.range(0, 25)
                .forEach(i -> events.add(event("d" + i, "cloudtrail", "StopLogging", "2026-10-10T12:00:" + (10 + i))));
        events.add(event("u1", "iam", "CreateAccessKey", "2026-10-10T13:30:00"));
        write(String.format(LOGS, "05Z"), events.stream().collect(Collectors.joining(",", "{\"Records\":[", "]}")));
    }

    @Test
    void a_report_without_a_file_is_the_whole_picture_in_a_file_of_its_owner() throws IOException {
        run("report", "--logs", "logs", "--from", "7d", "-o", "r.html")
                .succeeded()
                .printedExactly("")
                .said("wrote ", "r.html");

        assertThat(page())
                .contains(
                        "From 2026-10-10T12:00:10Z to 2026-10-10T13:30:00Z UTC, 26 events in 1 account and 1 Region",
                        "Events by 10 minutes (UTC)",
                        "Events by weekday and hour (UTC)",
                        "2026-10-10 12:00: 25 events; 25 findings, highest high",
                        "<h3 id=\"section-2-1\">high: trail-stopped</h3>",
                        "first 20 of 25 rows",
                        "free (",
                        "T1562.008",
                        "Queries, prices and coverage",
                        "26 events (1 file,",
                        "FROM (SELECT",
                        "Created 2026-10-11T08:00:00Z by trailwise");
        assertThat(Files.getPosixFilePermissions(folder.resolve("r.html")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void the_same_answer_is_the_same_page() {
        String first =
                run("report", "--logs", "logs", "--from", "7d").succeeded().out();

        assertThat(run("report", "--logs", "logs", "--from", "7d").succeeded().out())
                .isEqualTo(first)
                .startsWith("<!DOCTYPE html>\n");
    }

    @Test
    void an_incident_is_told_by_the_parts_of_its_file() throws IOException {
        write("incident.yaml", """
                title: The trail stopped
                notes: Seen by the <night> shift.
                from: 2026-10-10
                to: 2026-10-10
                parts:
                  - query: event-name
                    parameters: {event_name: CreateAccessKey}
                    title: Keys
                  - sql: SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY 1 ORDER BY 1
                    title: By name
                  - follow: alice
                """);
        run("report", "incident.yaml", "--logs", "logs", "-o", "r.html").succeeded();

        assertThat(page())
                .contains(
                        "<title>The trail stopped</title>",
                        "<p>Seen by the &lt;night&gt; shift.</p>",
                        "from 2026-10-10T00:00:00Z to 2026-10-11T00:00:00Z",
                        "<h2 id=\"section-1\">Keys</h2>",
                        "<tr><td>StopLogging</td><td class=\"number\">25</td></tr>",
                        "Credentials around alice",
                        "<div class=\"head\">")
                .doesNotContain("ATT&amp;CK");
    }

    @Test
    void flags_come_before_the_scope_of_the_file() throws IOException {
        write("incident.yaml", "from: 2026-10-10\nto: 2026-10-10\nregions: [eu-west-1]\nparts: [overview]\n");

        run("report", "incident.yaml", "--logs", "logs", "--to", "2026-10-10T13:00Z", "--region", "us-east-1")
                .succeeded()
                .printed(
                        "from 2026-10-10T00:00:00Z to 2026-10-10T13:00:00Z, in all accounts, in us-east-1",
                        "25 events");
        run("report", "incident.yaml", "--logs", "logs", "--all-time")
                .succeeded()
                .printed("of all times, in all accounts, in eu-west-1", "No event is in the scope.");
    }

    @Test
    void a_report_of_logs_that_are_damaged_says_so_first_and_has_an_exit_code() throws IOException {
        write(
                String.format(LOGS, "10Z"),
                "{\"Records\":[" + event("x", "iam", "ListUsers", "2026-10-10T12:06:00") + ",{\"eventN");

        String page = run("report", "--logs", "logs", "--from", "7d").exited(3).out();

        assertThat(page.substring(page.indexOf("<main"), page.indexOf("<p>From ")))
                .contains(
                        "This report is incomplete: events may be missing",
                        "1 of 2 files could not be read completely");
        assertThat(page).contains("incomplete: events may be missing");
    }

    @Test
    void a_part_that_fails_leaves_the_others() throws IOException {
        write("incident.yaml", "parts: [overview, {sql: SELECT nope FROM cloudtrail, title: Broken}]\n");

        run("report", "incident.yaml", "--logs", "logs", "--from", "7d")
                .exited(6)
                .printed(
                        "This report is incomplete: 1 of 2 parts failed",
                        "This part failed",
                        "nope",
                        "Events by 10 minutes")
                .said("Broken: ");
        write("incident.yaml", "parts: [{sql: SELECT nope FROM cloudtrail}]\n");
        run("report", "incident.yaml", "--logs", "logs", "-o", "r.html").exited(6);
        assertThat(folder.resolve("r.html")).doesNotExist();
    }

    @Test
    void findings_of_rules_of_others_name_their_authors_and_licenses() throws IOException {
        write("rules/stopped.yml", """
                title: Trail stopped
                id: 6f3e2987-db24-4c78-a860-b4f4095a7091
                author: A. Writer
                license: DRL-1.1
                logsource: {product: aws, service: cloudtrail}
                level: critical
                detection:
                  s: {eventName: StopLogging}
                  condition: s
                """);
        write("incident.yaml", "parts: [{hunt: {sigma: rules}}]\n");

        String page = run("report", "incident.yaml", "--logs", "logs", "--from", "7d")
                .succeeded()
                .out();

        String attribution = "Sigma rule 6f3e2987-db24-4c78-a860-b4f4095a7091, by A. Writer, license DRL-1.1";
        assertThat(page).contains("<p>" + attribution + ".</p>", "<td>" + attribution + "</td>");
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        run("report", "--format", "csv").exited(2).said("a report is always HTML");
        run("report", "--logs", "logs", "-o", "none/r.html").exited(2).said("its folder does not exist");
    }

    @Test
    void all_queries_are_priced_together_before_the_first_runs() throws IOException {
        write(
                "incident.yaml",
                "from: 2026-10-07\nto: 2026-10-07\nparts: [overview, {query: top-ips}, {follow: alice}]\n");
        try (LocalAws aws = new LocalAws(folder.resolve("s3"), Clock.fixed(Shell.NOW, ZoneOffset.UTC)).withTables()) {
            onAthena(aws, "report", "incident.yaml", "--dry-run")
                    .succeeded()
                    .printed("Overview: will scan ", "Credentials around alice: at most 8 queries: will scan ")
                    .printed("at most 10 queries: will scan ", " in all\n");
            onAthena(aws, "report", "incident.yaml", "--dry-run", "--format", "json")
                    .succeeded()
                    .printed("{\"queries\":10,\"at_most\":true,\"bytes\":");
            onAthena(aws, "report", "incident.yaml", "--max-cost", "0.0003", "-o", "r.html")
                    .exited(5)
                    .said("over budget: these 3 queries cost ");
            assertThat(folder.resolve("r.html")).doesNotExist();
            assertThat(aws.athena().started()).isEmpty();
            onAthena(aws, "report", "incident.yaml", "--yes")
                    .succeeded()
                    .printed(" billed by Athena for ", "as estimated, plus $", "Events by");
        }
    }

    private Shell.Result onAthena(LocalAws aws, String... words) {
        Shell shell = new Shell(folder);
        aws.environment().forEach(shell::with);
        return shell.run(words);
    }

    private Shell.Result run(String... words) {
        return new Shell(folder).run(words);
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("r.html"));
    }

    private static String event(String id, String service, String name, String time) {
        return "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"userName\":\"alice\","
                + "\"arn\":\"arn:aws:iam::111122223333:user/alice\",\"accountId\":\"111122223333\","
                + "\"accessKeyId\":\"AKIAIOSFODNN7EXAMPLE\"},\"eventTime\":\"" + time + "Z\",\"eventSource\":\""
                + service
                + ".amazonaws.com\",\"eventName\":\"" + name + "\",\"awsRegion\":\"us-east-1\","
                + "\"sourceIPAddress\":\"203.0.113.66\",\"eventID\":\"" + id
                + "\",\"recipientAccountId\":\"111122223333\",\"requestParameters\":{\"name\":\"main\"}}";
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
