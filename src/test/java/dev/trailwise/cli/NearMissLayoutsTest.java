package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.testing.aws.GlueServer;
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

/** Logs beside those that the table covers: under a doubled slash, or of the other kind of trail. */
class NearMissLayoutsTest {
    private static final String FILE = "111122223333/CloudTrail/us-east-1/2026/10/01/x.json.gz";

    @TempDir
    private Path folder;

    private final ListingS3 s3 = new ListingS3();
    private final GlueServer glue = new GlueServer();
    private final JsonService athena = new JsonService();

    @BeforeEach
    void serve() {
        ObjectMapper json = new ObjectMapper();
        athena.on(
                "GetWorkGroup",
                request -> json.createObjectNode()
                        .set(
                                "WorkGroup",
                                json.createObjectNode().put("Name", "primary").put("State", "ENABLED")));
    }

    @AfterEach
    void stop() {
        s3.close();
        glue.close();
        athena.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWSLogs//",
                "AWSLogs//o-exampleorg1/",
                "/AWSLogs/",
                "audit//AWSLogs/",
                "audit/trail//AWSLogs/",
                "audit/AWSLogs//"
            })
    void a_bucket_whose_logs_are_all_under_a_doubled_slash_is_named_with_the_way_out(String root) {
        s3.put(root + FILE, 1);
        String doubled = root.replace("o-exampleorg1/", "");

        shell().run("init", "--bucket", "my-logs")
                .exited(2)
                .said(
                        "there are no CloudTrail logs in s3://my-logs/",
                        "s3://my-logs/" + doubled + " has a doubled slash",
                        "aws s3 mv 's3://my-logs/" + doubled + "' 's3://my-logs/"
                                + doubled.replaceAll("/+", "/").replaceAll("^/", "") + "' --recursive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWSLogs//", "audit//AWSLogs/", "/AWSLogs/"})
    void logs_under_a_doubled_slash_beside_others_are_warned_of(String root) {
        s3.put("AWSLogs/" + FILE, 1);
        s3.put(root + FILE, 1);

        shell().run("init", "--bucket", "my-logs")
                .succeeded()
                .said("warning: ", "s3://my-logs/" + root + " has a doubled slash", "aws s3 mv");
    }

    @ParameterizedTest
    @CsvSource({"AWSLogs//, ''", "/AWSLogs/, ''", "audit//AWSLogs/, audit", "audit/AWSLogs//, audit"})
    void table_create_warns_of_a_doubled_slash_too(String root, String prefix) {
        s3.put((prefix.isEmpty() ? "" : prefix + "/") + "AWSLogs/" + FILE, 1);
        s3.put(root + FILE, 1);

        shell().run("table", "create", "--bucket", "my-logs", "--prefix", prefix)
                .succeeded()
                .said("s3://my-logs/" + root + " has a doubled slash");
    }

    @Test
    void empty_folder_names_without_logs_are_nobodys_concern() {
        s3.put("AWSLogs/" + FILE, 1);
        s3.put("photos//cat.jpg", 1);
        s3.put("AWSLogs//readme.txt", 1);

        assertThat(shell().run("init", "--bucket", "my-logs").succeeded().err()).doesNotContain("slash");
    }

    @Test
    void init_finds_account_folders_from_before_the_organization_trail() {
        s3.put("AWSLogs/" + FILE.replace("2026/", "2025/"), 1);
        s3.put("AWSLogs/o-exampleorg1/" + FILE, 1);

        shell().run("init", "--bucket", "my-logs")
                .succeeded()
                .said("beside    s3://my-logs/AWSLogs/  1 account, 1 Region", "since     2025-")
                .said("trailwise table create --dry-run --account-folders");
        assertThat(folder.resolve("trailwise.yaml")).content().contains("account_folders: true", "organization: o-ex");
        shell().run("table", "create").succeeded().printed("security.cloudtrail_logs  created");
        shell().run("table", "create", "--account-folders")
                .succeeded()
                .printed("security.cloudtrail_logs_accounts  created");
        shell().run("table", "show", "--account-folders").succeeded().printed("up to date");
        shell().run("table", "ddl", "--account-folders")
                .succeeded()
                .printed("s3://my-logs/AWSLogs/${account}/CloudTrail/${region}/${day}/");
        shell().run("table", "policy", "--for", "run")
                .succeeded()
                .printed("table/security/cloudtrail_logs_accounts", "my-logs/AWSLogs/*\"");
        shell().run("table", "drop", "--account-folders", "--yes")
                .succeeded()
                .printed("security.cloudtrail_logs_accounts  dropped");
    }

    @Test
    void settings_that_leave_out_the_other_layout_are_warned_of_with_the_way_to_have_both() {
        s3.put("AWSLogs/" + FILE, 1);
        s3.put("AWSLogs/o-exampleorg1/" + FILE, 1);
        s3.put("AWSLogs/o-exampleorg1/" + FILE.replace("111122223333", "444455556666"), 1);

        shell().run("init", "--bucket", "my-logs", "--organization", "none")
                .succeeded()
                .said(
                        "warning: s3://my-logs/AWSLogs/o-exampleorg1/ also has logs that these settings leave out (2 accounts,",
                        "trailwise init --bucket my-logs --prefix '' --organization o-exampleorg1");
        shell().run("table", "create", "--organization", "o-exampleorg1")
                .succeeded()
                .said(
                        "s3://my-logs/AWSLogs/ also has logs that these settings leave out (1 account, 1 Region)",
                        "trail.account_folders",
                        "trailwise table create --account-folders");
    }

    @Test
    void a_second_organization_has_settings_and_a_table_of_its_own() {
        s3.put("AWSLogs/o-exampleorg1/" + FILE, 1);
        s3.put("AWSLogs/o-exampleorg2/" + FILE, 1);
        shell().run("init", "--bucket", "my-logs", "--organization", "o-exampleorg1")
                .succeeded()
                .said("trailwise init --bucket my-logs --prefix '' --organization o-exampleorg2 --config other.yaml");
        shell().run("table", "create").succeeded();

        Path other = folder.resolve("other.yaml");
        shell().run("init", "--bucket", "my-logs", "--organization", "o-exampleorg2", "--config", other.toString())
                .succeeded()
                .printed("other.yaml");
        shell().with("TRAILWISE_TABLE_NAME", "cloudtrail_logs_other")
                .run("table", "create", "--config", other.toString())
                .succeeded()
                .printed("security.cloudtrail_logs_other  created");
    }

    @Test
    void one_layout_alone_is_not_talked_about() {
        s3.put("AWSLogs/o-exampleorg1/" + FILE, 1);
        s3.put("AWSLogs/111122223333/Config/us-east-1/2026/10/01/x.json.gz", 1);

        assertThat(shell().run("init", "--bucket", "my-logs").succeeded().err()).doesNotContain("leave out");
        assertThat(shell().run("table", "create").succeeded().err()).doesNotContain("leave out");
    }

    private Shell shell() {
        Shell shell = new Shell(folder).with("TRAILWISE_ATHENA_OUTPUT", "s3://results/");
        s3.environment().forEach(shell::with);
        glue.environment().forEach(shell::with);
        return shell.with("AWS_ENDPOINT_URL_ATHENA", athena.url());
    }
}
