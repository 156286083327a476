package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.testing.aws.GlueServer;
import dev.trailwise.testing.aws.JsonService;
import dev.trailwise.testing.aws.ListingS3;
import dev.trailwise.testing.aws.ListingS3.Fault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The price of tables that Trailwise did not define: at most all of their files, where Glue and S3 tell them. */
class OtherTablesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = "org.apache.hadoop.mapred.TextInputFormat";

    @TempDir
    Path folder;

    private final ListingS3 s3 = new ListingS3();
    private final GlueServer glue = new GlueServer();
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
        s3.put("AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/07/a.json.gz", 1_000_000);
        s3.put("alb/2026/a.gz", 40_000_000);
        s3.put("alb/2026/b.gz", 10_000_000);
        s3.put("alb/_temporary/", 0);
        s3.put("albatross/c.gz", 900_000_000);
    }

    @AfterEach
    void end() {
        s3.close();
        glue.close();
        athena.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://elb-logs/alb/", "s3://elb-logs/alb"})
    void a_table_without_partitions_costs_at_most_all_of_its_files(String location) {
        table(location);

        dryRun("SELECT count(*) FROM mydb.alb_logs")
                .printed(
                        "mydb.alb_logs: 50.0 MB in 2 files",
                        "precision     at most: mydb.alb_logs is counted whole",
                        "$0.00025 for 50.0 MB billed");
        run("SELECT count(*) FROM mydb.alb_logs")
                .exited(4)
                .said("will scan 50.0 MB in 2 files", "(at most)", "StartQueryExecution")
                .said("mydb.alb_logs is counted whole", "table.database");
    }

    @Test
    void each_place_that_reads_it_counts_beside_the_trails_own_table() {
        table("s3://elb-logs/alb/");

        dryRun("SELECT count(*) FROM cloudtrail c JOIN mydb.alb_logs a ON c.sourceipaddress = a.ip"
                        + " JOIN awsdatacatalog.mydb.alb_logs b ON a.ip = b.ip")
                .printed("101 MB in all", "mydb.alb_logs", "precision     at most: ", "$0.00051 for 101 MB billed");
    }

    @Test
    void a_name_without_a_database_is_of_the_trails_database() {
        glue.put("security", "other");
        describe(glue.held("security", "other"), "s3://elb-logs/alb/");

        dryRun("SELECT count(*) FROM other").printed("other: 50.0 MB in 2 files", "at most");
    }

    @Test
    void partitions_count_where_they_are_and_not_what_lies_beside_them() {
        table("s3://elb-logs/nowhere/");
        partition("s3://elb-logs/alb/2026");
        partition("s3://elb-logs/albatross/");
        glue.held("mydb", "alb_logs").putArray("PartitionKeys").addObject().put("Name", "day");

        dryRun("SELECT count(*) FROM mydb.alb_logs WHERE day = '1'").printed("950 MB in 3 files", "at most");
    }

    @Test
    void the_policy_to_estimate_allows_what_the_catalog_is_asked() {
        table("s3://elb-logs/nowhere/");
        partition("s3://elb-logs/alb/2026");
        glue.held("mydb", "alb_logs").putArray("PartitionKeys").addObject().put("Name", "day");
        dryRun("SELECT count(*) FROM mydb.alb_logs WHERE day = '1'");

        shell().run("table", "policy", "--for", "estimate")
                .printed(glue.service().calls().stream()
                        .map(call -> "\"glue:" + call + "\"")
                        .toArray(String[]::new));
    }

    @Test
    void a_bound_above_the_budget_is_refused() {
        table("s3://elb-logs/alb/");
        s3.put("alb/big.gz", 900_000_000_000L);

        run("SELECT count(*) FROM mydb.alb_logs").exited(5).said("over budget", "--max-cost");
        assertThat(athena.calls()).doesNotContain("StartQueryExecution");
    }

    @Test
    void a_large_file_is_more_than_one_request() {
        table("s3://elb-logs/alb/");
        s3.put("alb/big.gz", 80_000_000);

        dryRun("SELECT count(*) FROM mydb.alb_logs").printed("17 GET, 1 LIST");
    }

    @ParameterizedTest
    @CsvSource({
        "/TableType, VIRTUAL_VIEW",
        "/Parameters/table_type, ICEBERG",
        "/Parameters/projection.enabled, true",
        "/StorageDescriptor/InputFormat, org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat",
        "/StorageDescriptor/Location, hdfs://cluster/alb",
        "/StorageDescriptor/Location, s3://elb-logs/${x}/"
    })
    void views_and_tables_whose_files_are_not_simply_below_them_have_no_price(String field, String value) {
        table("s3://elb-logs/alb/");
        ObjectNode table = glue.held("mydb", "alb_logs");
        int slash = field.lastIndexOf('/');
        ((ObjectNode) (slash == 0 ? table : table.at(field.substring(0, slash))))
                .put(field.substring(slash + 1), value);

        assertUnpriced();
    }

    @Test
    void where_glue_or_s3_refuse_there_is_no_price() {
        table("s3://elb-logs/alb/");
        s3.faults(call -> call.getOrDefault("prefix", "").startsWith("alb")
                ? Fault.error(403, "AccessDenied")
                : Optional.empty());
        assertUnpriced();
        s3.faults(call -> Optional.empty());
        glue.service().on("GetTable", request -> {
            throw new JsonService.Refused(400, "AccessDeniedException", "no");
        });
        assertUnpriced();
    }

    @Test
    void a_table_that_takes_too_many_requests_to_list_has_no_price() {
        table("s3://elb-logs/alb/");
        IntStream.range(0, 301).forEach(n -> partition("s3://elb-logs/alb/" + n + "/"));
        glue.held("mydb", "alb_logs").putArray("PartitionKeys").addObject().put("Name", "day");

        assertUnpriced();
        assertThat(s3.calls().stream()
                        .filter(call -> call.getOrDefault("prefix", "").startsWith("alb")))
                .isEmpty();
    }

    private void assertUnpriced() {
        run("SELECT count(*) FROM mydb.alb_logs")
                .exited(5)
                .said("price unknown", "does not know the size of mydb.alb_logs", "--max-scan");
        assertThat(athena.calls()).doesNotContain("StartQueryExecution");
    }

    private void table(String location) {
        glue.put("mydb", "alb_logs");
        describe(glue.held("mydb", "alb_logs"), location);
    }

    private static void describe(ObjectNode table, String location) {
        table.put("TableType", "EXTERNAL_TABLE").putObject("Parameters").put("EXTERNAL", "TRUE");
        table.putObject("StorageDescriptor").put("Location", location).put("InputFormat", TEXT);
    }

    private void partition(String location) {
        glue.addPartition("mydb", "alb_logs", location);
    }

    private Shell.Result dryRun(String sql) {
        return shell().run("sql", sql, "--dry-run", "--to", "2026-10-07", "--from", "2026-10-07")
                .succeeded();
    }

    private Shell.Result run(String sql) {
        return shell().run("sql", sql, "--to", "2026-10-07", "--from", "2026-10-07");
    }

    private Shell shell() {
        Shell shell = new Shell(folder).with("TRAILWISE_TRAIL_BUCKET", "my-logs");
        glue.environment().forEach(shell::with);
        s3.environment().forEach(shell::with);
        return shell.with("AWS_ENDPOINT_URL_ATHENA", athena.url())
                .with("AWS_ENDPOINT_URL_GLUE", glue.service().url());
    }
}
