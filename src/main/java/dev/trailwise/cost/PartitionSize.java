package dev.trailwise.cost;

import dev.trailwise.trail.Partition;

/**
 * What lies in one partition.
 *
 * @param partition which one
 * @param objects how many files a query of it reads
 * @param bytes their size as stored, compressed, which is what Athena bills
 */
public record PartitionSize(Partition partition, long objects, Bytes bytes) {
    public PartitionSize {
        if (objects < 0) {
            throw new IllegalArgumentException("a number of files cannot be negative: " + objects);
        }
    }
}
