package dev.trailwise.cost;

import dev.trailwise.trail.LogKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Prices queries: sizes of partitions times prices. */
public final class Estimator {
    private final PartitionSizes sizes;
    private final Prices prices;

    /** Reckons with these sizes and prices. */
    public Estimator(PartitionSizes sizes, Prices prices) {
        this.sizes = sizes;
        this.prices = prices;
    }

    /**
     * Prices a query. Each kind of files is measured once, however many scans read it.
     *
     * @param scans the places in the query that read a table
     * @param mayStopEarly whether Athena may stop before all is read, as it may for LIMIT without ORDER BY
     * @throws dev.trailwise.failure.Failure when the sizes cannot be had
     */
    public Quote quote(List<Scan> scans, boolean mayStopEarly) {
        Map<LogKind, PartitionRange> ranges = new EnumMap<>(LogKind.class);
        scans.forEach(scan -> ranges.merge(scan.kind(), scan.hull(), PartitionRange::hull));
        Map<LogKind, Inventory> inventories = new EnumMap<>(LogKind.class);
        ranges.forEach((kind, range) -> inventories.put(kind, sizes.of(kind, range)));
        return new Quote(scans, inventories, prices, mayStopEarly);
    }
}
