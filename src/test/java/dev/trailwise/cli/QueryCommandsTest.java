package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks questions as a user types them, over a small folder of logs with something wrong in it. */
class QueryCommandsTest {
    private static final String FILE = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/"
            + "111122223333_CloudTrail_us-east-1_20261010T1205Z_0123456789abcdef.json";

    @TempDir
    Path folder;

    private Path logs;

    @BeforeEach
    void writeLogs() throws IOException {
        logs = folder.resolve("logs");
        write(
                FILE,
                "{\"Records\":["
                        + event("2026-10-10T12:00:00Z", "ListBuckets", "alice", "a1") + ","
                        + event("2026-10-10T12:01:00Z", "DeleteTrail", "mallory", "a2") + "]}");
    }

    @Test
    void a_saved_query_answers_on_stdout_and_tells_on_stderr_what_was_read() {
        shell().run("run", "top-events", "--logs", "logs", "--format", "csv")
                .succeeded()
                .printed("DeleteTrail", "ListBuckets")
                .said(
                        "Time range: last 24 hours",
                        "2 rows from 2 events (1 file, ",
                        "2026-10-10, 1 account, 1 Region)");
    }

    @Test
    void own_sql_is_asked_as_athena_would_be() {
        shell().run(
                        "sql",
                        "SELECT eventname, useridentity.username AS who FROM cloudtrail ORDER BY eventtime",
                        "--logs",
                        "logs",
                        "--format",
                        "csv")
                .succeeded()
                .printedExactly("eventname,who\nListBuckets,alice\nDeleteTrail,mallory\n");
    }

    @Test
    void sql_comes_from_a_file_or_stdin_too() throws IOException {
        Files.writeString(folder.resolve("q.sql"), "SELECT count(*) AS n FROM cloudtrail");

        shell().run("sql", "-f", "q.sql", "--logs", "logs", "--format", "csv")
                .succeeded()
                .printed("2");
        shell().typing("SELECT count(*) AS n FROM cloudtrail")
                .run("sql", "-", "--logs", "logs", "--format", "csv")
                .succeeded()
                .printed("2");
    }

    @Test
    void event_detail_names_the_file_that_an_event_is_in() {
        shell().run("run", "event-detail", "event_id=a2", "--logs", "logs", "--format", "json")
                .succeeded()
                .printed("DeleteTrail", "\"log_file\":\"", FILE);
    }

    @Test
    void flags_find_events() {
        shell().run("search", "--user", "mallory", "--logs", "logs", "--columns", "eventname", "--format", "csv")
                .succeeded()
                .printedExactly("eventname\nDeleteTrail\n");
    }

    @Test
    void a_scope_without_events_says_which_days_the_logs_cover() {
        shell().run("run", "top-events", "--logs", "logs", "--from", "2024-01-01", "--to", "2024-01-02")
                .succeeded()
                .said("0 rows: nothing from 2024-01-01T00:00:00Z to 2024-01-03T00:00:00Z. These logs cover 2026-10-10;"
                        + " --from 2026-10-10 --to 2026-10-10 queries them");
        shell().run("sql", "SELECT count(*) FROM cloudtrail", "--logs", "logs", "--from", "30d", "--to", "20d")
                .succeeded()
                .said("no events: nothing from ", "--from 2026-10-10");
    }

    @Test
    void an_empty_answer_says_which_account_or_region_the_logs_do_not_have() {
        shell().run("run", "top-events", "--logs", "logs", "--account", "999988887777", "--region", "us-west-2")
                .succeeded()
                .said(
                        "0 rows: these logs have no events of account 999988887777; they have 111122223333",
                        "0 rows: these logs have no events of Region us-west-2; they have us-east-1");
    }

    @Test
    void an_empty_search_says_which_event_does_not_occur() {
        shell().run("search", "--event-name", "ListBukets", "--logs", "logs")
                .succeeded()
                .said("0 rows: no event named 'ListBukets' in this scope; did you mean 'ListBuckets'?");
        assertThat(shell().run("search", "--event-name", "deletetrail", "--user", "alice", "--logs", "logs")
                        .err())
                .doesNotContain("no event named");
    }

    @Test
    void an_answer_cut_by_a_limit_says_so() {
        String sql = "SELECT eventname FROM cloudtrail ORDER BY 1";
        shell().run("sql", sql, "--logs", "logs", "--limit", "1", "--format", "csv")
                .succeeded()
                .printedExactly("eventname\nDeleteTrail\n")
                .said("1 row (cut by --limit; there are more) from 2 events");
        shell().run("search", "--logs", "logs", "--limit", "1", "--format", "csv", "--columns", "eventname")
                .succeeded()
                .printedExactly("eventname\nListBuckets\n")
                .said("1 row (cut by --limit; there are more) from 2 events");
        assertThat(shell().run("search", "--logs", "logs", "--limit", "2").err())
                .contains("2 rows from 2 events")
                .doesNotContain("cut by");
        shell().run("sql", sql, "--logs", "logs", "--limit", "-1")
                .exited(2)
                .said("--limit -1 is negative; use 0 or more");
    }

    @Test
    void scripts_can_have_rows_or_none_as_exit_codes() throws IOException {
        String[] some = {"search", "--user", "mallory", "--logs", "logs"};
        String[] none = {"search", "--user", "nobody", "--logs", "logs"};
        shell().run(with(some, "--fail-on-rows")).exited(10);
        shell().run(with(none, "--fail-on-rows")).exited(0);
        shell().run(with(some, "--fail-on-empty")).exited(0);
        shell().run(with(none, "--fail-on-empty")).exited(11);

        write("bad.json", "x");
        shell().run(with(some, "--fail-on-rows")).exited(10);
        shell().run(with(none, "--fail-on-rows")).exited(3);
        shell().run(with(none, "--fail-on-empty")).exited(3);
    }

    private static String[] with(String[] words, String more) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = more;
        return all;
    }

    @Test
    void a_damaged_file_is_named_and_the_rest_is_answered_with_exit_code_3() throws IOException {
        write(
                FILE.replace("1205Z", "1210Z"),
                "{\"Records\":[" + event("2026-10-10T12:03:00Z", "GetObject", "alice", "a3") + ",{\"eventName\":\"Cut");

        shell().run("sql", "SELECT count(*) AS n FROM cloudtrail", "--logs", "logs", "--format", "csv")
                .exited(3)
                .printed("3")
                .said("1 of 2 files could not be read completely", "1210Z", "; read 1 event");
    }

    @Test
    void events_whose_time_cannot_be_compared_are_counted_with_exit_code_3() throws IOException {
        write(
                "other.json",
                event("2026-10-10T14:03:00+02:00", "GetObject", "alice", "b1")
                        + event("2026-10-10T14:03:00.5+02:00", "GetObject", "alice", "b2")
                        + event("2025-01-21 17:49:47.000000000", "GetObject", "alice", "b3")
                        + event("2026-10-10T12:03:00.25Z", "GetObject", "alice", "b4")
                        + "{\"eventVersion\":\"1.08\",\"eventTime\":1760000000}");

        shell().run("sql", "SELECT count(*) AS n FROM cloudtrail", "--logs", "logs", "--format", "csv")
                .exited(3)
                .printedExactly("n\n3\n")
                .said("4 events with a time other than", "--all-time includes them");
        shell().run("sql", "SELECT count(*) AS n FROM cloudtrail", "--logs", "logs", "--format", "csv", "--all-time")
                .succeeded()
                .printedExactly("n\n7\n")
                .said("4 events with a time other than");
    }

    @Test
    void wrong_sql_is_shown_with_a_caret_where_its_author_wrote_it() {
        shell().run("sql", "SELECT eventname\nFROM cloudtrail\nWHERE WHERE", "--logs", "logs")
                .exited(6)
                .printedExactly("")
                .said("<sql>:3:", "WHERE WHERE", "^");
    }

    @Test
    void a_column_that_is_not_there_is_told_as_a_failed_query() {
        shell().run("sql", "SELECT evntname FROM cloudtrail", "--logs", "logs")
                .exited(6)
                .said("evntname");
    }

    @Test
    void an_unknown_query_is_refused_with_the_nearest() {
        shell().run("run", "top-event", "--logs", "logs").exited(2).said("top-events");
    }

    @Test
    void a_missing_parameter_lists_what_the_query_needs() {
        shell().run("run", "key-activity", "--logs", "logs").exited(2).said("access_key", "AKIA");
    }

    @Test
    void a_wrong_parameter_shows_a_good_value() {
        shell().run("run", "key-activity", "access_key=nonsense", "--logs", "logs")
                .exited(2)
                .said("nonsense", "AKIA");
    }

    @Test
    void a_time_that_is_none_is_refused_with_the_forms_that_are() {
        shell().run("run", "top-events", "--logs", "logs", "--from", "lately")
                .exited(2)
                .said("'lately'", "7d");
    }

    @Test
    void a_region_or_account_that_is_none_is_refused_in_plain_words() {
        shell().run("run", "top-events", "--logs", "logs", "--account", "123")
                .exited(2)
                .said("twelve digits");
        shell().run("run", "top-events", "--logs", "logs", "--region", "Paris")
                .exited(2)
                .said("us-east-1");
    }

    @Test
    void logs_that_are_not_there_or_not_named_are_refused() {
        shell().run("run", "top-events", "--logs", "nowhere").exited(2).said("nowhere");
        shell().run("run", "top-events").exited(2).said("--logs");
    }

    @Test
    void a_folder_without_logs_is_an_answer_without_events() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        shell().run("run", "top-events", "--logs", "empty")
                .succeeded()
                .said("0 rows: the logs contain no CloudTrail files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1", "VALUES 1", "SELECT 1 WHERE false"})
    void a_query_without_a_table_says_nothing_about_logs(String sql) {
        Shell.Result result =
                shell().run("sql", sql, "--logs", folder.toString()).succeeded();

        assertThat(result.err()).matches("[01] rows?\n");
    }

    @Test
    void a_reader_that_closes_the_pipe_ends_the_run_quietly() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        Shell.Result result = shell().run(closed, "run", "top-events", "--logs", "logs", "-q");

        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void a_file_is_written_whole_and_its_name_tells_the_format() throws IOException {
        shell().run("run", "top-events", "--logs", "logs", "-o", "answer.csv")
                .succeeded()
                .printedExactly("");

        assertThat(Files.readString(folder.resolve("answer.csv"))).contains(",DeleteTrail,");
        shell().run("sql", "SELECT nothing FROM cloudtrail", "--logs", "logs", "-o", "answer.csv")
                .exited(6);
        assertThat(Files.readString(folder.resolve("answer.csv"))).contains(",DeleteTrail,");
    }

    @Test
    void a_query_that_suggests_a_chart_gets_one_on_a_terminal_and_any_other_on_request() throws IOException {
        String[] top = {"run", "top-events", "--logs", "logs"};
        String chart = "calls by eventsource";
        assertThat(shell().with("TRAILWISE_TTY", "0,1,2").run(top).succeeded().out())
                .contains(chart);
        assertThat(shell().run(top).succeeded().out()).doesNotContain(chart);
        shell().with("TRAILWISE_TTY", "0,1,2")
                .run("run", "top-events", "--logs", "logs", "--no-chart")
                .succeeded();
        String[] sql = {"sql", "SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY 1", "--logs", "logs"};
        assertThat(shell().with("TRAILWISE_TTY", "0,1,2").run(sql).succeeded().out())
                .doesNotContain("n by eventname");
        assertThat(shell().run(with(sql, "--chart")).succeeded().out()).contains("n by eventname");
        shell().run(with(sql, "-o", "n.svg")).succeeded().said("wrote");
        assertThat(folder.resolve("n.svg")).content().startsWith("<svg xmlns=");
        shell().run(with(sql, "--chart", "--format", "csv")).exited(2).said("--chart draws below a table");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void a_region_filter_without_us_east_1_is_warned_of() {
        shell().run("run", "top-events", "--logs", "logs", "--region", "eu-west-1")
                .succeeded()
                .said("us-east-1");
    }

    private Shell shell() {
        return new Shell(folder);
    }

    private void write(String file, String text) throws IOException {
        Path path = logs.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String event(String time, String name, String user, String id) {
        return """
                {"eventVersion":"1.08","userIdentity":{"type":"IAMUser","userName":"%s","accountId":"111122223333"},\
                "eventTime":"%s","eventSource":"s3.amazonaws.com","eventName":"%s","awsRegion":"us-east-1",\
                "sourceIPAddress":"198.51.100.7","requestParameters":null,"eventID":"%s"}""".formatted(user, time, name, id);
    }
}
