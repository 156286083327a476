package dev.trailwise.history;

import dev.trailwise.trail.Region;
import java.util.Optional;

/**
 * A question's place at Athena.
 *
 * @param queryId Athena's name for it
 * @param workgroup the workgroup that it ran in
 * @param region the Region that it ran in
 * @param output the {@code s3://} address of its result; none when Athena keeps the result itself
 */
public record AthenaRun(String queryId, String workgroup, Region region, Optional<String> output) {}
