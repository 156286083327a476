package dev.trailwise.cost;

import dev.trailwise.sql.scan.TableScan;
import dev.trailwise.sql.scan.TableScan.Read;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which partitions a query's own conditions leave to a scan. A partition that is not surely left out is read.
 *
 * @param scan the place in the query; none for a scan without conditions
 */
public record Pruning(Optional<TableScan> scan) {
    /** All are read. */
    public static final Pruning NONE = new Pruning(Optional.empty());

    /** What the query leaves at a place that reads a table. */
    public static Pruning of(TableScan scan) {
        return scan.conditional() || scan.mayReadLess() ? new Pruning(Optional.of(scan)) : NONE;
    }

    /** Whether the partition is read. */
    Read read(Partition partition) {
        return scan.map(known -> known.read(partition)).orElse(Read.YES);
    }

    /** Whether partitions of an account may be read. */
    Predicate<AccountId> accounts() {
        return account -> scan.map(known -> known.mayRead(account)).orElse(true);
    }

    /** Whether partitions of a Region may be read. */
    Predicate<Region> regions() {
        return region -> scan.map(known -> known.mayRead(region)).orElse(true);
    }

    /** Whether partitions of a day may be read. */
    Predicate<LogDay> days() {
        return day -> scan.map(known -> known.mayRead(day)).orElse(true);
    }

    /** Whether Athena may leave out more, by what it finds in the data. */
    boolean mayReadLess() {
        return scan.filter(TableScan::mayReadLess).isPresent();
    }
}
