package dev.trailwise.local;

import dev.trailwise.local.rows.ParquetRows;
import dev.trailwise.local.scan.LogFunction;
import dev.trailwise.local.scan.LogScan;
import dev.trailwise.local.scan.ReadMeter;
import dev.trailwise.local.store.Draft;
import dev.trailwise.local.store.DuplicateIds;
import dev.trailwise.local.store.Segment;
import dev.trailwise.local.store.SegmentIndex;
import dev.trailwise.local.store.StoredFile;
import dev.trailwise.logs.FileReport;
import dev.trailwise.logs.Leaves;
import dev.trailwise.logs.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes one segment: every column of its files, natively nested. */
final class SegmentWriter {
    /** Larger dictionaries take a tenth of the time for a hundredth of the size. */
    private static final String OPTIONS = "(" + ParquetRows.OPTIONS + ", DICTIONARY_SIZE_LIMIT 512)";

    private final Path root;
    private final int threads;
    private final ResourceLimits limits;
    private final ReadMeter meter;

    /**
     * A writer of segments.
     *
     * @param root the folder of logs, as the paths of the files have it
     * @param meter counts what is read for all segments
     */
    SegmentWriter(Path root, int threads, ResourceLimits limits, ReadMeter meter) {
        this.root = root;
        this.threads = threads;
        this.limits = limits;
        this.meter = meter;
    }

    /**
     * Reads the files and makes the draft a segment of them.
     *
     * @param older the segments that stay, whose events may be repeated in these files
     */
    Segment write(Draft draft, List<LogFile> files, List<Segment> older) throws SQLException, IOException {
        LogScan scan = LogScan.toStore(
                Leaves.of(StoreFormat.TABLE), StoreFormat.TABLE.kind(), files, Segment.firstOrdinal(draft.id()));
        try (DuckDb database = DuckDb.open(threads, limits)) {
            LogFunction.register(database.connection(), database.threads(), List.of(scan), meter);
            DuplicateEvents repeated = new DuplicateEvents(draft.parquet(), older);
            database.lock(repeated.paths(), List.of());
            long rows =
                    database.run("COPY (SELECT " + LogFunction.FILE + ", " + StoreFormat.written() + " FROM (SELECT "
                            + LogFunction.FILE + ", " + new TableSql(UsedFields.everything()).columns(StoreFormat.TABLE)
                            + " FROM " + LogFunction.NAME + "(0))) TO "
                            + TableSql.literal(draft.parquet().toString()) + " " + OPTIONS);
            long events = scan.reports().mapToLong(FileReport::events).sum();
            if (rows != events) {
                throw new SQLException("DuckDB wrote " + rows + " of " + events + " events");
            }
            List<DuplicateIds> duplicates = repeated.find(database, Segment.firstOrdinal(draft.id()));
            return draft.commit(StoreFormat.FINGERPRINT, stored(scan), duplicates);
        }
    }

    /** A file that could not even be opened is left to be tried again by each question. */
    private List<StoredFile> stored(LogScan scan) {
        List<StoredFile> stored = new ArrayList<>();
        for (int index = 0; index < scan.files().size(); index++) {
            Optional<FileReport> report = scan.report(index);
            if (report.isPresent()
                    && report.get()
                            .problem()
                            .filter(problem -> problem.offset() < 0)
                            .isEmpty()) {
                String path =
                        SegmentIndex.relative(root, scan.files().get(index).path());
                stored.add(StoredFile.of(index, path, report.get()));
            }
        }
        stored.sort(Comparator.comparing(StoredFile::path));
        return stored;
    }
}
