package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.testing.aws.ListingS3;
import dev.trailwise.testing.aws.ListingS3.Fault;
import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.testing.aws.athena.Workgroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code doctor} over real clients of the SDK, against services on loopback. */
class DoctorTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @TempDir
    Path buckets;

    private LocalAws aws;
    private Shell shell;

    @BeforeEach
    void start() {
        Clock clock = Clock.fixed(SampleTrail.LAST_DAY.atTime(8, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        aws = new LocalAws(buckets, clock).withTables();
        aws.lookup(SampleTrail.PRODUCTION);
        shell = new Shell(folder).at(clock);
        aws.environment().forEach(shell::with);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private Map<String, JsonNode> checks(int exit) throws IOException {
        String out = shell.run("doctor", "--format", "json").exited(exit).out();
        Map<String, JsonNode> checks = new LinkedHashMap<>();
        JSON.readTree(out).forEach(check -> checks.put(check.path("check").asText(), check));
        return checks;
    }

    private static void is(Map<String, JsonNode> checks, String check, String status, String... texts) {
        JsonNode found = Objects.requireNonNull(checks.get(check), check);
        assertThat(found.path("status").asText()).as("%s", found).isEqualTo(status);
        for (String text : texts) {
            assertThat(found.path("found").asText() + "\n" + found.path("fix").asText())
                    .contains(text);
        }
    }

    @Test
    void all_is_well() throws Exception {
        Shell.Result result = shell.run("doctor").succeeded();

        assertThat(result.out())
                .contains(
                        "ok           settings     environment variables: trail.bucket, trail.organization",
                        "ok           trail        s3://example-trail/AWSLogs/o-",
                        "ok           credentials  ",
                        "arn:aws:iam::",
                        "ok           log files    log files since ",
                        "ok           reading      1 byte of a log file",
                        "ok           table        security.cloudtrail_logs, up to date",
                        "ok           results      s3://example-results/athena/",
                        "ok           dry call     Athena planned a query of security.cloudtrail_logs (EXPLAIN, not billed)",
                        "ok           prices       $5.00 per TB scanned in us-east-1 (",
                        "ok           DuckDB       v")
                .doesNotContain("failed ", "warning ", "wJalrXUtnFEMI");
        assertThat(result.err()).contains("S3 LIST requests").doesNotContain("wJalrXUtnFEMI");
        assertThat(aws.glue().service().calls()).allMatch(call -> call.startsWith("Get"));
        assertThat(aws.athena().started()).hasSize(1);
        assertThat(aws.athena().sql(aws.athena().started().get(0))).startsWith("EXPLAIN SELECT count(*)");
    }

    @Test
    void a_missing_table_is_created_by_the_command_that_is_printed() throws Exception {
        aws.close();
        aws = new LocalAws(folder.resolve("without-tables"), Clock.systemUTC());
        aws.lookup(SampleTrail.PRODUCTION);
        aws.environment().forEach(shell::with);

        Map<String, JsonNode> checks = checks(6);

        is(checks, "table", "failed", "there is no table security.cloudtrail_logs", "trailwise table create");
        is(checks, "dry call", "not checked", "needs: table");
        is(checks, "workgroup", "ok");
        is(checks, "DuckDB", "ok");
    }

    @Test
    void a_table_that_lacks_a_region_is_a_warning_with_the_difference() throws Exception {
        JsonNode table = aws.glue().held("security", "cloudtrail_logs");
        ((ObjectNode) table.path("Parameters")).put("projection.region.values", "us-east-1");

        is(checks(0), "table", "warning", "differs from your trail", "~ Regions:", "trailwise table create --update");
    }

    @ParameterizedTest
    @CsvSource({
        "glue, GetTable, table, failed, glue:GetTable, 4",
        "athena, GetWorkGroup, workgroup, warning, athena:GetWorkGroup, 0",
        "athena, StartQueryExecution, dry call, failed, athena:StartQueryExecution, 4",
    })
    void a_call_that_is_not_permitted_is_named(
            String service, String call, String check, String status, String permission, int exit) throws Exception {
        (service.equals("glue") ? aws.glue().service() : aws.athena().service())
                .failNext(2, call, 400, "AccessDeniedException");

        Map<String, JsonNode> checks = checks(exit);

        is(checks, check, status, permission);
        is(checks, "bucket", "ok");
        is(checks, "disk space", "ok");
    }

    @ParameterizedTest
    @CsvSource({"prefix, log files, s3:ListBucket", "key, reading, s3:GetObject"})
    void a_bucket_that_may_not_be_listed_or_read_names_the_permission(String call, String check, String permission)
            throws Exception {
        try (ListingS3 s3 = new ListingS3()) {
            s3.put("AWSLogs/o-exampleorg1/222233334444/CloudTrail/us-east-1/2026/10/10/a.json.gz", new byte[] {1, 2});
            s3.environment().forEach(shell::with);
            s3.faults(query -> query.containsKey(call) ? Fault.error(403, "AccessDenied") : Optional.empty());

            Map<String, JsonNode> checks = checks(4);

            is(checks, check, "failed", permission, "trailwise table policy");
            is(checks, "workgroup", "ok");
        }
    }

    @Test
    void a_workgroup_without_a_place_for_results_fails_before_the_first_query_does() throws Exception {
        aws.athena().workgroup(Workgroup.of("primary"));

        Map<String, JsonNode> checks = checks(2);

        is(checks, "results", "failed", "Athena has nowhere to write results", "athena.output");
        is(checks, "dry call", "not checked", "needs: results");
        is(checks, "table", "ok");
    }

    @Test
    void results_among_the_logs_are_refused() throws Exception {
        shell.with("TRAILWISE_ATHENA_OUTPUT", "s3://example-trail/AWSLogs/");

        is(checks(2), "results", "failed", "is inside the logs");
    }

    @Test
    void a_wrong_bucket_is_named_once() throws Exception {
        shell.with("TRAILWISE_TRAIL_BUCKET", "nosuch-bucket");

        Map<String, JsonNode> checks = checks(2);

        is(checks, "bucket", "failed", "no bucket named 'nosuch-bucket'");
        for (String check : new String[] {"log files", "reading", "table", "workgroup", "results", "dry call"}) {
            is(checks, check, "not checked", "needs: bucket");
        }
    }

    @Test
    void a_bucket_without_logs_of_the_trail_leads_to_init() throws Exception {
        shell.with("TRAILWISE_TRAIL_PREFIX", "elsewhere");

        Map<String, JsonNode> checks = checks(2);

        is(checks, "bucket", "ok");
        is(checks, "log files", "failed", "no CloudTrail logs in s3://example-trail/elsewhere/", "trailwise init");
    }

    @Test
    void a_trail_that_went_silent_is_a_warning() throws Exception {
        shell.at(Clock.offset(Clock.systemUTC(), Duration.ofDays(3_000)));

        is(checks(0), "log files", "warning", "no log file since", "trailwise trail check");
    }

    @Test
    void broken_settings_leave_the_checks_of_this_machine() throws Exception {
        Files.writeString(folder.resolve("trailwise.yaml"), "trail:\n  bukcet: x\n");

        Map<String, JsonNode> checks = checks(2);

        is(checks, "settings", "failed", "trailwise.yaml:2", "bukcet");
        is(checks, "bucket", "not checked", "needs: settings");
        is(checks, "dry call", "not checked", "needs: settings");
        is(checks, "DuckDB", "ok");
        is(checks, "cache", "ok");
    }

    @Test
    void a_setting_that_another_source_overrides_is_named() throws Exception {
        Files.writeString(folder.resolve("trailwise.yaml"), "trail:\n  bucket: other\nathena:\n  workgroup: primary\n");

        is(
                checks(0),
                "settings",
                "ok",
                "environment variables: trail.bucket",
                "trailwise.yaml: athena.workgroup (overridden: trail.bucket)");
    }

    @Test
    void without_a_bucket_and_credentials_only_this_machine_is_checked() throws Exception {
        Path none = Files.writeString(folder.resolve("aws-config"), "[profile nobody]\nregion = us-east-1\n");
        shell = new Shell(folder).with("AWS_CONFIG_FILE", none.toString()).with("AWS_PROFILE", "somebody");

        Map<String, JsonNode> checks = checks(0);

        is(checks, "settings", "ok", "defaults");
        is(checks, "trail", "not checked", "no bucket is set", "trailwise init");
        is(checks, "credentials", "not checked");
        is(checks, "bucket", "not checked", "needs: trail");
        is(checks, "DuckDB", "ok");
    }

    @Test
    void credentials_that_are_missing_are_the_only_failure() throws Exception {
        Path none = Files.writeString(folder.resolve("aws-config"), "[profile nobody]\nregion = us-east-1\n");
        shell.with("AWS_CONFIG_FILE", none.toString())
                .with("AWS_PROFILE", "somebody")
                .with("AWS_ACCESS_KEY_ID", "")
                .with("AWS_SECRET_ACCESS_KEY", "");

        Map<String, JsonNode> checks = checks(4);

        is(checks, "credentials", "failed", "no AWS profile named 'somebody'");
        is(checks, "bucket", "not checked", "needs: credentials");
        is(checks, "prices", "ok");
    }

    @Test
    void a_cache_that_cannot_be_written_is_a_warning() throws Exception {
        Path file = Files.write(folder.resolve("file"), "x".getBytes(StandardCharsets.UTF_8));
        shell.with("XDG_CACHE_HOME", file.resolve("below").toString());

        is(checks(0), "cache", "warning", "cannot be written", "XDG_CACHE_HOME");
    }
}
