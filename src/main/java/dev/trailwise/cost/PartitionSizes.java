package dev.trailwise.cost;

import dev.trailwise.trail.LogFolders;

/** Knows how much data lies in the partitions of a trail. */
public interface PartitionSizes {
    /**
     * Measures at least the partitions of a range.
     *
     * @throws dev.trailwise.failure.Failure when they cannot be measured completely: a part is never taken for all
     */
    Inventory of(LogFolders folders, PartitionRange range);
}
