package dev.trailwise.cost;

import dev.trailwise.trail.Region;

/**
 * The prices of one Region.
 *
 * @param region where Athena runs
 * @param scan what Athena asks
 * @param requests what S3 asks beside it
 */
public record Prices(Region region, ScanPrice scan, RequestPrice requests) {
    /** The same with another price for the scan. */
    public Prices with(ScanPrice other) {
        return new Prices(region, other, requests);
    }
}
