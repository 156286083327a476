package dev.trailwise.aws.trails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.testing.aws.JsonService;
import dev.trailwise.trail.Region;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrailFinderTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "AWS_REGION", "us-east-1");

    @Test
    void organization_trails_come_first_and_trails_without_a_bucket_not_at_all() throws JsonProcessingException {
        String answer = """
                {"trailList": [
                  {"Name": "mine", "S3BucketName": "my-logs", "S3KeyPrefix": "audit", "HomeRegion": "eu-west-1",
                   "IsMultiRegionTrail": false, "IsOrganizationTrail": false},
                  {"Name": "lake-only"},
                  {"Name": "all", "S3BucketName": "org-logs", "HomeRegion": "us-east-1",
                   "IsMultiRegionTrail": true, "IsOrganizationTrail": true}]}
                """;
        try (JsonService cloudTrail = new JsonService();
                AwsClients clients = new AwsClients(environment(cloudTrail), null, Optional.empty())) {
            var tree = new ObjectMapper().readTree(answer);
            cloudTrail.on("DescribeTrails", request -> {
                assertThat(request.path("includeShadowTrails").asBoolean()).isTrue();
                return tree;
            });

            assertThat(new TrailFinder(clients).trails())
                    .containsExactly(
                            new FoundTrail("all", Optional.of(Region.US_EAST_1), true, true, "org-logs", ""),
                            new FoundTrail(
                                    "mine", Optional.of(new Region("eu-west-1")), false, false, "my-logs", "audit"));
        }
    }

    @Test
    void a_denial_names_the_action() {
        try (JsonService cloudTrail = new JsonService();
                AwsClients clients = new AwsClients(environment(cloudTrail), null, Optional.empty())) {
            cloudTrail.failNext("DescribeTrails", 400, "AccessDeniedException");

            assertThatThrownBy(() -> new TrailFinder(clients).trails())
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.ACCESS))
                    .hasMessageContaining("cloudtrail:DescribeTrails");
        }
    }

    private static Map<String, String> environment(JsonService service) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("AWS_ENDPOINT_URL", service.url());
        return environment;
    }
}
