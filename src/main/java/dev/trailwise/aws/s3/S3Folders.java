package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.trail.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** A bucket seen as folders. Lists with a delimiter, so that the keys in a folder are never walked. */
public final class S3Folders {
    /** Of 1,000 entries each: a folder with more entries besides its subfolders is not CloudTrail's. */
    private static final int MOST_PAGES = 50;

    private final AwsClients clients;
    private final String bucket;
    private final Runnable called;

    public S3Folders(AwsClients clients, String bucket) {
        this(clients, bucket, () -> {});
    }

    /** Tells of each call that was answered. */
    public S3Folders(AwsClients clients, String bucket, Runnable called) {
        this.clients = clients;
        this.bucket = bucket;
        this.called = called;
    }

    /**
     * The names of the folders in a folder, without slashes.
     *
     * @param folder a key prefix, empty or ending with a slash
     * @throws Failure when the bucket cannot be listed
     */
    public List<String> in(String folder) {
        List<String> names = new ArrayList<>();
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(folder)
                .delimiter("/")
                .build();
        for (int page = 0; page < MOST_PAGES; page++) {
            ListObjectsV2Response response = list(request);
            for (CommonPrefix common : response.commonPrefixes()) {
                names.add(common.prefix()
                        .substring(folder.length(), common.prefix().length() - 1));
            }
            if (!Boolean.TRUE.equals(response.isTruncated())) {
                return names;
            }
            request = request.toBuilder()
                    .continuationToken(response.nextContinuationToken())
                    .build();
        }
        throw new Failure(
                ExitCode.USAGE,
                "s3://" + bucket + "/" + folder + " contains too many objects next to its folders to look through",
                Remedy.flag(FlagName.PREFIX, "PREFIX", "names the trail's folder"));
    }

    /** The first key under a prefix, in the order of keys. */
    public Optional<String> firstKey(String prefix) {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .maxKeys(1)
                .build();
        return list(request).contents().stream().map(object -> object.key()).findFirst();
    }

    /** The first key under a prefix that comes after another key, which need not be there. */
    public Optional<String> firstKeyAfter(String prefix, String after) {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .startAfter(after)
                .maxKeys(1)
                .build();
        return list(request).contents().stream().map(object -> object.key()).findFirst();
    }

    /** Where the bucket is; empty when the service does not say, as S3-compatible servers do not. */
    public Optional<Region> region() {
        return call(
                        "s3:ListBucket",
                        () -> Optional.ofNullable(clients.s3()
                                .headBucket(request -> request.bucket(bucket))
                                .bucketRegion()))
                .flatMap(Region::tryParse);
    }

    private ListObjectsV2Response list(ListObjectsV2Request request) {
        ListObjectsV2Response response =
                call("s3:ListBucket", () -> clients.s3().listObjectsV2(request));
        called.run();
        return response;
    }

    private <T> T call(String action, Supplier<T> call) {
        return AwsCall.run(action, "s3://" + bucket, () -> {
            try {
                return call.get();
            } catch (NoSuchBucketException none) {
                throw noBucket(bucket, none);
            }
        });
    }

    static Failure noBucket(String bucket, Exception cause) {
        return new Failure(
                ExitCode.USAGE,
                "no bucket named '" + bucket + "' in this AWS partition",
                cause,
                Remedy.action("check the name"),
                Remedy.flag(FlagName.PROFILE, "NAME", "uses the partition of another profile"));
    }
}
