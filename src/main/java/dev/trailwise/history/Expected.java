package dev.trailwise.history;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Exactness;
import dev.trailwise.cost.Usd;

/**
 * What was estimated before the question ran.
 *
 * @param bytes to be scanned
 * @param usd to be paid, requests to S3 included
 * @param requests the part of that for requests to S3, which no service tells afterwards
 * @param exactness how near that was said to be
 */
public record Expected(Bytes bytes, Usd usd, Usd requests, Exactness exactness) {
    /** The estimate. */
    public static Expected of(Estimate estimate) {
        return new Expected(estimate.bytes(), estimate.total(), estimate.requestCost(), estimate.exactness());
    }
}
