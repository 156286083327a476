package dev.trailwise.config;

import dev.trailwise.trail.Region;
import java.util.Optional;

/**
 * How Athena is asked.
 *
 * @param region where Athena, the Glue catalog and the table are; none means the Region of the AWS profile
 * @param workgroup the Athena workgroup
 * @param output where Athena writes results, an {@code s3://} folder ending with a slash; none means the workgroup's own
 */
public record AthenaSettings(Optional<Region> region, String workgroup, Optional<String> output) {}
