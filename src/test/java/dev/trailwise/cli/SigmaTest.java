package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sigma rules as a user gives them, good and bad in one folder. */
class SigmaTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeRulesAndLogs() throws IOException {
        write("rules/trail_gone.yml", """
                title: Trail deleted
                id: 6f3e2987-db24-4c78-a860-b4f4095a7091
                author: A. Writer
                license: DRL-1.1
                logsource: {product: aws, service: cloudtrail}
                level: high
                detection:
                  s: {eventSource: cloudtrail.amazonaws.com, eventName: deletetrail}
                  failed: {errorCode|exists: true}
                  condition: s and not failed
                """);
        write("rules/any_key.yml", """
                title: Keys of others
                logsource: {product: aws, service: cloudtrail}
                level: low
                detection:
                  s: {eventName: CreateAccessKey}
                  own: {userIdentity.userName|fieldref: requestParameters.userName}
                  condition: s and not own
                """);
        write("rules/other.yml", "title: W\nlogsource: {product: windows}\ndetection: {s: {a: b}, condition: s}\n");
        write(
                "logs/AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/"
                        + "111122223333_CloudTrail_us-east-1_20261010T1205Z_0123456789abcdef.json",
                "{\"Records\":["
                        + event("a1", "cloudtrail", "DeleteTrail", "")
                        + "," + event("a2", "cloudtrail", "DeleteTrail", ",\"errorCode\":\"AccessDenied\"")
                        + "," + event("a3", "iam", "CreateAccessKey", ",\"requestParameters\":{\"userName\":\"bob\"}")
                        + "," + event("a4", "iam", "CreateAccessKey", ",\"requestParameters\":{\"userName\":\"ALICE\"}")
                        + "]}");
    }

    @Test
    void check_says_of_each_rule_in_a_line_what_it_does_here() throws IOException {
        run("sigma", "check", "rules").succeeded().said("2 rules run, 0 refused, 1 for other logs, 0 warnings");
        bad();
        Shell.Result result = run("sigma", "check", "rules");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEqualTo("""
                        runs     rules/any_key.yml:1: low, Keys of others: looks at CreateAccessKey
                        refused  rules/bad.yml:3: Bad: unknown modifier 'contians'; did you mean 'contains'?
                        skipped  rules/other.yml:1: W: for windows logs
                        runs     rules/trail_gone.yml:1: high, Trail deleted: looks at deletetrail
                        """);
        assertThat(run("sigma", "check", "rules", "--format", "ndjson").out())
                .contains("{\"verdict\":\"refused\",\"file\":\"rules/bad.yml\",\"line\":\"3\",\"level\":null");
    }

    @Test
    void what_convert_prints_finds_what_the_rule_means() {
        String sql = run("sigma", "convert", "rules/any_key.yml").succeeded().out();
        assertThat(run(
                                "sql",
                                sql.replace(";", ""),
                                "--logs",
                                "logs",
                                "--all-time",
                                "--columns",
                                "eventid",
                                "--format",
                                "csv")
                        .succeeded()
                        .out())
                .isEqualTo("eventid\na3\n");
    }

    @Test
    void a_hunt_finds_what_rules_mean_and_names_their_authors() {
        Shell.Result people = run("hunt", "--sigma", "rules", "--logs", "logs", "--all-time");
        people.succeeded().said("2 findings of 2 of 2 detections");
        assertThat(people.out())
                .contains("HIGH  trail_gone")
                .contains("Sigma rule 6f3e2987-db24-4c78-a860-b4f4095a7091, by A. Writer, license DRL-1.1")
                .contains("Sigma rule, author not stated, license not stated");
        Shell.Result programs = run(
                "hunt",
                "--sigma",
                "rules",
                "--logs",
                "logs",
                "--all-time",
                "--min-level",
                "high",
                "--format",
                "ndjson");
        assertThat(programs.out().lines())
                .singleElement()
                .asString()
                .contains(
                        "\"eventid\":\"a1\",\"detections\":[\"trail_gone\"],\"level\":\"high\",\"attribution\":\"Sigma rule"
                                + " 6f3e2987-db24-4c78-a860-b4f4095a7091, by A. Writer, license DRL-1.1\"");
        assertThat(run("hunt", "--sigma", "rules", "--logs", "logs", "--all-time", "--summary", "--format", "csv")
                        .out())
                .contains("title,attribution", "by A. Writer");
    }

    @Test
    void a_hunt_with_refused_rules_names_them_and_does_not_end_as_if_all_had_run() throws IOException {
        bad();
        Shell.Result result = run("hunt", "--sigma", "rules", "--logs", "logs", "--all-time");
        assertThat(result.exit()).isEqualTo(3);
        result.said("rule refused: rules/bad.yml:3: unknown modifier 'contians'", "--skip-refused");
        run("hunt", "--sigma", "rules", "--logs", "logs", "--all-time", "--skip-refused")
                .succeeded();
        assertThat(run("hunt", "--sigma", "rules", "--logs", "logs", "--all-time", "--fail-on", "high")
                        .exit())
                .isEqualTo(10);
        assertThat(run("hunt", "--sigma", "rules/bad.yml", "--logs", "logs", "--all-time")
                        .exit())
                .isEqualTo(2);
        assertThat(run("hunt", "--sigma", "rules", "--logs", "logs", "--all-time", "a=b")
                        .exit())
                .isEqualTo(2);
    }

    private void bad() throws IOException {
        write(
                "rules/bad.yml",
                "title: Bad\nlogsource: {product: aws, service: cloudtrail}\ndetection: {s: {eventName|contians: x}, condition:"
                        + " s}\n");
    }

    private Shell.Result run(String... arguments) {
        return new Shell(folder).run(arguments);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String event(String id, String service, String name, String more) {
        return "{\"eventID\":\"" + id + "\",\"eventTime\":\"2026-10-10T12:00:00Z\",\"eventSource\":\"" + service
                + ".amazonaws.com\",\"eventName\":\"" + name
                + "\",\"userIdentity\":{\"type\":\"IAMUser\",\"userName\":\"alice\"}"
                + more + "}";
    }
}
