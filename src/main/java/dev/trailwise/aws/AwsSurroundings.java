package dev.trailwise.aws;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.Region;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * What the environment and the profile say of credentials, Region and endpoints. The environment is the one given, not
 * the process's own.
 */
final class AwsSurroundings {
    private final Map<String, String> environment;
    private final @Nullable String namedProfile;

    AwsSurroundings(Map<String, String> environment, @Nullable String namedProfile) {
        this.environment = Map.copyOf(environment);
        this.namedProfile = namedProfile;
    }

    /** A profile named by the user beats keys in the environment, as in the AWS CLI. */
    AwsCredentialsProvider credentials() {
        if (namedProfile != null) {
            return ProfileCredentialsProvider.create(namedProfile);
        }
        String key = variable("AWS_ACCESS_KEY_ID").orElse("");
        String secret = variable("AWS_SECRET_ACCESS_KEY").orElse("");
        if (!key.isEmpty() && !secret.isEmpty()) {
            return StaticCredentialsProvider.create(variable("AWS_SESSION_TOKEN")
                    .<software.amazon.awssdk.auth.credentials.AwsCredentials>map(
                            token -> AwsSessionCredentials.create(key, secret, token))
                    .orElseGet(() -> AwsBasicCredentials.create(key, secret)));
        }
        return DefaultCredentialsProvider.builder().profileName(profileName()).build();
    }

    Optional<Region> region() {
        return variable("AWS_REGION")
                .or(() -> variable("AWS_DEFAULT_REGION"))
                .or(this::regionOfProfile)
                .map(AwsSurroundings::checked);
    }

    /** The custom endpoint of a service, such as {@code S3}: its own, or that of all services. */
    Optional<URI> endpoint(String service) {
        return Stream.of(
                        variable("AWS_ENDPOINT_URL_" + service),
                        variable("AWS_ENDPOINT_URL"),
                        profile().flatMap(profile -> profile.property("endpoint_url")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(AwsSurroundings::uri);
    }

    private Optional<String> regionOfProfile() {
        try {
            return Optional.of(DefaultAwsRegionProviderChain.builder()
                    .profileName(profileName())
                    .build()
                    .getRegion()
                    .id());
        } catch (SdkClientException nowhereSet) {
            return Optional.empty();
        }
    }

    private Optional<Profile> profile() {
        return ProfileFile.defaultProfileFile().profile(profileName());
    }

    private String profileName() {
        return namedProfile != null ? namedProfile : variable("AWS_PROFILE").orElse("default");
    }

    private Optional<String> variable(String name) {
        return Optional.of(environment.getOrDefault(name, "")).filter(value -> !value.isEmpty());
    }

    private static Region checked(String code) {
        return Region.tryParse(code)
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE, "the AWS Region '" + code + "' is none; Regions look like us-east-1"));
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException notAUri) {
            throw endpointFailure(text);
        }
        throw endpointFailure(text);
    }

    private static Failure endpointFailure(String text) {
        return new Failure(
                ExitCode.USAGE, "AWS_ENDPOINT_URL is no address: '" + text + "'; it looks like http://localhost:9000");
    }
}
