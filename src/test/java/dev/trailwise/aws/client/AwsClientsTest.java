package dev.trailwise.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.trail.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsClientsTest {
    @Test
    void the_region_that_was_chosen_beats_the_environment() {
        Map<String, String> environment = Map.of("AWS_REGION", "us-east-1", "AWS_DEFAULT_REGION", "us-west-2");

        assertThat(new AwsClients(environment, null, Optional.of(new Region("eu-west-1"))).region())
                .isEqualTo(new Region("eu-west-1"));
        assertThat(new AwsClients(environment, null, Optional.empty()).region()).isEqualTo(Region.US_EAST_1);
        assertThat(new AwsClients(Map.of("AWS_DEFAULT_REGION", "us-west-2"), null, Optional.empty()).region())
                .isEqualTo(new Region("us-west-2"));
    }

    @Test
    void a_region_or_an_endpoint_that_is_none_is_told() {
        assertThatThrownBy(() -> new AwsClients(Map.of("AWS_REGION", "Frankfurt"), null, Optional.empty()).region())
                .hasMessageContaining("unknown AWS Region 'Frankfurt'");
        Map<String, String> environment = Map.of("AWS_REGION", "us-east-1", "AWS_ENDPOINT_URL", "localhost:9000");
        assertThatThrownBy(() -> new AwsClients(environment, null, Optional.empty()).s3())
                .hasMessageContaining("AWS_ENDPOINT_URL is not a valid URL: 'localhost:9000'");
    }

    @Test
    void configured_endpoints_can_be_ignored() {
        Map<String, String> environment = Map.of(
                "AWS_REGION",
                "us-east-1",
                "AWS_ENDPOINT_URL",
                "http://localhost:9000",
                "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
                "true");
        assertThat(new AwsClients(environment, null, Optional.empty()).s3Endpoint())
                .isEmpty();
    }

    @Test
    void a_profile_that_is_not_there_is_told_with_those_that_are(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), "[profile audit]\nregion = eu-west-1\n");
        Files.writeString(
                home.resolve(".aws/credentials"), "[default]\naws_access_key_id = AKIA\naws_secret_access_key = x\n");
        Map<String, String> environment = Map.of("HOME", home.toString(), "AWS_REGION", "us-east-1");

        assertThatThrownBy(() -> new AwsClients(environment, "audti", Optional.empty()).s3())
                .hasMessage("no AWS profile named 'audti' (profiles: audit, default)");
        assertThat(new AwsClients(Map.of("HOME", home.toString()), "audit", Optional.empty()).region())
                .isEqualTo(new Region("eu-west-1"));
    }

    @Test
    void all_regions_of_each_part_of_aws_are_known() {
        assertThat(AwsRegions.besides(Region.US_EAST_1))
                .contains(Region.US_EAST_1, new Region("eu-central-1"), new Region("ap-southeast-2"))
                .hasSizeGreaterThan(25)
                .doesNotContain(new Region("cn-north-1"), new Region("us-gov-west-1"));
        assertThat(AwsRegions.besides(new Region("cn-north-1")))
                .containsExactly(new Region("cn-north-1"), new Region("cn-northwest-1"));
        assertThat(AwsRegions.besides(new Region("us-gov-west-1")))
                .containsExactly(new Region("us-gov-east-1"), new Region("us-gov-west-1"));
    }
}
