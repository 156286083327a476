package dev.trailwise.local;

import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.ReadListener;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.local.scan.LogFunction;
import dev.trailwise.local.scan.LogScan;
import dev.trailwise.local.scan.ReadMeter;
import dev.trailwise.local.scan.TextScan;
import dev.trailwise.local.store.DuplicateIds;
import dev.trailwise.local.store.Segment;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.sql.scalar.InvalidValue;
import dev.trailwise.sql.scan.EarlyConditions;
import dev.trailwise.sql.scan.Projection;
import dev.trailwise.sql.scan.TextCondition;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.LogKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A question with all that it is answered from: its SQL in DuckDB's words, and where each of its tables comes from. */
final class LocalQuery {
    private final CompiledQuery query;
    private final Inventory inventory;
    private final List<TableSource> sources;
    private final Instant now;
    private final AtomicReference<@Nullable InvalidValue> fatal = new AtomicReference<>();

    private LocalQuery(CompiledQuery query, Inventory inventory, List<TableSource> sources, Instant now) {
        this.query = query;
        this.inventory = inventory;
        this.sources = sources;
        this.now = now;
    }

    static LocalQuery plan(CompiledQuery query, Inventory inventory, SegmentCheck check, Instant now) {
        Map<TableName, List<TextCondition>> conditions =
                EarlyConditions.of(AthenaSql.parse(query.text()), query.tables());
        List<TableSource> sources = query.tables().entrySet().stream()
                .map(entry -> TableSource.of(
                        entry.getKey(),
                        entry.getValue(),
                        inventory.wanted(entry.getValue(), query.scope()),
                        inventory.segmentIndex(),
                        check,
                        conditions.getOrDefault(entry.getKey(), List.of())))
                .toList();
        return new LocalQuery(query, inventory, sources, now);
    }

    /** Its SQL, which knows its author's. */
    SqlText text() {
        return query.text();
    }

    /** The same question, of the files alone. */
    LocalQuery withoutStore() {
        return plan(query, inventory.withoutStore(), new SegmentCheck(Segment::intact), now);
    }

    /** The same question, with nothing read yet. */
    LocalQuery retry() {
        return plan(query, inventory, new SegmentCheck(Segment::intact), now);
    }

    /** Whether a segment is gone: another process has put a newer one in its place. */
    boolean hasLostSegments() {
        return parquet().stream().anyMatch(path -> !Files.exists(path));
    }

    /**
     * Makes the tables, and shuts the ways out.
     *
     * @param sql the query in DuckDB's words, and what it reads
     * @param progress receives how far the reading is
     * @param written the file that its rows are written to, where they are
     */
    void prepare(DuckDb database, DuckDbSql sql, ReadListener progress, Optional<Path> written) throws SQLException {
        List<LogScan> scans = sources.stream().map(TableSource::scan).toList();
        LogFunction.register(database.connection(), database.threads(), scans, meter(progress));
        JavaFunctions.register(database.connection(), sql.functions(), invalid -> fatal.compareAndSet(null, invalid));
        List<String> views = new ArrayList<>();
        views.add("CREATE MACRO now() AS TIMESTAMPTZ " + TableSql.literal(now.toString()));
        for (int k = 0; k < sources.size(); k++) {
            TableSource source = sources.get(k);
            views.addAll(source.view(k, new TableSql(UsedFields.of(sql.fields(source.name())))));
        }
        Set<Path> reached = new HashSet<>(parquet());
        written.ifPresent(reached::add);
        database.lock(reached, views);
    }

    /** Counts what is read of the files. */
    ReadMeter meter(ReadListener progress) {
        return new ReadMeter(sources.stream().flatMap(source -> source.scan().files().stream()), progress);
    }

    /** How its rows become text without DuckDB; nothing where it takes more, or some of them are in the store. */
    Optional<TextScan> textScan(Optional<Projection> projection) {
        return sources.size() == 1 && sources.get(0).segments().isEmpty()
                ? projection.flatMap(
                        columns -> TextScan.of(columns, sources.get(0).scan()))
                : Optional.empty();
    }

    /**
     * The bytes of log files that have to be read, as far as their fields are wanted.
     *
     * @param share the part of an event that fields are, in hundredths
     */
    long unread(DuckDbSql sql, ToIntFunction<Set<String>> share) {
        return sources.stream()
                .mapToLong(source ->
                        source.scan().files().stream().mapToLong(LogFile::size).sum()
                                / 100
                                * share.applyAsInt(sql.fields(source.name())))
                .sum();
    }

    private Set<Path> parquet() {
        return sources.stream().flatMap(TableSource::parquet).collect(Collectors.toSet());
    }

    void stop() {
        sources.forEach(source -> source.scan().stop());
    }

    /** Fails when a function failed in a way that TRY must not hide. */
    void checkFatal() {
        InvalidValue invalid = fatal.get();
        if (invalid != null) {
            throw new Failure(
                    ExitCode.QUERY_FAILED,
                    "the query failed: " + Excerpt.neutral(String.valueOf(invalid.getMessage())),
                    SqlProblem.ON_ATHENA);
        }
    }

    /** What went wrong in our own code while DuckDB called it. */
    Optional<RuntimeException> bug() {
        return sources.stream().flatMap(source -> source.scan().bug().stream()).findFirst();
    }

    /** What it was answered from, after the last row. */
    Coverage coverage() {
        CoverageBuilder tally = new CoverageBuilder();
        tally.addProblems(inventory.found().problems().stream()
                .filter(problem -> isInScope(problem.file()))
                .toList());
        Set<LogKind> asked =
                sources.stream().map(source -> source.table().kind()).collect(Collectors.toSet());
        for (LogFile file : inventory.found().files()) {
            if (holdsOther(file, asked)) {
                tally.addOther(file);
            }
        }
        sources.forEach(source -> source.addTo(tally));
        return tally.coverage(duplicates(), !query.scope().time().isAll(), inventory.found(), asked);
    }

    private boolean isInScope(String path) {
        return LogKey.parse(LogFiles.slashed(Path.of(path)))
                .map(key -> query.scope().covers(key.partition()))
                .orElse(true);
    }

    /** Whether the path says that the file is of no table that is asked, but in the scope. */
    private boolean holdsOther(LogFile file, Set<LogKind> asked) {
        return file.key().isPresent()
                && !asked.contains(file.key().get().kind())
                && query.scope().covers(file.key().get().partition());
    }

    /** Events that repeat another: known when they were all read now, or all come from the store. */
    private OptionalLong duplicates() {
        if (sources.size() != 1) {
            return OptionalLong.empty();
        }
        TableSource source = sources.get(0);
        if (source.held().isEmpty()) {
            return source.scan().duplicates();
        }
        if (!source.scan().files().isEmpty()) {
            return OptionalLong.empty();
        }
        List<DuplicateIds> duplicates = source.segments().stream()
                .flatMap(segment -> segment.manifest().duplicates().stream())
                .toList();
        Set<Long> asked = new HashSet<>();
        if (!duplicates.isEmpty()) {
            source.held().forEach(file -> asked.add(file.ordinal()));
        }
        return OptionalLong.of(duplicates.stream()
                .mapToLong(repeat -> repeat.among(asked::contains))
                .sum());
    }
}
