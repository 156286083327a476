package dev.trailwise.aws.trails;

import dev.trailwise.trail.Region;
import java.util.Optional;

/**
 * A trail as CloudTrail describes it.
 *
 * @param name its name
 * @param home the Region that it was made in
 * @param organizationTrail whether it holds all accounts of an organization
 * @param multiRegion whether it holds all Regions
 * @param bucket the bucket that it delivers to
 * @param prefix its S3 key prefix, empty when it has none
 */
public record FoundTrail(
        String name,
        Optional<Region> home,
        boolean organizationTrail,
        boolean multiRegion,
        String bucket,
        String prefix) {}
