package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.testing.Golden;
import dev.trailwise.testing.aws.BucketServer;
import dev.trailwise.testing.aws.TrailServer;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code trail check}, over real clients of the SDK. */
class TrailCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = """
            {"S3BucketName": "org-logs", "IsMultiRegionTrail": true, "IsOrganizationTrail": true,
             "IncludeGlobalServiceEvents": true, "LogFileValidationEnabled": true,
             "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/k"}""";
    private static final String POOR = """
            {"S3BucketName": "my-logs", "S3KeyPrefix": "audit", "IsMultiRegionTrail": false, "IsOrganizationTrail": false,
             "IncludeGlobalServiceEvents": true, "LogFileValidationEnabled": false}""";
    private static final String LOGGING = "{\"IsLogging\": true, \"LatestDeliveryTime\": 1791704400}";
    private static final String STOPPED = """
            {"IsLogging": false, "StopLoggingTime": 1790000000, "LatestDeliveryTime": 1790000000,
             "LatestDeliveryError": "AccessDenied"}""";
    private static final String ALL_MANAGEMENT = """
            {"EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": true, "DataResources": []}]}""";
    private static final String EVERYTHING = """
            {"AdvancedEventSelectors": [
              {"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]}]},
              {"FieldSelectors": [{"Field": "eventCategory", "Equals": ["Data"]},
                {"Field": "resources.type", "Equals": ["AWS::S3::Object"]},
                {"Field": "readOnly", "Equals": ["false"]},
                {"Field": "resources.ARN", "StartsWith": ["arn:aws:s3:::payroll/"]}]},
              {"FieldSelectors": [{"Field": "eventCategory", "Equals": ["NetworkActivity"]},
                {"Field": "eventSource", "Equals": ["s3.amazonaws.com"]}]}]}""";
    private static final String INSIGHTS = """
            {"InsightSelectors": [{"InsightType": "ApiCallRateInsight"}, {"InsightType": "ApiErrorRateInsight"}]}""";
    private static final String SOON_IN_GLACIER = """
            <LifecycleConfiguration><Rule><ID>archive</ID><Status>Enabled</Status><Filter><Prefix></Prefix></Filter>
            <Transition><Days>30</Days><StorageClass>GLACIER</StorageClass></Transition>
            <Expiration><Days>400</Days></Expiration></Rule></LifecycleConfiguration>""";

    @TempDir
    Path folder;

    private final TrailServer cloudTrail = new TrailServer();
    private final BucketServer buckets = new BucketServer().blocked("org-logs");
    private Shell shell;

    @BeforeEach
    void start() {
        shell = new Shell(folder);
        cloudTrail.environment().forEach(shell::with);
        buckets.environment().forEach(shell::with);
    }

    @AfterEach
    void stop() {
        cloudTrail.close();
        buckets.close();
    }

    private TrailServer good() {
        return cloudTrail.trail("all", "us-east-1", GOOD, LOGGING, EVERYTHING, INSIGHTS);
    }

    private TrailServer poor() {
        buckets.put("my-logs", "lifecycle", SOON_IN_GLACIER);
        return cloudTrail.trail("old", "eu-west-1", POOR, STOPPED, """
                {"EventSelectors": [{"ReadWriteType": "WriteOnly", "IncludeManagementEvents": true,
                  "ExcludeManagementEventSources": ["kms.amazonaws.com"],
                  "DataResources": [{"Type": "AWS::Lambda::Function", "Values": ["arn:aws:lambda"]}]}]}""", "{}");
    }

    private JsonNode findings(String... more) throws Exception {
        String[] words = {"trail", "check", "--format", "json"};
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(words), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return JSON.readTree(shell.run(all).out());
    }

    private static JsonNode finding(JsonNode findings, String check) {
        for (JsonNode finding : findings) {
            if (finding.path("check").asText().equals(check)) {
                return finding;
            }
        }
        throw new AssertionError("no " + check + " in " + findings);
    }

    @Test
    void a_good_trail_has_nothing_to_change() {
        good();

        Shell.Result result = shell.run("trail", "check", "--fail-on-rows").succeeded();

        Golden.assertMatches("cli/trail-check-good.txt", result.out());
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli", "terraform", "cloudformation"})
    void each_finding_has_its_change_in_each_form(String form) {
        poor();

        Shell.Result result =
                shell.run("trail", "check", "--as", form, "--fail-on-rows").exited(10);

        Golden.assertMatches("cli/trail-check-poor-" + form + ".txt", result.out());
        assertThat(cloudTrail.service().calls())
                .allMatch(call -> call.startsWith("Get") || call.matches("(Describe|List)Trails"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli", "terraform", "cloudformation"})
    void an_account_without_a_trail_gets_one_to_create_and_what_it_costs(String form) {
        Golden.assertMatches(
                "cli/trail-check-none-" + form + ".txt",
                shell.with("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1")
                        .run("trail", "check", "--as", form)
                        .succeeded()
                        .out());
    }

    @ParameterizedTest
    @CsvSource({
        "GetTrailStatus, cloudtrail:GetTrailStatus, logging",
        "GetEventSelectors, cloudtrail:GetEventSelectors, data events",
        "GetInsightSelectors, cloudtrail:GetInsightSelectors, Insights",
        "DescribeTrails, cloudtrail:DescribeTrails, trail",
        "ListTrails, cloudtrail:ListTrails, trails of other Regions",
    })
    void a_call_of_cloudtrail_that_is_not_permitted_is_unknown(String call, String permission, String check) {
        good();
        cloudTrail.service().failNext(call, 400, "AccessDeniedException");

        shell.run("trail", "check", "--format", "csv")
                .exited(3)
                .printed(check + ",unknown,not permitted: " + permission)
                .said(permission, "trailwise table policy --for check");
    }

    @ParameterizedTest
    @CsvSource({
        "lifecycle, s3:GetLifecycleConfiguration, lifecycle",
        "policyStatus, s3:GetBucketPolicyStatus, public access",
        "publicAccessBlock, s3:GetBucketPublicAccessBlock, public access",
    })
    void a_call_of_s3_that_is_not_permitted_is_unknown(String setting, String permission, String check) {
        good();
        buckets.deny(setting);

        shell.run("trail", "check", "--format", "csv")
                .exited(3)
                .printed(check + ",unknown,not permitted: " + permission)
                .said(permission);
    }

    @Test
    void credentials_that_aws_rejects_are_a_failure() {
        good();
        cloudTrail.service().failNext("DescribeTrails", 400, "UnrecognizedClientException");

        shell.run("trail", "check").exited(4);
    }

    @Test
    void a_second_trail_of_the_same_management_events_is_paid() throws Exception {
        good();
        cloudTrail.trail("copy", "eu-west-1", POOR, LOGGING, ALL_MANAGEMENT, "{}");

        JsonNode copies = finding(findings(), "paid copies");

        assertThat(copies.path("trail").asText()).isEqualTo("copy");
        assertThat(copies.path("level").asText()).isEqualTo("warning");
        assertThat(copies.path("why").asText()).contains("$2.00 per 100,000");
        assertThat(copies.path("change").asText()).contains("stop-logging");
    }

    @Test
    void trails_that_are_off_or_in_different_regions_or_of_other_events_are_no_copies() throws Exception {
        cloudTrail
                .trail("one", "us-east-1", POOR, LOGGING, ALL_MANAGEMENT, "{}")
                .trail("other-region", "eu-west-1", POOR, LOGGING, ALL_MANAGEMENT, "{}")
                .trail("off", "us-east-1", POOR, STOPPED, ALL_MANAGEMENT, "{}")
                .trail("data", "us-east-1", POOR, LOGGING, """
                        {"EventSelectors": [{"ReadWriteType": "All", "IncludeManagementEvents": false,
                          "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::a/"]}]}]}""", "{}");

        assertThat(finding(findings(), "paid copies").path("level").asText()).isEqualTo("ok");
    }

    @Test
    void only_the_trail_of_the_settings_is_checked_where_there_is_one() throws Exception {
        good();
        poor();

        assertThat(findings("--bucket", "org-logs"))
                .noneMatch(finding -> finding.path("trail").asText().equals("old"));
        assertThat(findings("--bucket", "my-logs", "--prefix", "audit"))
                .noneMatch(finding -> finding.path("trail").asText().equals("all"));
        shell.run("trail", "check", "--bucket", "elsewhere")
                .exited(3)
                .printed("no trail of this account delivers to s3://elsewhere/");
    }

    @Test
    void a_rule_for_other_keys_or_one_that_is_off_is_no_finding() throws Exception {
        good();
        buckets.put("org-logs", "lifecycle", """
                <LifecycleConfiguration>
                <Rule><ID>other</ID><Status>Enabled</Status><Filter><Prefix>athena/</Prefix></Filter>
                <Expiration><Days>7</Days></Expiration></Rule>
                <Rule><ID>off</ID><Status>Disabled</Status><Filter><Prefix></Prefix></Filter>
                <Expiration><Days>7</Days></Expiration></Rule>
                <Rule><ID>cool</ID><Status>Enabled</Status><Filter><Prefix>AWSLogs/</Prefix></Filter>
                <Transition><Days>30</Days><StorageClass>GLACIER_IR</StorageClass></Transition></Rule>
                </LifecycleConfiguration>""");

        assertThat(finding(findings(), "lifecycle").path("level").asText()).isEqualTo("ok");
    }

    @Test
    void a_public_bucket_is_a_warning() throws Exception {
        good();
        buckets.put("org-logs", "policyStatus", "<PolicyStatus><IsPublic>true</IsPublic></PolicyStatus>");

        assertThat(finding(findings(), "public access").path("level").asText()).isEqualTo("warning");
    }

    @Test
    void the_policy_for_the_check_allows_exactly_its_calls() throws Exception {
        good();
        shell.run("trail", "check").succeeded();

        SortedSet<String> called = new TreeSet<>();
        cloudTrail.service().calls().forEach(call -> called.add("cloudtrail:" + call));
        SortedSet<String> allowed = new TreeSet<>();
        JsonNode policy = JSON.readTree(shell.run("table", "policy", "--for", "check", "--bucket", "org-logs")
                .succeeded()
                .out());
        policy.path("Statement")
                .forEach(statement -> statement.path("Action").forEach(action -> allowed.add(action.asText())));
        called.addAll(java.util.List.of(
                "s3:GetLifecycleConfiguration", "s3:GetBucketPolicyStatus", "s3:GetBucketPublicAccessBlock"));
        assertThat(allowed).isEqualTo(called);
    }
}
