package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.testing.aws.ListingS3;
import dev.trailwise.testing.aws.ListingS3.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The price of a question, as a user asks for it: by the bucket, or by a folder of files as if they lay in one. */
class DryRunTest {
    private static final String TRAIL = "AWSLogs/111122223333/CloudTrail/";
    private static final String SQL = "SELECT count(*) FROM cloudtrail";

    @TempDir
    Path folder;

    @Test
    void the_price_by_the_bucket_is_the_result_and_nothing_runs() {
        try (ListingS3 s3 = new ListingS3()) {
            s3.put(TRAIL + "us-east-1/2026/10/10/a.json.gz", 30_000_000);
            s3.put(TRAIL + "us-east-1/2026/10/11/b.json.gz", 12_345_678);
            s3.put(TRAIL + "us-east-1/2026/10/09/c.json.gz", 1_000_000);
            shell(s3)
                    .run("sql", SQL, "--dry-run")
                    .succeeded()
                    .printed("42.4 MB in 2 files", "$0.0", "us-east-1", "may grow: today's files still arrive")
                    .said("last 24 hours");
        }
    }

    @Test
    void programs_get_one_object() throws IOException {
        try (ListingS3 s3 = new ListingS3()) {
            s3.put(TRAIL + "us-east-1/2026/10/01/a.json.gz", 30_000_001);
            String out = shell(s3)
                    .run("sql", SQL, "-n", "--from", "2026-10-01", "--to", "2026-10-01", "--format", "json")
                    .succeeded()
                    .out();
            JsonNode object = new ObjectMapper().readTree(out);
            assertThat(object.get("engine").asText()).isEqualTo("athena");
            assertThat(object.get("scans").asInt()).isEqualTo(1);
            assertThat(object.get("bytes").asLong()).isEqualTo(30_000_001);
            assertThat(object.get("billed_bytes").asLong()).isEqualTo(31_000_000);
            assertThat(object.get("exactness").asText()).isEqualTo("exact");
            assertThat(object.get("usd").get("scan").decimalValue()).isEqualByComparingTo("0.000155");
            assertThat(object.get("sql").asText()).contains("day BETWEEN '2026/10/01'");
        }
    }

    @Test
    void a_cte_that_is_mentioned_twice_is_paid_twice() {
        try (ListingS3 s3 = new ListingS3()) {
            s3.put(TRAIL + "us-east-1/2026/10/11/a.json.gz", 30_000_000);
            String twice = "WITH e AS (SELECT * FROM cloudtrail) SELECT 1 FROM e a JOIN e b ON a.eventid = b.eventid";
            shell(s3).run("sql", twice, "-n").succeeded().printed("2, each billed: 60.0 MB in all");
        }
    }

    @Test
    void a_plan_costs_nothing() {
        try (ListingS3 s3 = new ListingS3()) {
            s3.put(TRAIL + "us-east-1/2026/10/11/a.json.gz", 30_000_000);
            shell(s3)
                    .run("sql", "EXPLAIN " + SQL, "-n")
                    .succeeded()
                    .printed("only the plan is asked for")
                    .printed("total         $0.00");
            shell(s3).run("sql", "EXPLAIN ANALYZE " + SQL, "-n").succeeded().printed("Athena        $0.00015");
        }
    }

    @Test
    void a_recursive_cte_is_paid_for_each_round_that_trino_may_take() {
        try (ListingS3 s3 = new ListingS3()) {
            s3.put(TRAIL + "us-east-1/2026/10/11/a.json.gz", 1_000_000);
            String rounds =
                    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r, cloudtrail WHERE n < 3) TABLE r";
            shell(s3)
                    .run("sql", rounds, "-n")
                    .succeeded()
                    .printed("66, each billed: 66.0 MB in all", "cloudtrail, 66 times", "may prune more");
        }
    }

    @Test
    void the_querys_own_conditions_spare_partitions_and_their_listing() {
        try (ListingS3 s3 = new ListingS3()) {
            s3.put(TRAIL + "us-east-1/2026/10/08/a.json.gz", 1_000_000);
            s3.put(TRAIL + "us-east-1/2026/10/09/b.json.gz", 20_000_000);
            s3.put(TRAIL + "eu-central-1/2026/10/09/c.json.gz", 300_000_000);
            s3.put(TRAIL + "eu-central-1/2026/10/10/d.json.gz", 4_000_000);
            shell(s3)
                    .run("sql", SQL + " WHERE region = 'us-east-1' AND day = '2026/10/09'", "-n", "--from", "9d")
                    .succeeded()
                    .printed("20.0 MB in 1 file in 1 of 1 partition", "exact");
            assertThat(s3.calls())
                    .filteredOn(call -> !call.containsKey("delimiter"))
                    .allMatch(call -> call.getOrDefault("prefix", "").endsWith("/2026/10/09/"));
        }
    }

    @Test
    void the_price_of_a_folder_is_that_of_a_bucket_with_its_files() throws IOException {
        Path file = folder.resolve("logs").resolve(TRAIL + "us-east-1/2026/10/10/a.json.gz");
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, new byte[4321]);
        new Shell(folder)
                .run("sql", SQL, "--dry-run", "--logs", "logs")
                .succeeded()
                .printed("4.33 kB in 1 file", "$0.00005");
    }

    @Test
    void what_a_budget_would_refuse_is_told() {
        try (ListingS3 s3 = new ListingS3()) {
            s3.put(TRAIL + "us-east-1/2026/10/10/a.json.gz", 900_000_000_000L);
            s3.put(TRAIL + "us-east-1/2026/10/11/b.json.gz", 100_000_000_000L);
            shell(s3)
                    .run("sql", SQL, "-n")
                    .succeeded()
                    .printed("$5.00")
                    .said("would be refused", "cost.max_per_query allows $1.00", "--from 2026-10-11");
            assertThat(shell(s3).run("sql", SQL, "-n", "--max-cost", "6").err()).doesNotContain("refused");
        }
    }

    @Test
    void a_permission_that_is_missing_is_named() {
        try (ListingS3 s3 = new ListingS3()) {
            s3.faults(call -> Fault.error(403, "AccessDenied"));
            shell(s3).run("sql", SQL, "-n").exited(4).printedExactly("").said("s3:ListBucket");
        }
    }

    @Test
    void without_a_bucket_the_ways_to_name_one_are_told() {
        new Shell(folder).run("sql", SQL, "-n").exited(2).said("no bucket is set", "trailwise init");
    }

    @Test
    void a_limit_that_is_no_price_is_refused_with_a_good_one() {
        new Shell(folder).run("sql", SQL, "-n", "--max-cost", "cheap").exited(2).said("'cheap'", "1.50");
        new Shell(folder).run("sql", SQL, "-n", "--max-scan", "lots").exited(2).said("'lots'", "500MB");
    }

    private Shell shell(ListingS3 s3) {
        Shell shell = new Shell(folder).with("TRAILWISE_TRAIL_BUCKET", "my-logs");
        s3.environment().forEach(shell::with);
        return shell;
    }
}
