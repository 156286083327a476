package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.testing.aws.JsonService;
import dev.trailwise.testing.aws.ListingS3;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL that Athena would refuse is found before a query is started, with the way out that local queries get. */
class AthenaChecksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final ListingS3 s3 = new ListingS3();
    private final JsonService athena = new JsonService();

    @BeforeEach
    void begin() {
        athena.on("GetWorkGroup", request -> {
            ObjectNode workgroup =
                    JSON.createObjectNode().put("Name", "primary").put("State", "ENABLED");
            workgroup
                    .putObject("Configuration")
                    .putObject("ResultConfiguration")
                    .put("OutputLocation", "s3://results/");
            return JSON.createObjectNode().set("WorkGroup", workgroup);
        });
        athena.on("StartQueryExecution", request -> {
            throw new JsonService.Refused(400, "AccessDeniedException", "started");
        });
        s3.put("AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/a.json.gz", 1_000_000);
    }

    @AfterEach
    void end() {
        s3.close();
        athena.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "SELECT ifnull(errorcode, '') FROM cloudtrail | <sql>:1:8: Athena has no function ifnull; write coalesce(a, b)",
                "SELECT cuont(*) FROM cloudtrail | Athena has no function cuont",
                "SELECT eventnam FROM cloudtrail | there is no column eventnam here",
                "SELECT 1 FROM cloudtrail WHERE eventname = \"ListBuckets\" | a text takes single quotes: 'ListBuckets'",
                "SELECT requestparameters.bucketName FROM cloudtrail | write json_extract_scalar(requestparameters, '$.bucketName')",
                "SELECT requestparameters['x'] FROM cloudtrail | only arrays, maps and rows have elements",
                "SELECT element_at(requestparameters, 'x') FROM cloudtrail | json_extract_scalar",
                "SELECT CAST(eventtime AS timestamp) FROM cloudtrail | from_iso8601_timestamp(eventtime)",
                "SELECT date_trunc('day', eventtime) FROM cloudtrail | from_iso8601_timestamp(eventtime)",
                "SELECT eventname AS n FROM cloudtrail WHERE n = 'x' | it is an alias of SELECT",
                "SELECT json_extract_scalar(requestparameters, '$.x-y') FROM cloudtrail | invalid JSON path",
                "SELECT eventname FROM cloudtrail WHERE readonly = true | cannot compare",
                "SELECT a.eventname FROM cloudtrail a JOIN insights b ON a.eventnam = b.eventid | <sql>:1:59: there is no column eventnam",
            })
    void a_mistake_is_shown_and_no_query_is_started(String sql, String message) {
        sql(sql).exited(6).printedExactly("").said(message, "--yes");

        assertThat(athena.calls()).doesNotContain("StartQueryExecution");
        assertThat(s3.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT eventname FROM cloudtrail WHERE eventname ILIKE 'x'",
                "SELECT eventtime::date FROM cloudtrail",
                "SELECT eventname FROM cloudtrail LIMIT 1 OFFSET 2",
                "SELECT eventname eventtime useragent FROM cloudtrail",
            })
    void wrong_grammar_is_an_error_whoever_agrees(String sql) {
        sql(sql, "--yes").exited(6);

        assertThat(athena.calls()).doesNotContain("StartQueryExecution");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT eventname FROM cloudtrail ORDER BY eventtime",
                "SELECT ST_Point(1, 2) FROM cloudtrail",
                "SELECT count(*) FROM cloudtrail TABLESAMPLE SYSTEM (10)",
                "EXPLAIN SELECT eventnam FROM cloudtrail",
            })
    void what_only_athena_runs_is_left_to_it(String sql) {
        assertThat(sql(sql).exited(4).said("athena:StartQueryExecution").err()).doesNotContain("--yes");
    }

    @Test
    void a_query_with_a_table_of_others_is_left_to_athena() {
        sql("SELECT nosuch FROM mydb.alb_logs, cloudtrail", "--max-scan", "1GB")
                .exited(4)
                .said("StartQueryExecution");
    }

    @Test
    void whoever_knows_better_can_run_it() {
        String sql = "SELECT added_by_hand FROM cloudtrail";
        sql(sql, "--yes").exited(4).said("warning: <sql>:1:8: there is no column added_by_hand", "StartQueryExecution");
        shell().with("TRAILWISE_TTY", "02")
                .typing("n\n")
                .run("sql", sql)
                .exited(130)
                .said("Run it anyway? [y/N]");
    }

    @Test
    void a_price_is_told_with_the_mistake() {
        sql("SELECT eventnam FROM cloudtrail", "--dry-run")
                .succeeded()
                .printed("1.00 MB")
                .said("warning: <sql>:1:8: there is no column eventnam");
    }

    private Shell.Result sql(String sql, String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "sql";
        words[1] = sql;
        System.arraycopy(more, 0, words, 2, more.length);
        return shell().run(words);
    }

    private Shell shell() {
        Shell shell = new Shell(folder).with("TRAILWISE_TRAIL_BUCKET", "my-logs");
        s3.environment().forEach(shell::with);
        return shell.with("AWS_ENDPOINT_URL_ATHENA", athena.url());
    }
}
