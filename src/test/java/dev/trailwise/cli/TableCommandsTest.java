package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.testing.aws.GlueServer;
import dev.trailwise.testing.aws.JsonService;
import dev.trailwise.testing.aws.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goes the way of a new user: init, the table, what joins later; against real S3, Glue and CloudTrail protocols. */
class TableCommandsTest {
    private static final String ROOT = "AWSLogs/o-exampleorg1/";
    private static final String FILE = "/CloudTrail/us-east-1/2026/10/01/x.json.gz";

    @TempDir
    private Path folder;

    @TempDir
    private Path buckets;

    private final GlueServer glue = new GlueServer();
    private final JsonService cloudTrail = new JsonService();
    private final JsonService athena = new JsonService();
    private S3Server s3;
    private Shell shell;

    @BeforeEach
    void serve() {
        s3 = new S3Server(buckets);
        s3.bucket(
                "my-logs",
                ROOT + "111122223333" + FILE,
                ROOT + "222233334444" + FILE,
                ROOT + "222233334444/CloudTrail/eu-west-1/2026/10/03/x.json.gz");
        s3.bucket("results");
        workgroup("s3://results/athena/", false);
        shell = shell();
    }

    @AfterEach
    void stop() {
        s3.close();
        glue.close();
        cloudTrail.close();
        athena.close();
    }

    @Test
    void from_nothing_to_a_table_that_takes_in_a_new_account() {
        shell.run("init", "--bucket", "my-logs")
                .succeeded()
                .said("accounts  2: 111122223333, 222233334444", "since     2026-10-01")
                .printed("trailwise.yaml");
        shell.run("table", "create").succeeded().printedExactly("security.cloudtrail_logs  created\n");
        shell.run("table", "create").succeeded().printedExactly("security.cloudtrail_logs  already up to date\n");

        s3.bucket("my-logs", ROOT + "333344445555" + FILE);

        shell.run("table", "show").exited(3).printed("differs", "~ accounts: +333344445555", "table create --update");
        shell.run("table", "create").exited(2).said("+333344445555", "--update");
        shell.run("table", "create", "--update").succeeded().printed("updated", "+333344445555");
        shell.run("table", "show").succeeded().printedExactly("security.cloudtrail_logs  up to date\n");
        shell.run("table", "drop").exited(2).said("--yes");
        shell.run("table", "drop", "--yes").succeeded().printedExactly("security.cloudtrail_logs  dropped\n");
        shell.run("table", "show").exited(6).printed("missing");
    }

    @Test
    void init_without_a_bucket_asks_cloudtrail() throws IOException {
        JsonNode answer = new ObjectMapper()
                .readTree("{\"trailList\": [{\"Name\": \"all\", \"S3BucketName\": \"my-logs\","
                        + " \"IsOrganizationTrail\": true, \"IsMultiRegionTrail\": true}]}");
        cloudTrail.on("DescribeTrails", request -> answer);

        shell.run("init", "--stdout")
                .succeeded()
                .said("trail 'all' (organization, all Regions) delivers to s3://my-logs/")
                .printed("bucket: my-logs", "organization: o-exampleorg1", "since: 2026-10-01");
        assertThat(folder.resolve("trailwise.yaml")).doesNotExist();
    }

    @Test
    void init_keeps_what_else_the_file_says_and_asks_before_it_overwrites() throws IOException {
        Path file = folder.resolve("trailwise.yaml");
        Files.writeString(file, "cost: {max_per_query: 7}\n");

        shell.run("init", "--bucket", "my-logs").exited(2).said("Overwrite it?", "--yes");
        assertThat(file).hasContent("cost: {max_per_query: 7}");
        person("n\n").run("init", "--bucket", "my-logs").exited(130).said("Cancelled. Nothing was changed.");
        assertThat(file).hasContent("cost: {max_per_query: 7}");

        person("y\n").run("init", "--bucket", "my-logs").succeeded();

        assertThat(file).content().contains("max_per_query: 7", "bucket: my-logs");
        shell.run("init", "--bucket", "my-logs").succeeded().said("is up to date");
    }

    @Test
    void of_several_trails_a_person_chooses_and_a_script_must_say() {
        s3.bucket("my-logs", "o-exampleorg1/AWSLogs/111122223333" + FILE);

        shell.run("init", "--bucket", "my-logs")
                .exited(2)
                .said(
                        "trailwise init --bucket my-logs --prefix '' --organization o-exampleorg1",
                        "trailwise init --bucket my-logs --prefix o-exampleorg1 --organization none");
        person("9\n2\n")
                .run("init", "--bucket", "my-logs", "--stdout")
                .succeeded()
                .printed("prefix: o-exampleorg1", "# organization:");
        shell.run("init", "--bucket", "my-logs", "--prefix", "", "--organization", "o-exampleorg1", "--stdout")
                .succeeded()
                .printed("organization: o-exampleorg1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "init --bucket no-such-bucket              | 2 | no bucket named 'no-such-bucket'",
                "init --bucket photos                      | 2 | there are no CloudTrail logs in s3://photos/",
                "init --bucket my-logs --prefix nowhere    | 2 | there are no CloudTrail logs in s3://my-logs/nowhere",
                "init --bucket my-logs --organization o-x  | 2 | --bucket, --prefix and --organization say where to look",
                "table show                                | 2 | no bucket is set",
                "table create --bucket s3://my-logs        | 2 | --bucket: trail.bucket: not the name of a bucket",
                "table create --bucket photos              | 2 | there are no CloudTrail logs in s3://photos/AWSLogs/",
                "table create --table cloudtrail-logs      | 2 | not a table name that Athena takes: 'cloudtrail-logs'",
                "table create --bucket my-logs --organization o-exampleorg1 --kind insights | 2 | no CloudTrail-Insight logs",
            })
    void what_is_wrong_is_told_and_nothing_is_made(String command, int exit, String message) {
        s3.bucket("photos", "2024/cat.jpg");

        shell.run(command.strip().split(" ")).exited(exit).said(message);

        assertThat(glue.holds("security")).isFalse();
    }

    @Test
    void a_prefix_is_taken_however_it_is_written() {
        s3.bucket("prefixed", "audit/AWSLogs/111122223333" + FILE);

        for (String prefix :
                new String[] {"audit", "audit/", "/audit/", "audit/AWSLogs/", "audit/AWSLogs/111122223333/"}) {
            shell.run("init", "--bucket", "prefixed", "--prefix", prefix, "--stdout")
                    .succeeded()
                    .printed("prefix: audit ");
        }
    }

    @Test
    void a_denied_bucket_is_a_failure_of_access() {
        shell.with("AWS_SECRET_ACCESS_KEY", "wrong")
                .run("init", "--bucket", "my-logs")
                .exited(4)
                .said("AWS rejected the credentials (SignatureDoesNotMatch)");
    }

    @Test
    void a_denied_table_names_the_action_and_leaves_nothing() {
        shell.run("init", "--bucket", "my-logs").succeeded();
        glue.service().failNext("CreateTable", 400, "AccessDeniedException");

        shell.run("table", "create").exited(4).said("glue:CreateTable", "trailwise table policy");

        assertThat(glue.holds("security")).isFalse();
    }

    @Test
    void a_name_that_is_taken_is_not_replaced_unasked() {
        shell.run("init", "--bucket", "my-logs").succeeded();
        glue.put("security", "cloudtrail_logs");

        shell.run("table", "create", "--update").exited(2).said("trailwise did not make", "--replace");
        shell.run("table", "drop", "--yes").exited(2).said("was not made by trailwise");
        shell.run("table", "create", "--replace").succeeded().printed("replaced");
    }

    @Test
    void a_dry_run_prints_the_request_and_makes_none() throws IOException {
        shell.run("init", "--bucket", "my-logs").succeeded();

        Shell.Result result = shell.run("table", "create", "--dry-run").succeeded();

        assertThat(new ObjectMapper()
                        .readTree(result.out())
                        .at("/TableInput/Parameters/projection.account.values")
                        .asText())
                .isEqualTo("111122223333,222233334444");
        assertThat(glue.holds("security")).isFalse();
    }

    @Test
    void reports_are_json_where_a_program_reads_them() throws IOException {
        shell.run("init", "--bucket", "my-logs").succeeded();

        Shell.Result missing = shell.run("table", "show", "--format", "json").exited(6);

        JsonNode report = new ObjectMapper().readTree(missing.out());
        assertThat(report.path("table").asText()).isEqualTo("security.cloudtrail_logs");
        assertThat(report.path("state").asText()).isEqualTo("missing");
        assertThat(report.path("differences")).isEmpty();
    }

    @Test
    void settings_that_leave_accounts_out_are_told() {
        shell.with("TRAILWISE_TRAIL_ACCOUNTS", "111122223333")
                .run("table", "show", "--bucket", "my-logs", "--organization", "o-exampleorg1")
                .exited(6)
                .said("the settings leave out accounts that the bucket has: 222233334444");
    }

    @Test
    void ddl_needs_no_aws_when_the_settings_tell_all() {
        Shell offline = new Shell(folder)
                .with("AWS_REGION", "us-east-1")
                .with("TRAILWISE_TRAIL_BUCKET", "my-logs")
                .with("TRAILWISE_TRAIL_ACCOUNTS", "111122223333")
                .with("TRAILWISE_TRAIL_REGIONS", "us-east-1")
                .with("TRAILWISE_TRAIL_SINCE", "2026-10-01");

        offline.run("table", "ddl").succeeded().printed("CREATE EXTERNAL TABLE `security`.`cloudtrail_logs` (");
        offline.run("table", "ddl", "--as", "terraform", "--kind", "network-activity")
                .succeeded()
                .printed("\"cloudtrail_logs_network_activity\"");
        offline.run("table", "ddl", "--any-account", "--all-regions")
                .succeeded()
                .said("has to name its accounts")
                .printed("'projection.account.type' = 'injected'", "ap-southeast-2");
        offline.run("table", "policy", "--for", "run", "--owner", "111122223333")
                .succeeded()
                .printed("arn:aws:athena:us-east-1:111122223333:workgroup/primary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3://no-such-bucket/athena/ | athena.output: no bucket named 'no-such-bucket'",
                "s3://my-logs/AWSLogs/results/ | athena.output: s3://my-logs/AWSLogs/results/ is inside the logs",
                "s3://my-logs/AWSLogs | athena.output: s3://my-logs/AWSLogs/ is inside the logs",
            })
    void a_place_for_results_that_cannot_work_is_refused_before_anything_is_made(String output, String message) {
        Shell wrong = shell().with("TRAILWISE_ATHENA_OUTPUT", output);

        wrong.run("init", "--bucket", "my-logs").exited(2).said(message);
        assertThat(folder.resolve("trailwise.yaml")).doesNotExist();
        wrong.run("table", "create", "--bucket", "my-logs", "--organization", "o-exampleorg1")
                .exited(2)
                .said(message);
        assertThat(glue.holds("security")).isFalse();
    }

    @Test
    void a_place_for_results_that_works_is_not_talked_about() {
        shell.with("TRAILWISE_ATHENA_OUTPUT", "s3://results/mine/");

        assertThat(shell.run("init", "--bucket", "my-logs").succeeded().err()).doesNotContain("results");
        assertThat(shell.run("table", "create").succeeded().err()).doesNotContain("results");
        shell().with("TRAILWISE_ATHENA_OUTPUT", "s3://my-logs/athena/")
                .run("table", "create")
                .succeeded();
    }

    @Test
    void a_workgroup_without_a_place_for_results_needs_one_in_the_settings() {
        workgroup("", false);

        shell.run("init", "--bucket", "my-logs").succeeded().said("warning: Athena has nowhere to write results");
        shell.run("table", "create").succeeded().said("Athena has nowhere to write results");
    }

    @Test
    void a_workgroup_that_enforces_its_own_place_beats_the_settings_and_is_checked_too() {
        workgroup("s3://results/team/", true);
        shell.with("TRAILWISE_ATHENA_OUTPUT", "s3://no-such-bucket/");
        shell.run("init", "--bucket", "my-logs")
                .succeeded()
                .said("athena.output has no effect: workgroup primary writes results to s3://results/team/");

        workgroup("s3://gone/team/", true);
        shell.run("table", "create").exited(2).said("the result location of workgroup primary: no bucket named 'gone'");
    }

    @Test
    void what_cannot_be_checked_of_the_place_for_results_stops_nothing() {
        athena.failNext("GetWorkGroup", 400, "AccessDeniedException");
        shell.run("init", "--bucket", "my-logs").succeeded();
        athena.on("GetWorkGroup", request -> {
            throw new JsonService.Refused(400, "InvalidRequestException", "WorkGroup primary is not found.");
        });
        shell.run("table", "create").succeeded().said("warning: ", "WorkGroup primary is not found.");
    }

    private void workgroup(String output, boolean enforced) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode configuration = json.createObjectNode().put("EnforceWorkGroupConfiguration", enforced);
        configuration.putObject("ResultConfiguration").put("OutputLocation", output);
        ObjectNode workgroup = json.createObjectNode().put("Name", "primary").put("State", "ENABLED");
        workgroup.set("Configuration", configuration);
        athena.on("GetWorkGroup", request -> json.createObjectNode().set("WorkGroup", workgroup));
    }

    private Shell shell() {
        Shell shell = new Shell(folder)
                .with("AWS_ENDPOINT_URL_CLOUDTRAIL", cloudTrail.url())
                .with("AWS_ENDPOINT_URL_ATHENA", athena.url());
        s3.environment().forEach(shell::with);
        glue.environment().forEach(shell::with);
        return shell;
    }

    private Shell person(String typed) {
        return shell().with("TRAILWISE_TTY", "012").typing(typed);
    }
}
