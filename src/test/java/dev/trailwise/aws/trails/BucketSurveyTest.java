package dev.trailwise.aws.trails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.testing.SharedData;
import dev.trailwise.testing.aws.S3Server;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Organization;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketSurveyTest {
    private static final String FILE = "2026/11/02/file.json.gz";

    @TempDir
    private static Path folder;

    private static S3Server s3;

    @BeforeAll
    static void serve() {
        s3 = new S3Server(folder);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @Test
    void a_trail_of_one_account_is_found_with_its_regions_and_kinds() {
        s3.bucket(
                "single",
                "AWSLogs/111122223333/CloudTrail/us-east-1/2024/02/29/b.json.gz",
                "AWSLogs/111122223333/CloudTrail/us-east-1/2024/12/01/a.json.gz",
                "AWSLogs/111122223333/CloudTrail/eu-west-1/2025/01/01/a.json.gz",
                "AWSLogs/111122223333/CloudTrail-Insight/us-east-1/" + FILE,
                "AWSLogs/111122223333/CloudTrail-Digest/ap-south-1/" + FILE,
                "AWSLogs/111122223333/Config/us-west-2/" + FILE,
                "AWSLogs/aws-account-id=123/CloudTrail/us-west-2/" + FILE,
                "some/other/thing.txt");

        FoundLogs found = only(survey("single").everywhere());

        assertThat(found.layout()).isEqualTo(TrailLayout.ofAccounts(""));
        assertThat(found.accounts()).containsExactly(new AccountId("111122223333"));
        assertThat(found.regions()).containsExactly(new Region("eu-west-1"), Region.US_EAST_1);
        assertThat(found.kinds()).containsExactly(LogKind.EVENTS, LogKind.INSIGHTS, LogKind.DIGEST);
        assertThat(survey("single").firstDay(found)).hasToString("Optional[2024/02/29]");
    }

    @Test
    void summaries_of_data_events_have_regions_and_a_first_day_too() {
        s3.bucket("summaries", "AWSLogs/111122223333/CloudTrail-Aggregated/us-west-2/2025/11/17/a.json.gz");

        FoundLogs found = only(survey("summaries").everywhere());

        assertThat(found.kinds()).containsExactly(LogKind.AGGREGATED);
        assertThat(found.regions()).containsExactly(new Region("us-west-2"));
        assertThat(survey("summaries").firstDay(found)).hasToString("Optional[2025/11/17]");
    }

    @Test
    void control_towers_two_layouts_in_one_bucket_are_told_apart() {
        s3.bucket(
                "control-tower",
                "o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail/us-east-1/" + FILE,
                "o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/444455556666/CloudTrail/us-east-1/" + FILE,
                "o-a1b2c3d4e5/AWSLogs/111122223333/CloudTrail/us-east-1/2021/01/01/x.json.gz",
                "o-a1b2c3d4e5/AWSLogs/444455556666/Config/us-east-1/" + FILE);

        List<FoundLogs> found = survey("control-tower").everywhere();

        assertThat(found)
                .extracting(logs -> logs.layout().root())
                .containsExactly("o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/", "o-a1b2c3d4e5/AWSLogs/");
        assertThat(found.get(0).organization()).hasValue(new Organization("o-a1b2c3d4e5"));
        assertThat(found.get(0).prefix()).isEqualTo("o-a1b2c3d4e5");
        assertThat(found.get(1).organization()).isEmpty();
        assertThat(found.get(1).accounts()).containsExactly(new AccountId("111122223333"));
    }

    @Test
    void several_trails_in_one_bucket_are_all_found() {
        s3.bucket(
                "several",
                "AWSLogs/111122223333/CloudTrail/us-east-1/" + FILE,
                "audit/trails/one/AWSLogs/111122223333/CloudTrail/us-east-1/" + FILE,
                "a/b/c/too/deep/AWSLogs/111122223333/CloudTrail/us-east-1/" + FILE);

        assertThat(survey("several").everywhere())
                .extracting(FoundLogs::prefix)
                .containsExactlyInAnyOrder("", "audit/trails/one");
        assertThat(survey("several").under("a/b/c/too/deep")).hasSize(1);
        assertThat(survey("several").under("audit")).isEmpty();
    }

    @Test
    void a_folder_marker_is_not_taken_for_the_first_day() {
        s3.bucket(
                "strays",
                "AWSLogs/111122223333/CloudTrail/us-east-1/0-readme.txt",
                "AWSLogs/111122223333/CloudTrail/us-east-1/2023/07/10/x.json.gz",
                "AWSLogs/111122223333/CloudTrail/us-east-1/2022/99/10/x.json.gz");

        BucketSurvey survey = survey("strays");

        assertThat(survey.firstDay(only(survey.everywhere()))).hasToString("Optional[2023/07/10]");
    }

    @Test
    void a_bucket_without_logs_has_none() {
        s3.bucket("empty", "photos/2024/cat.jpg");

        assertThat(survey("empty").everywhere()).isEmpty();
        assertThat(survey("empty").at(TrailLayout.ofAccounts("")).logs()).isEmpty();
    }

    @Test
    void many_accounts_are_listed_at_once() {
        String[] keys = new String[60];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = "AWSLogs/o-many/" + (100_000_000_000L + i) + "/CloudTrail/us-east-1/2026/11/" + (10 + i % 20)
                    + "/x";
        }
        s3.bucket("many", keys);

        FoundLogs found = only(survey("many").everywhere());

        assertThat(found.accounts()).hasSize(60);
        assertThat(survey("many").firstDay(found)).hasToString("Optional[2026/11/10]");
    }

    @Test
    void a_bucket_that_is_not_there_is_told() {
        assertThatThrownBy(() -> survey("nowhere").everywhere())
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("no bucket named 'nowhere'");
    }

    @Test
    void wrong_keys_are_told() {
        s3.bucket("private");
        Map<String, String> environment = new HashMap<>(s3.environment());
        environment.put("AWS_SECRET_ACCESS_KEY", "wrong");

        try (AwsClients clients = new AwsClients(environment, null, Optional.empty())) {
            assertThatThrownBy(() -> new BucketSurvey(clients, "private").everywhere())
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.ACCESS))
                    .hasMessageContaining("SignatureDoesNotMatch");
        }
    }

    @Test
    void a_service_that_cannot_be_reached_is_told() {
        Map<String, String> environment = new HashMap<>(s3.environment());
        environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1");

        try (AwsClients clients = new AwsClients(environment, null, Optional.empty())) {
            assertThatThrownBy(() -> new BucketSurvey(clients, "private").everywhere())
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
                    .hasMessageContaining("could not be reached");
        }
    }

    @Test
    void a_real_organization_trail_is_found() {
        s3.bucket("umccr", SharedData.folder("umccr/test_input"));

        FoundLogs found = only(survey("umccr").everywhere());

        assertThat(found.organization()).hasValue(new Organization("o-abcd"));
        assertThat(found.accounts()).containsExactly(new AccountId("811596193553"));
        assertThat(found.regions()).containsExactly(new Region("ap-southeast-1"), Region.US_EAST_1);
        assertThat(survey("umccr").firstDay(found)).hasToString("Optional[2020/09/30]");
    }

    private static BucketSurvey survey(String bucket) {
        return new BucketSurvey(new AwsClients(s3.environment(), null, Optional.empty()), bucket);
    }

    private static FoundLogs only(List<FoundLogs> found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
