package dev.trailwise.local;

import dev.trailwise.local.scan.LogFunction;
import dev.trailwise.local.scan.LogScan;
import dev.trailwise.local.store.Segment;
import dev.trailwise.local.store.SegmentIndex;
import dev.trailwise.local.store.SegmentIndex.StoredLog;
import dev.trailwise.logs.Leaves;
import dev.trailwise.logs.LogFile;
import dev.trailwise.sql.scan.TextCondition;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a table of a question comes from: segments for the files that they hold, the files themselves for the rest.
 *
 * @param name the table's physical name
 * @param table its definition
 * @param segments the segments that hold wanted files, checked, lowest first
 * @param held the wanted files that they hold
 * @param scan the other wanted files
 * @param segmentIndex the segments of the other files
 */
record TableSource(
        TableName name,
        TableDefinition table,
        List<Segment> segments,
        List<StoredLog> held,
        LogScan scan,
        SegmentIndex segmentIndex) {

    /** @param conditions events that fail one cannot matter to the question */
    static TableSource of(
            TableName name,
            TableDefinition table,
            List<LogFile> wanted,
            SegmentIndex segmentIndex,
            SegmentCheck check,
            List<TextCondition> conditions) {
        boolean stored =
                table.columns().equals(StoreFormat.TABLE.columns()) && table.kind() == StoreFormat.TABLE.kind();
        Set<Segment> intact = stored ? check.intact(segmentIndex.segments(wanted)) : Set.of();
        List<StoredLog> held = new ArrayList<>();
        List<LogFile> rest = new ArrayList<>();
        for (LogFile file : wanted) {
            Optional<StoredLog> found = segmentIndex.find(file);
            if (found.isPresent() && intact.contains(found.get().segment())) {
                held.add(found.get());
            } else {
                rest.add(file);
            }
        }
        LogScan scan = LogScan.toAnswer(Leaves.of(table), table.kind(), rest, conditions);
        return new TableSource(name, table, List.copyOf(intact), held, scan, segmentIndex);
    }

    /** The files that DuckDB has to open. */
    Stream<Path> parquet() {
        return segments.stream().map(Segment::parquet);
    }

    /**
     * The statements that make the table's view.
     *
     * @param index the place of the scan among those of the question
     */
    List<String> view(int index, TableSql sql) {
        FileTable scanned = new FileTable("scanned_" + index, sql.readsFiles());
        FileTable stored = new FileTable("stored_" + index, sql.readsFiles());
        List<String> parts = new ArrayList<>();
        if (!scan.files().isEmpty() || segments.isEmpty()) {
            parts.add("SELECT " + sql.columns(table) + scanned.columns() + " FROM " + LogFunction.NAME + "(" + index
                    + ")" + scanned.join());
        }
        if (!segments.isEmpty()) {
            parts.add(fromSegments(stored));
        }
        List<String> statements = new ArrayList<>();
        statements.addAll(scanned.statements(scan.files(), scan::ordinal));
        statements.addAll(stored.statements(
                held.stream().map(StoredLog::file).toList(), k -> held.get(k).ordinal()));
        statements.add("CREATE SCHEMA IF NOT EXISTS " + TableSql.identifier(name.database()));
        statements.add("CREATE VIEW " + name.sql() + " AS " + String.join(" UNION ALL ", parts));
        return statements;
    }

    private String fromSegments(FileTable files) {
        String stale =
                Ranges.of(segments.stream()
                                .flatMap(segment -> segmentIndex.stale(segment).stream())
                                .toList())
                        .stream()
                        .map(range -> "file NOT BETWEEN " + range.first() + " AND " + range.last())
                        .collect(Collectors.joining(" AND "));
        return "SELECT " + StoreFormat.read() + files.columns() + " FROM read_parquet("
                + TableSql.list(parquet().toList()) + ")" + files.join() + (stale.isEmpty() ? "" : " WHERE " + stale);
    }

    /** Adds what is known of each wanted file, once the question is answered. */
    void addTo(CoverageBuilder tally) {
        held.forEach(tally::add);
        for (int k = 0; k < scan.files().size(); k++) {
            scan.report(k).ifPresent(tally::add);
        }
    }
}
