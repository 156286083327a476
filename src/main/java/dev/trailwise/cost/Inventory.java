package dev.trailwise.cost;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How much data lies in the partitions of a range.
 *
 * @param accounts the accounts that the table has partitions for, within the range
 * @param regions the Regions that it has partitions for, within the range
 * @param days the days that it has partitions for, within the range; none when there are no such days
 * @param sizes the partitions that hold files, each once
 * @param growingFrom the first day whose partitions may still get files; none when none will
 * @param unplaced files that do not tell which partition they are of, so that every scan is taken to read them
 * @param asOf when the oldest of this was looked up
 * @param listRequests how many LIST requests it took to find out
 */
public record Inventory(
        SortedSet<AccountId> accounts,
        SortedSet<Region> regions,
        Optional<DayRange> days,
        List<PartitionSize> sizes,
        Optional<LogDay> growingFrom,
        Unplaced unplaced,
        Instant asOf,
        long listRequests) {
    public Inventory {
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
        sizes = List.copyOf(sizes);
    }

    /**
     * Files without a known partition.
     *
     * @param objects how many
     * @param bytes their size as stored
     */
    public record Unplaced(long objects, Bytes bytes) {
        public static final Unplaced NONE = new Unplaced(0, Bytes.ZERO);
    }

    /** How many partitions the table has for the scan, with or without files: Athena looks into each. */
    long partitions(Scan scan) {
        return scan.pruning().equals(Pruning.NONE) ? product(scan) : each(scan);
    }

    /** One by one: a condition may speak of several columns at once. */
    private long each(Scan scan) {
        List<LogDay> left = days(scan).toList();
        return accounts.stream()
                .flatMap(account -> regions.stream()
                        .flatMap(region -> left.stream().map(day -> new Partition(account, region, day))))
                .filter(scan::covers)
                .count();
    }

    private long product(Scan scan) {
        return count(accounts, account -> scan.ranges().stream().allMatch(range -> range.coversAccount(account)))
                * count(regions, region -> scan.ranges().stream().allMatch(range -> range.coversRegion(region)))
                * days(scan).count();
    }

    /** Whether files may still be added to partitions of the scan. */
    boolean grows(Scan scan) {
        return growingFrom.isPresent() && days(scan).anyMatch(day -> day.compareTo(growingFrom.get()) >= 0);
    }

    private Stream<LogDay> days(Scan scan) {
        Optional<DayRange> left = days;
        for (PartitionRange range : scan.ranges()) {
            left = left.flatMap(mine -> shared(mine, range.days()));
        }
        return left.stream().flatMap(DayRange::days).filter(scan.pruning().days());
    }

    private static Optional<DayRange> shared(DayRange a, DayRange b) {
        LogDay first = a.first().compareTo(b.first()) >= 0 ? a.first() : b.first();
        LogDay last = a.last().compareTo(b.last()) <= 0 ? a.last() : b.last();
        return first.compareTo(last) <= 0 ? Optional.of(new DayRange(first, last)) : Optional.empty();
    }

    private static <T> long count(SortedSet<T> values, Predicate<T> condition) {
        return values.stream().filter(condition).count();
    }
}
