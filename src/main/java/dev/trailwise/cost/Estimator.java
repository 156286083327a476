package dev.trailwise.cost;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.TableReference;
import dev.trailwise.sql.scan.Scans;
import dev.trailwise.sql.scan.TableScan;
import dev.trailwise.sql.text.Position;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.trail.LogFolders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prices queries: sizes of partitions times prices. */
public final class Estimator {
    private final PartitionSizes sizes;
    private final OtherTables.Sizes others;
    private final Prices prices;

    /** Uses these sizes and prices; the sizes of other tables are not known. */
    public Estimator(PartitionSizes sizes, Prices prices) {
        this(sizes, OtherTables.Sizes.UNKNOWN, prices);
    }

    /**
     * Uses these sizes and prices.
     *
     * @param others the sizes of tables that Trailwise did not define
     */
    public Estimator(PartitionSizes sizes, OtherTables.Sizes others, Prices prices) {
        this.sizes = sizes;
        this.others = others;
        this.prices = prices;
    }

    /**
     * Prices a query: by the partitions of its scope that its own conditions leave, as often as each is read.
     *
     * @param now what {@code current_date} and the like in the query are reckoned from
     * @throws dev.trailwise.failure.Failure when the sizes cannot be had
     */
    public Quote quote(CompiledQuery query, Instant now) {
        ParsedSql parsed = AthenaSql.parse(query.text());
        return parsed.kind() == ParsedSql.Kind.EXPLAIN
                ? Quote.ofPlan(prices)
                : quote(scans(query, parsed, now), parsed.mayStopEarly()).with(others(query, parsed));
    }

    /** The tables that Trailwise did not define; Athena reads its {@code information_schema} from the catalog alone. */
    private OtherTables others(CompiledQuery query, ParsedSql parsed) {
        Map<String, List<TableReference>> places = parsed.tables().stream()
                .filter(table -> table.physical(query.tables().keySet()).isEmpty() && !table.isInformationSchema())
                .collect(Collectors.groupingBy(TableReference::written, LinkedHashMap::new, Collectors.toList()));
        List<OtherTable> measured = new ArrayList<>();
        List<String> unpriced = new ArrayList<>();
        places.forEach((name, references) -> {
            long times = references.stream().mapToLong(parsed::reads).reduce(0, Math::addExact);
            others.of(references.get(0))
                    .ifPresentOrElse(size -> measured.add(new OtherTable(name, size, times)), () -> unpriced.add(name));
        });
        return new OtherTables(measured, unpriced);
    }

    /**
     * Each place of a query that reads a table. One that is found as often as it is read is a scan each time; the rounds of
     * a recursive CTE are found once and counted.
     */
    private static List<Scan> scans(CompiledQuery query, ParsedSql parsed, Instant now) {
        PartitionRange range = PartitionRange.of(query.scope());
        List<TableScan> found = Scans.of(parsed, query.tables(), now);
        Map<Position, Long> times =
                found.stream().collect(Collectors.groupingBy(TableScan::position, TreeMap::new, Collectors.counting()));
        Map<Position, Long> reads = parsed.tables().stream()
                .collect(Collectors.toMap(TableReference::position, parsed::reads, Math::max, TreeMap::new));
        List<Scan> scans = new ArrayList<>();
        for (TableScan scan : found) {
            long here = times.getOrDefault(scan.position(), 1L);
            long each = Math.max(1, (reads.getOrDefault(scan.position(), here) + here - 1) / here);
            TableDefinition table =
                    Optional.ofNullable(query.tables().get(scan.table())).orElseThrow();
            scans.add(new Scan(table.logicalName(), table.folders(), List.of(range), Pruning.of(scan), each));
        }
        return scans;
    }

    /**
     * Prices a query. Each folder is measured once, however many scans read it.
     *
     * @param scans the places in the query that read a table
     * @param mayStopEarly whether Athena may stop before all is read, as it may for LIMIT without ORDER BY
     * @throws dev.trailwise.failure.Failure when the sizes cannot be had
     */
    Quote quote(List<Scan> scans, boolean mayStopEarly) {
        Map<LogFolders, PartitionRange> ranges = new LinkedHashMap<>();
        scans.forEach(scan -> ranges.merge(scan.folders(), scan.hull(), PartitionRange::hull));
        Map<LogFolders, Inventory> inventories = new LinkedHashMap<>();
        ranges.forEach((folders, range) -> inventories.put(folders, sizes.of(folders, range)));
        return new Quote(scans, inventories, prices, mayStopEarly);
    }
}
