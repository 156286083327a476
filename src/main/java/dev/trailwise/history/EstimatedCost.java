package dev.trailwise.history;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Precision;
import dev.trailwise.cost.Usd;

/**
 * What was estimated before the question ran.
 *
 * @param bytes to be scanned
 * @param usd to be paid, requests to S3 included
 * @param requests the part of that for requests to S3, which no service tells afterwards
 * @param precision how near that was said to be
 */
public record EstimatedCost(Bytes bytes, Usd usd, Usd requests, Precision precision) {
    /** The estimate. */
    public static EstimatedCost of(Estimate estimate) {
        return new EstimatedCost(estimate.bytes(), estimate.total(), estimate.requestCost(), estimate.precision());
    }
}
