package dev.trailwise.cost;

import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.Partition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query's estimate with the sizes behind it, so that it can tell what a part of the query would cost.
 *
 * @param scans the places that read a table
 * @param inventories the sizes of all folders that they read
 * @param prices the prices to reckon by
 * @param mayStopEarly whether Athena may stop before all is read, as it may for LIMIT without ORDER BY
 * @param plan whether it is asked for its plan alone
 * @param others tables that it also reads and that Trailwise did not define
 */
public record Quote(
        List<Scan> scans,
        Map<LogFolders, Inventory> inventories,
        Prices prices,
        boolean mayStopEarly,
        boolean plan,
        OtherTables others) {
    public Quote {
        scans = List.copyOf(scans);
        inventories = Map.copyOf(inventories);
    }

    /** The quote of a query that runs. */
    public Quote(List<Scan> scans, Map<LogFolders, Inventory> inventories, Prices prices, boolean mayStopEarly) {
        this(scans, inventories, prices, mayStopEarly, false, OtherTables.NONE);
    }

    /** The quote of a query whose plan alone is asked for, which reads no files. */
    static Quote ofPlan(Prices prices) {
        return new Quote(List.of(), Map.of(), prices, false, true, OtherTables.NONE);
    }

    /** The quote of a query that also reads other tables. */
    Quote with(OtherTables tables) {
        return new Quote(scans, inventories, prices, mayStopEarly, plan, tables);
    }

    /** What the query costs. */
    public Estimate estimate() {
        List<ScanEstimate> estimates = scans.stream()
                .map(scan -> ScanEstimate.of(scan, inventory(scan)))
                .toList();
        boolean grows = scans.stream().anyMatch(scan -> inventory(scan).grows(scan));
        boolean bound = estimates.stream().anyMatch(ScanEstimate::bound) || mayNotBeNeeded(estimates);
        boolean unplaced =
                scans.stream().anyMatch(scan -> inventory(scan).unplaced().objects() > 0);
        return new Estimate(
                estimates,
                others.measured(),
                prices,
                precision(grows, unplaced, bound),
                reasons(grows, unplaced, bound),
                asOf(),
                archived(),
                plan);
    }

    /** Where one scan of several has no files, Athena may find that it needs no other, as the other side of a join. */
    private static boolean mayNotBeNeeded(List<ScanEstimate> estimates) {
        return estimates.stream().anyMatch(scan -> scan.objects() == 0)
                && estimates.stream().anyMatch(scan -> scan.objects() > 0);
    }

    /** The same query over what also lies in that range. */
    Quote within(PartitionRange range) {
        return new Quote(
                scans.stream().map(scan -> scan.within(range)).toList(),
                inventories,
                prices,
                mayStopEarly,
                plan,
                others);
    }

    /** The partitions with files that the query reads, once for each scan that reads them. */
    Stream<PartitionSize> sizes() {
        return scans.stream()
                .flatMap(scan -> inventory(scan).sizes().stream()
                        .filter(size -> size.objects() > 0 && scan.covers(size.partition())));
    }

    private Optional<Archived> archived() {
        Map<Partition, Long> files = new HashMap<>();
        scans.forEach(scan -> inventory(scan).sizes().stream()
                .filter(size -> size.archived() > 0 && scan.covers(size.partition()))
                .forEach(size -> files.put(size.partition(), size.archived())));
        return files.keySet().stream()
                .map(Partition::day)
                .map(day -> new DayRange(day, day))
                .reduce((a, b) -> new DayRange(
                        a.first().compareTo(b.first()) <= 0 ? a.first() : b.first(),
                        a.last().compareTo(b.last()) >= 0 ? a.last() : b.last()))
                .map(days -> new Archived(
                        files.values().stream().mapToLong(Long::longValue).sum(), days));
    }

    private Inventory inventory(Scan scan) {
        return Objects.requireNonNull(inventories.get(scan.folders()), () -> "no sizes of " + scan.folders());
    }

    /** A table of unknown size goes first, then growing: neither leaves a bound. */
    private Precision precision(boolean grows, boolean unplaced, boolean bound) {
        if (!others.unpriced().isEmpty()) {
            return Precision.UNKNOWN;
        }
        if (grows) {
            return Precision.GROWING;
        }
        return mayStopEarly || unplaced || bound || !others.measured().isEmpty()
                ? Precision.UPPER_BOUND
                : Precision.EXACT;
    }

    private List<String> reasons(boolean grows, boolean unplaced, boolean bound) {
        List<String> reasons = new ArrayList<>();
        if (!others.unpriced().isEmpty()) {
            reasons.add("the size of " + String.join(", ", others.unpriced())
                    + " is not known, and no scope was added there");
        }
        others.measured()
                .forEach(table -> reasons.add(table.name() + " is counted whole, and no scope was added there"));
        if (grows) {
            reasons.add("today's files still arrive");
        }
        if (mayStopEarly) {
            reasons.add("LIMIT may end the scan early");
        }
        if (bound) {
            reasons.add("predicates on account, region or day may prune more than estimated");
        }
        if (unplaced) {
            reasons.add("files whose path tells no partition are counted in every scan");
        }
        return reasons;
    }

    private Optional<Instant> asOf() {
        return scans.stream().map(scan -> inventory(scan).asOf()).min(Comparator.naturalOrder());
    }
}
