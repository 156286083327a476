package dev.trailwise.setup;

/**
 * What partitions a table is to have, where they are not those that were found.
 *
 * @param allRegions all Regions of this part of AWS
 * @param anyAccount any account, so that each query has to name its accounts
 */
public record Projection(boolean allRegions, boolean anyAccount) {}
