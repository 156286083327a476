package dev.trailwise.aws.trails;

import dev.trailwise.trail.Region;
import java.util.Optional;

/**
 * How a trail is set up, as CloudTrail describes it.
 *
 * @param name its name
 * @param arn its ARN
 * @param home the Region that it was created in
 * @param organizationTrail whether it records all accounts of an organization
 * @param multiRegion whether it records all Regions
 * @param globalEvents whether it records events of global services
 * @param validation whether digest files of its log files are delivered
 * @param kmsKey the KMS key that its files are encrypted with
 * @param bucket the bucket that it delivers to
 * @param prefix its S3 key prefix, empty when it has none
 */
public record TrailConfiguration(
        String name,
        String arn,
        Region home,
        boolean organizationTrail,
        boolean multiRegion,
        boolean globalEvents,
        boolean validation,
        Optional<String> kmsKey,
        String bucket,
        String prefix) {
    /** The account that owns it; empty when its ARN names none. */
    public String owner() {
        String[] parts = arn.split(":", -1);
        return parts.length > 4 ? parts[4] : "";
    }

    /** Whether its files are under this key prefix of this bucket. */
    public boolean deliversTo(String other, String under) {
        return bucket.equals(other) && prefix.replaceAll("^/+|/+$", "").equals(under);
    }

    /** The key prefix above all its files. */
    public String root() {
        return (prefix.isEmpty() ? "" : prefix + "/") + "AWSLogs/";
    }
}
