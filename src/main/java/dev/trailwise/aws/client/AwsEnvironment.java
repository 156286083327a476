package dev.trailwise.aws.client;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.Region;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
final class AwsEnvironment {
    private final Map<String, String> environment;
    private final @Nullable String namedProfile;

    AwsEnvironment(Map<String, String> environment, @Nullable String namedProfile) {
        this.environment = Map.copyOf(environment);
        this.namedProfile = namedProfile;
    }

    /** A profile named by the user beats keys in the environment, as in the AWS CLI. */
    AwsCredentialsProvider credentials() {
        if (namedProfile != null) {
            requireProfile();
            return ProfileCredentialsProvider.builder()
                    .profileFile(profiles())
                    .profileName(namedProfile)
                    .build();
        }
        String key = variable("AWS_ACCESS_KEY_ID").orElse("");
        String secret = variable("AWS_SECRET_ACCESS_KEY").orElse("");
        if (!key.isEmpty() && !secret.isEmpty()) {
            return StaticCredentialsProvider.create(variable("AWS_SESSION_TOKEN")
                    .<software.amazon.awssdk.auth.credentials.AwsCredentials>map(
                            token -> AwsSessionCredentials.create(key, secret, token))
                    .orElseGet(() -> AwsBasicCredentials.create(key, secret)));
        }
        if (variable("AWS_PROFILE").isPresent()) {
            requireProfile();
        }
        ProfileFile profiles = profiles();
        return DefaultCredentialsProvider.builder()
                .profileFile(() -> profiles)
                .profileName(profileName())
                .build();
    }

    /** @throws Failure when there is no such profile, with those there are */
    private void requireProfile() {
        Set<String> names = new TreeSet<>(profiles().profiles().keySet());
        if (!names.contains(profileName())) {
            String known = names.isEmpty() ? "there are no profiles" : "profiles: " + String.join(", ", names);
            throw new Failure(ExitCode.ACCESS, "no AWS profile named '" + profileName() + "' (" + known + ")");
        }
    }

    /** Whether a GET or PUT may carry the checksums that some servers of the S3 protocol refuse. */
    boolean checksumsOnlyWhenRequired() {
        return endpoint("S3").isPresent()
                || Stream.of("AWS_REQUEST_CHECKSUM_CALCULATION", "AWS_RESPONSE_CHECKSUM_VALIDATION")
                        .anyMatch(name -> variable(name)
                                .filter("when_required"::equalsIgnoreCase)
                                .isPresent());
    }

    Optional<Region> region() {
        return variable("AWS_REGION")
                .or(() -> variable("AWS_DEFAULT_REGION"))
                .or(this::regionOfProfile)
                .map(AwsEnvironment::checked);
    }

    /** The custom endpoint of a service, such as {@code S3}: its own, or that of all services. */
    Optional<URI> endpoint(String service) {
        if (ignoresEndpoints()) {
            return Optional.empty();
        }
        return Stream.of(
                        variable("AWS_ENDPOINT_URL_" + service),
                        variable("AWS_ENDPOINT_URL"),
                        profile().flatMap(profile -> profile.property("endpoint_url")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(AwsEnvironment::uri);
    }

    private boolean ignoresEndpoints() {
        return variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
                .or(() -> profile().flatMap(profile -> profile.property("ignore_configured_endpoint_urls")))
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    private Optional<String> regionOfProfile() {
        ProfileFile profiles = profiles();
        try {
            return Optional.of(DefaultAwsRegionProviderChain.builder()
                    .profileFile(() -> profiles)
                    .profileName(profileName())
                    .build()
                    .getRegion()
                    .id());
        } catch (SdkClientException nowhereSet) {
            return Optional.empty();
        }
    }

    private Optional<Profile> profile() {
        return profiles().profile(profileName());
    }

    /** The profiles of the files that the environment names, else of those in the home folder. */
    private ProfileFile profiles() {
        try {
            ProfileFile.Aggregator all = ProfileFile.aggregator();
            add(all, "AWS_CONFIG_FILE", "config", ProfileFile.Type.CONFIGURATION);
            add(all, "AWS_SHARED_CREDENTIALS_FILE", "credentials", ProfileFile.Type.CREDENTIALS);
            return all.build();
        } catch (IllegalArgumentException | UncheckedIOException unreadable) {
            throw new Failure(ExitCode.ACCESS, "cannot read the AWS profiles: " + unreadable.getMessage(), unreadable);
        }
    }

    private void add(ProfileFile.Aggregator all, String variable, String name, ProfileFile.Type type) {
        variable(variable)
                .map(Path::of)
                .or(() -> variable("HOME").or(() -> variable("USERPROFILE")).map(home -> Path.of(home, ".aws", name)))
                .filter(Files::isRegularFile)
                .ifPresent(file -> all.addFile(
                        ProfileFile.builder().content(file).type(type).build()));
    }

    private String profileName() {
        return namedProfile != null ? namedProfile : variable("AWS_PROFILE").orElse("default");
    }

    private Optional<String> variable(String name) {
        return Optional.of(environment.getOrDefault(name, "")).filter(value -> !value.isEmpty());
    }

    private static Region checked(String code) {
        return Region.tryParse(code)
                .orElseThrow(() ->
                        new Failure(ExitCode.USAGE, "unknown AWS Region '" + code + "' (Regions look like us-east-1)"));
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
                ExitCode.USAGE,
                "AWS_ENDPOINT_URL is not a valid URL: '" + text + "' (it looks like http://localhost:9000)");
    }
}
