package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sigma correlations as a user runs them. */
class SigmaCorrelationTest {
    @TempDir
    Path folder;

    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void writeRules() throws IOException {
        write("rules/failed.yml", """
                title: Failed login
                name: failed
                author: B. Writer
                logsource: {product: aws, service: cloudtrail}
                detection: {s: {eventName: ConsoleLogin}, condition: s}
                ---
                title: Many failed logins
                id: 0e95725d-7320-415d-80f7-004da920fc11
                name: many
                author: A. Writer
                level: high
                correlation:
                  type: event_count
                  rules: [failed]
                  group-by: [sourceIPAddress]
                  timespan: 2h
                  condition: {gte: 3}
                """);
        write("rules/LICENSE.md", "Do as you like.");
    }

    @Test
    void a_finding_is_a_row_with_its_group_number_times_and_events() throws IOException {
        events("12:00", "12:50", "13:30", "17:00");
        run("12:00", "hunt", "--sigma", "rules", "--logs", "logs", "--all-time")
                .succeeded()
                .said("1 finding of 1 of 1 detections")
                .printed("sourceipaddress  event_count  events")
                .printed("license see rules/LICENSE.md")
                .printed("2026-10-10T12:00:00Z  2026-10-10T13:30:00Z  10.0.0.1                   3       3");
        assertThat(run("12:00", "hunt", "--sigma", "rules", "--logs", "logs", "--all-time", "--format", "ndjson")
                        .out()
                        .lines())
                .singleElement()
                .asString()
                .contains(
                        "\"sourceipaddress\":\"10.0.0.1\"",
                        "\"detections\":[\"many\"],\"level\":\"high\"",
                        "by A. Writer")
                .contains("\\\"event_ids\\\":[\\\"e12:00\\\",\\\"e12:50\\\",\\\"e13:30\\\"]");
    }

    @Test
    void events_without_a_value_to_group_by_are_in_no_window_and_are_counted() throws IOException {
        events("12:00", "12:50");
        events.set(1, events.get(1).replace("sourceIPAddress", "userAgent"));
        events.add(event("13:00").replace("10.0.0.1", ""));
        save();
        run("12:00", "hunt", "--sigma", "rules", "--logs", "logs", "--all-time")
                .succeeded()
                .said("0 findings", "many: matching events without a group-by field, in no window: 1");
    }

    @Test
    void a_window_that_straddles_two_hunts_is_found_by_the_second_and_not_again() throws IOException {
        String[] hunt = {"hunt", "--sigma", "rules", "--logs", "logs", "--since-last", "--format", "ndjson"};
        events("12:00", "12:50");
        assertThat(run("13:00", hunt).succeeded().out()).isEmpty();
        events("13:30");
        assertThat(new Shell(folder)
                        .at(Clock.fixed(Instant.parse("2026-10-11T13:20:00Z"), ZoneOffset.UTC))
                        .run(hunt)
                        .succeeded()
                        .out()
                        .lines())
                .singleElement()
                .asString()
                .contains("\\\"events\\\":3");
        assertThat(new Shell(folder)
                        .at(Clock.fixed(Instant.parse("2026-10-11T13:40:00Z"), ZoneOffset.UTC))
                        .run(hunt)
                        .succeeded()
                        .out())
                .isEmpty();
    }

    @Test
    void convert_prints_a_statement_that_finds_the_windows() throws IOException {
        events("12:00", "12:50", "13:30", "13:40");
        String sql = run("12:00", "sigma", "convert", "rules").succeeded().out();
        assertThat(run("12:00", "sql", sql.replace(";", ""), "--logs", "logs", "--all-time", "--format", "csv")
                        .succeeded()
                        .out())
                .isEqualTo("""
                        first_seen,last_seen,sourceipaddress,result
                        2026-10-10T12:00:00Z,2026-10-10T13:30:00Z,10.0.0.1,3
                        2026-10-10T12:00:00Z,2026-10-10T13:40:00Z,10.0.0.1,4
                        """);
    }

    @Test
    void a_dry_run_says_which_events_come_back() throws IOException {
        events("12:00");
        run("12:00", "hunt", "--sigma", "rules", "--logs", "logs", "--all-time", "--dry-run")
                .succeeded()
                .said("1 correlation in the same scan; every event of these rules is returned by the query: failed");
    }

    private Shell.Result run(String time, String... arguments) {
        return new Shell(folder)
                .at(Clock.fixed(Instant.parse("2026-10-10T" + time + ":00Z"), ZoneOffset.UTC))
                .run(arguments);
    }

    private void events(String... times) throws IOException {
        for (String time : times) {
            events.add(event(time));
        }
        save();
    }

    private void save() throws IOException {
        write(
                "logs/AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/"
                        + "111122223333_CloudTrail_us-east-1_20261010T1205Z_0123456789abcdef.json",
                "{\"Records\":" + events + "}");
    }

    private static String event(String time) {
        return "{\"eventID\":\"e" + time + "\",\"eventTime\":\"2026-10-10T" + time
                + ":00Z\",\"eventSource\":\"signin.amazonaws.com\",\"eventName\":\"ConsoleLogin\","
                + "\"sourceIPAddress\":\"10.0.0.1\"}";
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
