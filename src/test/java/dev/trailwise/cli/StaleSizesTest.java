package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.testing.aws.JsonService;
import dev.trailwise.testing.aws.ListingS3;
import dev.trailwise.testing.aws.ListingS3.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes of closed days are kept for a week: what a lifecycle rule moves to Glacier within it is found after a run. */
class StaleSizesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAY = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/01/";

    @TempDir
    Path folder;

    private final ListingS3 s3 = new ListingS3();
    private final JsonService athena = new JsonService();

    @BeforeEach
    void begin() throws JsonProcessingException {
        reply(
                "GetWorkGroup",
                "{'WorkGroup': {'Name': 'primary', 'State': 'ENABLED', 'Configuration':"
                        + " {'ManagedQueryResultsConfiguration': {'Enabled': true}}}}");
        reply("StartQueryExecution", "{'QueryExecutionId': 'q1'}");
        reply(
                "GetQueryResults",
                "{'ResultSet': {'ResultSetMetadata': {'ColumnInfo': [{'Name': 'n', 'Type': 'bigint'}]},"
                        + " 'Rows': [{'Data': [{'VarCharValue': 'n'}]}, {'Data': [{'VarCharValue': '5'}]}]}}");
        s3.put(DAY + "a.json.gz", 3_000_000);
        s3.put(DAY + "b.json.gz", 2_000_000);
        scans(5_000_000);
        sql("SELECT count(*) AS n FROM cloudtrail", "--dry-run").succeeded().printed("5.00 MB in 2 files", "exact");
        s3.forgetCalls();
    }

    @AfterEach
    void end() {
        s3.close();
        athena.close();
    }

    @Test
    void a_scan_below_an_exact_estimate_finds_the_files_that_were_archived_since() throws JsonProcessingException {
        s3.put(DAY + "b.json.gz", 2_000_000, "GLACIER");
        scans(3_000_000);

        sql("SELECT count(*) AS n FROM cloudtrail")
                .exited(3)
                .printed("5")
                .said("will scan 5.00 MB in 2 files", "listed 2026-10-11")
                .said("warning: 1 file in this scope (2026-10-01) are in S3 Glacier");
    }

    @Test
    void a_scan_as_estimated_lists_nothing_again() {
        sql("SELECT count(*) AS n FROM cloudtrail").succeeded();

        assertThat(s3.calls()).noneMatch(call -> call.getOrDefault("prefix", "").contains("2026/10/01"));
    }

    @Test
    void where_it_cannot_be_found_out_the_answer_is_not_called_whole() throws JsonProcessingException {
        scans(3_000_000);
        s3.faults(call -> Fault.error(403, "AccessDenied"));

        sql("SELECT count(*) AS n FROM cloudtrail")
                .exited(3)
                .said("warning: Athena scanned 3.00 MB of the 5.00 MB listed 2026-10-11");
    }

    private void scans(long bytes) throws JsonProcessingException {
        reply(
                "GetQueryExecution",
                "{'QueryExecution': {'QueryExecutionId': 'q1', 'WorkGroup': 'primary', 'StatementType': 'DML',"
                        + " 'Status': {'State': 'SUCCEEDED'}, 'Statistics': {'DataScannedInBytes': " + bytes + "}}}");
    }

    private void reply(String operation, String json) throws JsonProcessingException {
        JsonNode answer = JSON.readTree(json.replace('\'', '"'));
        athena.on(operation, request -> answer);
    }

    private Shell.Result sql(String sql, String... more) {
        boolean first = more.length > 0;
        Shell shell = new Shell(folder)
                .with("TRAILWISE_TRAIL_BUCKET", "my-logs")
                .with("TRAILWISE_TRAIL_ACCOUNTS", "111122223333")
                .with("TRAILWISE_TRAIL_REGIONS", "us-east-1")
                .at(Clock.fixed(first ? Shell.NOW : Shell.NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC));
        s3.environment().forEach(shell::with);
        shell.with("AWS_ENDPOINT_URL_ATHENA", athena.url());
        return first
                ? shell.run("sql", sql, "--from", "2026-10-01", "--to", "2026-10-01", more[0])
                : shell.run("sql", sql, "--from", "2026-10-01", "--to", "2026-10-01");
    }
}
