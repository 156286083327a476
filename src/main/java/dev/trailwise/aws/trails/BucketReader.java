package dev.trailwise.aws.trails;

import dev.trailwise.aws.client.AwsClients;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Transition;

/** Reads how a bucket of logs is set up; changes nothing. */
public final class BucketReader {
    private static final Set<String> ARCHIVED = Set.of("GLACIER", "DEEP_ARCHIVE");

    private final S3Client s3;

    /** A reader that calls with these clients. */
    public BucketReader(AwsClients clients) {
        this.s3 = clients.s3();
    }

    /** What S3 answers about the bucket. */
    public BucketState state(String bucket) {
        return new BucketState(
                TrailReader.answer("s3:GetLifecycleConfiguration", bucket, () -> lifecycle(bucket)),
                TrailReader.answer("s3:GetBucketPolicyStatus", bucket, () -> policyPublic(bucket)),
                TrailReader.answer("s3:GetBucketPublicAccessBlock", bucket, () -> publicBlocked(bucket)));
    }

    private List<LifecycleRule> lifecycle(String bucket) {
        try {
            return s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket)).rules().stream()
                    .filter(rule -> rule.status() == ExpirationStatus.ENABLED)
                    .map(BucketReader::rule)
                    .toList();
        } catch (S3Exception refused) {
            return otherwise(refused, "NoSuchLifecycleConfiguration", List.of());
        }
    }

    private boolean policyPublic(String bucket) {
        try {
            return Boolean.TRUE.equals(s3.getBucketPolicyStatus(request -> request.bucket(bucket))
                    .policyStatus()
                    .isPublic());
        } catch (S3Exception refused) {
            return otherwise(refused, "NoSuchBucketPolicy", false);
        }
    }

    private boolean publicBlocked(String bucket) {
        try {
            PublicAccessBlockConfiguration block =
                    s3.getPublicAccessBlock(request -> request.bucket(bucket)).publicAccessBlockConfiguration();
            return Boolean.TRUE.equals(block.blockPublicAcls())
                    && Boolean.TRUE.equals(block.ignorePublicAcls())
                    && Boolean.TRUE.equals(block.blockPublicPolicy())
                    && Boolean.TRUE.equals(block.restrictPublicBuckets());
        } catch (S3Exception refused) {
            return otherwise(refused, "NoSuchPublicAccessBlockConfiguration", false);
        }
    }

    private static <T> T otherwise(S3Exception refused, String code, T value) {
        if (refused.awsErrorDetails() != null
                && code.equals(refused.awsErrorDetails().errorCode())) {
            return value;
        }
        throw refused;
    }

    private static LifecycleRule rule(software.amazon.awssdk.services.s3.model.LifecycleRule rule) {
        LifecycleRuleFilter filter = rule.filter();
        Optional<Integer> archived = rule.transitions().stream()
                .filter(transition -> ARCHIVED.contains(transition.storageClassAsString()))
                .map(BucketReader::days)
                .min(Integer::compare);
        return new LifecycleRule(
                Objects.requireNonNullElse(rule.id(), ""),
                prefix(rule),
                filter != null
                        && (filter.tag() != null
                                || filter.objectSizeGreaterThan() != null
                                || filter.objectSizeLessThan() != null
                                || (filter.and() != null
                                        && (filter.and().hasTags()
                                                || filter.and().objectSizeGreaterThan() != null
                                                || filter.and().objectSizeLessThan() != null))),
                archived,
                Optional.ofNullable(rule.expiration())
                        .flatMap(expiration ->
                                expiration.date() != null ? Optional.of(0) : Optional.ofNullable(expiration.days())));
    }

    /** A rule with a date is about all objects from that date on. */
    private static int days(Transition transition) {
        return transition.days() == null ? 0 : transition.days();
    }

    @SuppressWarnings("deprecation") // rules from before filters still have it
    private static String prefix(software.amazon.awssdk.services.s3.model.LifecycleRule rule) {
        LifecycleRuleFilter filter = rule.filter();
        if (filter == null) {
            return Objects.requireNonNullElse(rule.prefix(), "");
        }
        return Objects.requireNonNullElse(filter.and() != null ? filter.and().prefix() : filter.prefix(), "");
    }
}
