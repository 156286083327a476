package dev.trailwise.aws.client;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.trail.Region;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.AthenaClientBuilder;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The SDK's clients, each made when it is first needed, for making one costs most of a short command's time.
 * Credentials, Region and endpoints come from where the AWS CLI takes them: {@code AWS_PROFILE}, {@code AWS_REGION},
 * {@code AWS_ENDPOINT_URL} and the rest. A custom endpoint is spoken to in path style, as S3-compatible servers require.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">Settings of SDKs and tools</a>
 */
public final class AwsClients implements AutoCloseable {
    /** S3 says SlowDown to a long listing until its pace fits. */
    private static final int S3_ATTEMPTS = 6;

    /** A query that runs is worth some patience: these are about ten seconds. */
    private static final int ATHENA_ATTEMPTS = 7;

    private static final Duration ATHENA_FIRST_DELAY = Duration.ofMillis(200);
    private static final Duration ATHENA_LONGEST_DELAY = Duration.ofSeconds(5);

    private final AwsEnvironment surroundings;
    private final Optional<Region> chosenRegion;
    private final S3Requests requests = new S3Requests();
    private @Nullable SdkHttpClient http;
    private @Nullable AwsCredentialsProvider credentials;
    private @Nullable S3Client s3;
    private @Nullable GlueClient glue;
    private @Nullable AthenaClient athena;
    private @Nullable CloudTrailClient cloudTrail;
    private @Nullable StsClient sts;

    /**
     * Clients that are yet to be made.
     *
     * @param environment the environment variables
     * @param profile the profile that {@code --profile} named, which then beats keys in the environment; or null
     * @param region where to call; none means the Region of the environment or the profile
     */
    public AwsClients(Map<String, String> environment, @Nullable String profile, Optional<Region> region) {
        this.surroundings = new AwsEnvironment(environment, profile);
        this.chosenRegion = region;
    }

    /**
     * Where Glue, Athena and CloudTrail are called.
     *
     * @throws Failure when nothing tells a Region
     */
    public Region region() {
        return chosenRegion
                .or(surroundings::region)
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE,
                        "no AWS Region is set",
                        Remedy.setting(SettingName.ATHENA_REGION, "us-east-1", "sets it"),
                        Remedy.action("or set AWS_REGION, or a region in your AWS profile")));
    }

    /** Buckets are found in any Region. */
    public synchronized S3Client s3() {
        if (s3 == null) {
            S3ClientBuilder builder = configure(S3Client.builder(), "S3");
            boolean custom = surroundings.endpoint("S3").isPresent();
            builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                    .retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                            .maxAttempts(S3_ATTEMPTS)
                            .build())
                    .addExecutionInterceptor(ObjectPage.interceptor())
                    .addExecutionInterceptor(requests)
                    .build());
            if (surroundings.checksumsOnlyWhenRequired()) {
                builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
            }
            s3 = builder.forcePathStyle(custom)
                    .crossRegionAccessEnabled(!custom)
                    .build();
        }
        return s3;
    }

    /** What was sent to S3 so far. */
    public S3Requests s3Requests() {
        return requests;
    }

    /** The endpoint of an S3-compatible server. */
    public Optional<URI> s3Endpoint() {
        return surroundings.endpoint("S3");
    }

    /** Whether CloudTrail may know the buckets: not when only one of the two has a custom endpoint. */
    public boolean cloudTrailKnowsBuckets() {
        return surroundings.endpoint("S3").isPresent()
                == surroundings.endpoint("CLOUDTRAIL").isPresent();
    }

    public synchronized GlueClient glue() {
        if (glue == null) {
            glue = configure(GlueClient.builder(), "GLUE").build();
        }
        return glue;
    }

    /** Throttled calls are tried again soon, and then less and less often: a query is asked after while others are too. */
    public synchronized AthenaClient athena() {
        if (athena == null) {
            AthenaClientBuilder builder = configure(AthenaClient.builder(), "ATHENA");
            BackoffStrategy backoff = BackoffStrategy.exponentialDelay(ATHENA_FIRST_DELAY, ATHENA_LONGEST_DELAY);
            athena = builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                            .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                    .maxAttempts(ATHENA_ATTEMPTS)
                                    .backoffStrategy(backoff)
                                    .throttlingBackoffStrategy(backoff)
                                    .build())
                            .build())
                    .build();
        }
        return athena;
    }

    public synchronized CloudTrailClient cloudTrail() {
        if (cloudTrail == null) {
            cloudTrail = configure(CloudTrailClient.builder(), "CLOUDTRAIL").build();
        }
        return cloudTrail;
    }

    /** A client of CloudTrail in any Region. */
    public synchronized CloudTrailClient cloudTrail(Region region) {
        return configure(CloudTrailClient.builder(), "CLOUDTRAIL")
                .region(software.amazon.awssdk.regions.Region.of(region.code()))
                .build();
    }

    /** A client for LookupEvents in any Region. It does not try again by itself: its caller keeps a pace. */
    public synchronized CloudTrailClient lookup(Region region) {
        return configure(CloudTrailClient.builder(), "CLOUDTRAIL")
                .region(software.amazon.awssdk.regions.Region.of(region.code()))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    public synchronized StsClient sts() {
        if (sts == null) {
            sts = configure(StsClient.builder(), "STS").build();
        }
        return sts;
    }

    /**
     * Gives any service's builder the Region, credentials, endpoint, retries and the shared HTTP client.
     *
     * @param service as in {@code AWS_ENDPOINT_URL_<service>}
     */
    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(B builder, String service) {
        if (http == null) {
            // A stalled connection ends a try, and the SDK tries again.
            http = UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(5))
                    .socketTimeout(Duration.ofSeconds(30))
                    .build();
        }
        if (credentials == null) {
            credentials = new CheckedCredentials(surroundings.credentials());
        }
        Optional<URI> endpoint = surroundings.endpoint(service);
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(software.amazon.awssdk.regions.Region.of(region().code()))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD));
    }

    @Override
    public synchronized void close() {
        if (http != null) {
            http.close();
        }
    }
}
