package dev.trailwise.cost;

import dev.trailwise.sql.scan.TableScan.Read;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.Partition;
import java.util.List;
import java.util.stream.Stream;

/**
 * One place in a query that reads a table. Athena reads the files anew for each such place, and each time that the place
 * is run.
 *
 * @param table the table as its author named it
 * @param folders which files the table reads
 * @param ranges it reads the partitions that are in every one of these; at least one
 * @param pruning what the query's own conditions leave of them
 * @param times how often, at least once
 */
public record Scan(String table, LogFolders folders, List<PartitionRange> ranges, Pruning pruning, long times) {
    public Scan {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("a scan of " + table + " needs a range");
        }
        if (times < 1) {
            throw new IllegalArgumentException(
                    "a scan of " + table + " happens at least once, not " + times + " times");
        }
    }

    /** A scan of one range, once. */
    public Scan(String table, LogFolders folders, PartitionRange range) {
        this(table, folders, List.of(range), Pruning.NONE, 1);
    }

    /** The same scan of what also lies in that range. */
    public Scan within(PartitionRange range) {
        return new Scan(
                table, folders, Stream.concat(ranges.stream(), Stream.of(range)).toList(), pruning, times);
    }

    /** Whether the partition is read. */
    Read read(Partition partition) {
        return ranges.stream().allMatch(range -> range.covers(partition)) ? pruning.read(partition) : Read.NO;
    }

    /** Whether the partition may be read. */
    boolean covers(Partition partition) {
        return read(partition) != Read.NO;
    }

    /** One range that covers all that is read. */
    PartitionRange hull() {
        return ranges.stream().reduce(PartitionRange::within).orElseThrow().within(pruning);
    }
}
