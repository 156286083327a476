package dev.trailwise.cost;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A range of partitions.
 *
 * @param accounts of these accounts; empty means all
 * @param regions of these Regions; empty means all
 * @param days delivered on these days
 */
public record PartitionRange(SortedSet<AccountId> accounts, SortedSet<Region> regions, DayRange days) {
    private static final DayRange ALL_DAYS = new DayRange(new LogDay(LocalDate.MIN), new LogDay(LocalDate.MAX));

    public PartitionRange {
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }

    /** The partitions that can hold events of the scope. */
    public static PartitionRange of(Scope scope) {
        return new PartitionRange(scope.accounts(), scope.regions(), scope.days());
    }

    /** All partitions of these accounts. */
    static PartitionRange ofAccounts(SortedSet<AccountId> accounts) {
        return new PartitionRange(accounts, Collections.emptySortedSet(), ALL_DAYS);
    }

    /** All partitions of these Regions. */
    static PartitionRange ofRegions(SortedSet<Region> regions) {
        return new PartitionRange(Collections.emptySortedSet(), regions, ALL_DAYS);
    }

    /** All partitions from that day on. */
    static PartitionRange since(LogDay day) {
        return new PartitionRange(
                Collections.emptySortedSet(), Collections.emptySortedSet(), new DayRange(day, ALL_DAYS.last()));
    }

    /** Whether the partition is one of these. */
    public boolean covers(Partition partition) {
        return coversAccount(partition.account()) && coversRegion(partition.region()) && days.contains(partition.day());
    }

    /** Whether the account's partitions are among these. */
    public boolean coversAccount(AccountId account) {
        return accounts.isEmpty() || accounts.contains(account);
    }

    /** Whether the Region's partitions are among these. */
    public boolean coversRegion(Region region) {
        return regions.isEmpty() || regions.contains(region);
    }

    /** The smallest range that covers both. */
    PartitionRange hull(PartitionRange other) {
        return new PartitionRange(
                union(accounts, other.accounts),
                union(regions, other.regions),
                new DayRange(min(days.first(), other.days.first()), max(days.last(), other.days.last())));
    }

    /** A range that covers what both cover, and little else: where they share nothing, this one's part stays. */
    PartitionRange within(PartitionRange other) {
        LogDay first = max(days.first(), other.days.first());
        LogDay last = min(days.last(), other.days.last());
        return new PartitionRange(
                shared(accounts, other.accounts),
                shared(regions, other.regions),
                first.compareTo(last) <= 0 ? new DayRange(first, last) : days);
    }

    /** A range that covers what the pruning leaves of this one, and little else: where it leaves nothing, all stays. */
    PartitionRange within(Pruning pruning) {
        LogDay first = days.first();
        LogDay last = days.last();
        while (first.compareTo(last) < 0 && !pruning.days().test(first)) {
            first = first.plusDays(1);
        }
        while (first.compareTo(last) < 0 && !pruning.days().test(last)) {
            last = last.plusDays(-1);
        }
        return new PartitionRange(
                left(accounts, pruning.accounts()), left(regions, pruning.regions()), new DayRange(first, last));
    }

    private static <T extends Comparable<T>> SortedSet<T> left(SortedSet<T> values, Predicate<T> pruning) {
        SortedSet<T> left = values.stream().filter(pruning).collect(Collectors.toCollection(TreeSet::new));
        return left.isEmpty() ? values : left;
    }

    private static LogDay min(LogDay a, LogDay b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static LogDay max(LogDay a, LogDay b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Empty stands for all, so it swallows the other. */
    private static <T extends Comparable<T>> SortedSet<T> union(SortedSet<T> a, SortedSet<T> b) {
        SortedSet<T> all = new TreeSet<>(a);
        all.addAll(b);
        return a.isEmpty() || b.isEmpty() ? Collections.emptySortedSet() : all;
    }

    private static <T extends Comparable<T>> SortedSet<T> shared(SortedSet<T> a, SortedSet<T> b) {
        SortedSet<T> both = new TreeSet<>(a.isEmpty() ? b : a);
        both.removeIf(value -> !b.isEmpty() && !b.contains(value));
        return both.isEmpty() ? a : both;
    }
}
