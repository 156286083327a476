package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new user tries in the first hour, and where it leads. */
class FirstHourTest {
    private static final String LOG = """
            {"Records":[{"eventTime":"2026-10-11T07:00:00Z","eventName":"AssumeRole","eventSource":"sts.amazonaws.com",
            "eventID":"1","recipientAccountId":"111122223333","awsRegion":"us-east-1",
            "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/alice","accessKeyId":"AKIAIOSFODNN7EXAMPLE"},
            "requestParameters":{"roleArn":"arn:aws:iam::111122223333:role/admin","tags":[{"key":"a"}]}}]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void logs() throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/a.json"), LOG);
    }

    private Shell.Result run(String... words) {
        return new Shell(folder).run(words);
    }

    @Test
    void sql_may_begin_with_a_comment() {
        run("sql", "-- how many\nSELECT count(*) AS n FROM cloudtrail", "--logs", "logs", "--format", "csv")
                .succeeded()
                .printedExactly("n\n1\n");
        run("sql", "--formt", "csv").exited(2).said("--formt");
    }

    @Test
    void sql_may_begin_with_the_mark_that_editors_put_before_text() throws IOException {
        Files.writeString(folder.resolve("q.sql"), "\uFEFFSELECT evntname FROM cloudtrail");
        run("sql", "-f", "q.sql", "--logs", "logs").exited(6).said("q.sql:1:8:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DESCRIBE cloudtrail",
                "desc security.cloudtrail_logs;",
                "SHOW COLUMNS FROM \"cloudtrail_logs\"",
                "show columns in cloudtrail"
            })
    void the_columns_are_known_without_any_logs(String sql) {
        run("sql", sql, "--format", "csv")
                .succeeded()
                .printed(
                        "column,type,extra,comment",
                        "eventname,varchar",
                        "day,varchar,partition key",
                        "row(type varchar");
    }

    @Test
    void the_tables_are_known_without_any_logs() {
        run("sql", "SHOW TABLES", "--format", "csv")
                .succeeded()
                .printed("cloudtrail,security.cloudtrail_logs,CloudTrail", "insights,");
        run("table", "columns", "--kind", "insights", "--format", "csv")
                .succeeded()
                .printed("insightdetails,\"row(state varchar");
        run("sql", "DESCRIBE cloudtrial").exited(6).said("unknown table 'cloudtrial'", "did you mean 'cloudtrail'?");
    }

    @Test
    void a_command_that_does_not_exist_has_no_help() {
        run("nosuch", "--help").exited(2).printedExactly("").said("nosuch");
        run("sarch", "-h").exited(2).said("search");
    }

    @Test
    void any_path_of_an_event_is_a_column_of_a_search() {
        run(
                        "search",
                        "--logs",
                        "logs",
                        "--columns",
                        "principal,accesskeyid,requestParameters.roleArn,requestparameters.tags,useridentity.type",
                        "--format",
                        "csv")
                .succeeded()
                .printedExactly(
                        "principal,accesskeyid,requestparameters.roleArn,requestparameters.tags,useridentity.type\n"
                                + "arn:aws:iam::111122223333:user/alice,AKIAIOSFODNN7EXAMPLE,"
                                + "arn:aws:iam::111122223333:role/admin,\"[{\"\"key\"\":\"\"a\"\"}]\",IAMUser\n");
    }

    @Test
    void a_file_whose_name_tells_no_format_is_refused_before_anything_is_read() {
        run("sql", "SELECT 1", "--logs", "logs", "-o", "rows.xlsx").exited(2).said("rows.xlsx", ".csv", ".ndjson");
        assertThat(folder.resolve("rows.xlsx")).doesNotExist();
        run("sql", "SELECT 1 AS n", "--logs", "logs", "-o", "rows.csv")
                .succeeded()
                .said("wrote", "rows.csv (csv)");
        run("sql", "SELECT 1 AS n", "--logs", "logs", "-o", "rows.dat", "--format", "csv")
                .succeeded();
    }

    @Test
    void what_goes_into_a_pipe_is_not_cut() {
        run("sql", "SELECT requestparameters FROM cloudtrail", "--logs", "logs")
                .succeeded()
                .printed("\"roleArn\":\"arn:aws:iam::111122223333:role/admin\"");
        assertThat(run("sql", "SELECT 1 AS n", "--logs", "logs", "--color", "always")
                        .out())
                .contains("\u001b[1m");
        assertThat(run("sql", "SELECT 1 AS n", "--logs", "logs").out()).doesNotContain("\u001b");
    }

    @Test
    void every_region_has_a_price_that_says_where_it_is_from() {
        run("prices", "--region", "ap-southeast-7", "--format", "csv")
                .succeeded()
                .printed("Athena scan,ap-southeast-7,5,TB,", "assumed", "S3 LIST,ap-southeast-7");
    }

    @Test
    void a_query_of_ones_own_that_hides_a_shipped_one_says_so() throws IOException {
        Path mine = folder.resolve("home/.config/trailwise/queries/own/top-events.sql");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "/*---\ntitle: Mine\n---*/\nSELECT 1 AS one");
        run("run", "top-events", "--logs", "logs").succeeded().said("using your own top-events", "own/top-events.sql");
    }
}
