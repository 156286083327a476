package dev.trailwise.cost;

import dev.trailwise.sql.TableScan;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import java.util.function.Predicate;

/**
 * Which partitions a query's own conditions leave to a scan. A partition that is not surely left out is read.
 *
 * @param accounts whether partitions of an account may be read
 * @param regions whether partitions of a Region may be read
 * @param days whether partitions of a day may be read
 * @param mayReadLess whether Athena may leave out more, by conditions that are not understood here
 */
public record Pruning(
        Predicate<AccountId> accounts, Predicate<Region> regions, Predicate<LogDay> days, boolean mayReadLess) {
    /** All are read. */
    public static final Pruning NONE = new Pruning(account -> true, region -> true, day -> true, false);

    /** What the query proves at a place that reads a table. */
    public static Pruning of(TableScan scan) {
        return scan.narrows() || scan.mayReadLess()
                ? new Pruning(
                        account -> scan.account().mayBe(account.digits()),
                        region -> scan.region().mayBe(region.code()),
                        day -> scan.day().mayBe(day.partitionValue()),
                        scan.mayReadLess())
                : NONE;
    }

    /** Whether the partition may be read. */
    boolean mayRead(Partition partition) {
        return accounts.test(partition.account()) && regions.test(partition.region()) && days.test(partition.day());
    }
}
