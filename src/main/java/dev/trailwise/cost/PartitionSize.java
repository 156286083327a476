package dev.trailwise.cost;

import dev.trailwise.trail.Partition;

/**
 * What lies in one partition.
 *
 * @param partition which one
 * @param objects how many files a query of it reads
 * @param bytes their size as stored, compressed, which is what Athena bills
 * @param archived how many more files it holds that no query reads until they are restored from S3 Glacier
 */
public record PartitionSize(Partition partition, long objects, Bytes bytes, long archived) {
    public PartitionSize {
        if (objects < 0) {
            throw new IllegalArgumentException("a number of files cannot be negative: " + objects);
        }
    }

    /** A partition of which nothing is archived. */
    public PartitionSize(Partition partition, long objects, Bytes bytes) {
        this(partition, objects, bytes, 0);
    }
}
