package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.testing.aws.S3Server;
import dev.trailwise.testing.aws.TrailServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code init} writes about data events, which decides whether LookupEvents may answer. */
class InitDataEventsTest {
    private static final String FILE = "/CloudTrail/us-east-1/2026/10/01/x.json.gz";
    private static final String TRAIL = "{\"S3BucketName\": \"my-logs\", \"IsMultiRegionTrail\": true}";
    private static final String ORGANIZATION =
            "{\"S3BucketName\": \"my-logs\", \"IsMultiRegionTrail\": true, \"IsOrganizationTrail\": true}";
    private static final String MANAGEMENT = "{\"EventSelectors\": [{\"ReadWriteType\": \"All\"}]}";
    private static final String DATA = """
            {"EventSelectors": [{"ReadWriteType": "All",
              "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]}]}]}""";

    @TempDir
    Path folder;

    @TempDir
    Path buckets;

    private final TrailServer cloudTrail = new TrailServer();
    private S3Server s3;
    private Shell shell;

    @BeforeEach
    void start() {
        s3 = new S3Server(buckets).bucket("my-logs", "AWSLogs/111122223333" + FILE);
        shell = new Shell(folder);
        s3.environment().forEach(shell::with);
        cloudTrail.environment().forEach(shell::with);
        shell.with("AWS_ENDPOINT_URL_ATHENA", cloudTrail.service().url());
    }

    @AfterEach
    void stop() {
        cloudTrail.close();
        s3.close();
    }

    /** What the settings say; the file shows what can be set as a comment. */
    private String written() {
        return written("my-logs");
    }

    private String written(String bucket) {
        return shell.run("init", "--bucket", bucket, "--stdout")
                .succeeded()
                .out()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("data_events:"))
                .map(line -> line.replaceAll("^data_events: *| *#.*$", ""))
                .findFirst()
                .orElse("nothing");
    }

    private TrailServer trail(String name, String home, String trail, String selectors) {
        return cloudTrail.trail(name, home, trail, "{}", selectors, "{}");
    }

    @Test
    void a_trail_of_management_events_only_is_written_so() {
        trail("all", "us-east-1", TRAIL, MANAGEMENT);

        Shell.Result result =
                shell.run("init", "--bucket", "my-logs", "--stdout").succeeded();

        result.printed("\n  data_events: false ")
                .said("trail all records management events only", "trail.data_events: true");
    }

    @Test
    void a_trail_that_records_data_events_is_written_so_wherever_its_region_is() {
        trail("all", "us-east-1", TRAIL, MANAGEMENT);
        trail("data", "eu-west-1", "{\"S3BucketName\": \"my-logs\"}", DATA);

        assertThat(written()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeTrails", "ListTrails", "GetEventSelectors"})
    void nothing_is_written_where_a_call_is_not_permitted(String call) {
        trail("all", "us-east-1", TRAIL, MANAGEMENT);
        cloudTrail.service().failNext(call, 400, "AccessDeniedException");

        assertThat(written()).isEqualTo("nothing");
    }

    @Test
    void nothing_is_written_where_another_account_delivers_to_the_bucket_too() {
        trail("all", "us-east-1", TRAIL, MANAGEMENT);
        s3.bucket("my-logs", "AWSLogs/222233334444" + FILE);

        assertThat(written()).isEqualTo("nothing");
    }

    @Test
    void the_trail_of_an_organization_covers_its_accounts_but_not_folders_next_to_them() {
        s3.bucket("org-logs", "AWSLogs/o-exampleorg1/222233334444" + FILE);
        trail("all", "us-east-1", ORGANIZATION.replace("my-logs", "org-logs"), MANAGEMENT);
        String covered = written("org-logs");
        s3.bucket("org-logs", "AWSLogs/333344445555" + FILE);
        String others = written("org-logs");

        assertThat(covered).isEqualTo("false");
        assertThat(others).isEqualTo("nothing");
    }

    @Test
    void what_a_person_wrote_stays_true() {
        trail("all", "us-east-1", TRAIL, MANAGEMENT);
        Path file = folder.resolve("trailwise.yaml");
        write(file, "trail: {data_events: true}\n");

        assertThat(written()).isEqualTo("true");
    }

    private static void write(Path file, String text) {
        try {
            java.nio.file.Files.writeString(file, text);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
