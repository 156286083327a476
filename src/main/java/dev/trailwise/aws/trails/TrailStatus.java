package dev.trailwise.aws.trails;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a trail works, as CloudTrail reports it.
 *
 * @param logging whether it records
 * @param stopped when it last stopped
 * @param delivered when it last delivered a log file
 * @param deliveryError why the last delivery failed; empty when it did not
 * @param digestError why the last delivery of a digest failed; empty when it did not
 */
public record TrailStatus(
        boolean logging,
        Optional<Instant> stopped,
        Optional<Instant> delivered,
        String deliveryError,
        String digestError) {}
