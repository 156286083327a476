package dev.trailwise.local;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.QueryEngine;
import dev.trailwise.engine.ReadListener;
import dev.trailwise.local.store.Segment;
import dev.trailwise.local.store.Store;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.sql.scan.Projection;
import dev.trailwise.trail.Scope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries on this machine over CloudTrail files, as they are when the engine is opened or refreshed. DuckDB runs the
 * SQL; its tables are read from the files themselves, or from the store for those that it has.
 */
public final class LocalEngine implements QueryEngine {
    private static final AtomicReference<@Nullable Search> BEGUN = new AtomicReference<>();

    private final LogPaths logs;
    private final Optional<Store> store;
    private final ResourceLimits limits;
    private final Staging staging;
    private final Clock clock;
    private final SegmentCheck check = new SegmentCheck(Segment::intact);
    private final AtomicReference<@Nullable Inventory> staged = new AtomicReference<>();
    private final AtomicReference<@Nullable Background<DuckDb>> next;
    private volatile Background<Inventory> inventory;
    private volatile Background<DuckDb> opened;
    private volatile ReadListener progress = ReadListener.NONE;

    private LocalEngine(
            LogPaths logs,
            Optional<Store> store,
            Background<Inventory> inventory,
            ResourceLimits limits,
            Staging staging,
            Background<DuckDb> first,
            Clock clock) {
        this.logs = logs;
        this.store = store;
        this.inventory = inventory;
        this.limits = limits;
        this.staging = staging;
        this.clock = clock;
        this.opened = first;
        this.next = new AtomicReference<>(first);
    }

    /**
     * Begins to start DuckDB and to look for the files, and returns at once.
     *
     * @param logs where the logs are
     * @param cache the folder of stores; none to read the files alone
     * @param limits the memory and disk space that a query may use
     * @param clock tells what {@code now()} is in a question
     */
    public static LocalEngine open(LogPaths logs, Optional<Path> cache, ResourceLimits limits, Clock clock) {
        Optional<Store> store = cache.map(folder -> Store.of(folder, logs));
        Background<DuckDb> database = startDuckDb(limits);
        return new LocalEngine(
                logs, store, startInventory(logs, store), limits, new Staging(logs, cache, limits), database, clock);
    }

    private static Background<DuckDb> startDuckDb(ResourceLimits limits) {
        return Background.start("duckdb", () -> DuckDb.open(DuckDb.defaultThreads(), limits));
    }

    private static Background<Inventory> startInventory(LogPaths logs, Optional<Store> store) {
        Search search = Search.of(logs);
        Background<List<Segment>> segments = Background.start("store", () -> segments(store));
        return Background.start("files", () -> Inventory.of(logs, search.found().get(), segments.get()));
    }

    /**
     * Begins to look for the files again, and to start the DuckDB of the next query: each has its own, locked to the files
     * that the query reads. Segments that were checked are not checked again.
     */
    public void refresh() {
        inventory = startInventory(logs, store);
        staged.set(null);
        if (next.get() == null) {
            opened = startDuckDb(limits);
            next.set(opened);
        }
    }

    /** Of one folder or file. */
    public static LocalEngine open(Path logs, Optional<Path> cache, ResourceLimits limits, Clock clock) {
        return open(LogPaths.of(logs), cache, limits, clock);
    }

    /** An engine over no files: every table is empty, as it is for a scope that holds none. */
    public static LocalEngine overNoFiles(ResourceLimits limits, Clock clock) {
        LogPaths nowhere = LogPaths.of(Path.of(""));
        LogFiles.Found none = new LogFiles.Found(List.of(), List.of(), 0);
        return new LocalEngine(
                nowhere,
                Optional.empty(),
                Background.start("files", () -> Inventory.of(nowhere, none, List.of())),
                limits,
                new Staging(nowhere, Optional.empty(), limits),
                startDuckDb(limits),
                clock);
    }

    /** Tells a listener how far the reading is, from the next query on. */
    public void reportTo(ReadListener listener) {
        progress = listener;
    }

    private static List<Segment> segments(Optional<Store> store) {
        return store.map(known -> known.segments(StoreFormat.FINGERPRINT)).orElse(List.of());
    }

    /**
     * Begins what takes longest of {@link #open}, and returns at once: to load DuckDB's native library, and to look for
     * the files. The next engine of the same logs goes on from there.
     */
    public static void load(LogPaths logs) {
        Background.start("native", DuckDb::load);
        Background.start("zone", ZoneId::systemDefault); // DuckDB's driver asks for it, when little else is left to do
        BEGUN.set(Search.begin(logs));
    }

    /** Files being looked for. */
    private record Search(LogPaths logs, Background<LogFiles.Found> found) {
        static Search begin(LogPaths logs) {
            return new Search(logs, Background.start("search", () -> LogFiles.find(logs)));
        }

        static Search of(LogPaths logs) {
            Search begun = BEGUN.getAndSet(null);
            return begun != null && begun.logs.equals(logs) ? begun : begin(logs);
        }
    }

    @Override
    public Execution start(CompiledQuery query) {
        DuckDbSql sql = DuckDbSql.of(query);
        Inventory known = Optional.ofNullable(staged.get()).orElseGet(inventory::get);
        LocalQuery plan = LocalQuery.plan(query, known, check, clock.instant());
        if (Staging.isNeeded(query, sql, plan, opened.get().memory())) {
            Optional<Inventory> stage = staging.run(query, inventory.get().found(), progress);
            stage.ifPresent(staged::set);
            plan = stage.map(stored ->
                            LocalQuery.plan(query, stored, new SegmentCheck(Segment::intact), clock.instant()))
                    .orElse(plan);
        }
        Optional<Projection> projection = Projection.of(AthenaSql.parse(query.text()), query.tables());
        return new LocalExecution(plan, sql, projection, DuckDb.defaultThreads(), this::open, progress);
    }

    /**
     * Whether to start a {@link StoreBuild} for this scope, so that the next question need not read its files again.
     * Never when the store cannot be written.
     */
    public boolean wantsBuild(Scope scope) {
        return store.isPresent()
                && store.get().problem().isEmpty()
                && BuildPlan.of(inventory.get(), scope).worthwhile();
    }

    /** Why answers are not kept in the store, to tell the user; nothing when they are. */
    public Optional<String> cacheProblem() {
        return store.flatMap(Store::problem);
    }

    private DuckDb open(int threads) {
        Background<DuckDb> started = next.getAndSet(null);
        return started == null ? DuckDb.open(threads, limits) : started.get();
    }

    @Override
    public void close() {
        staging.close();
        Background<DuckDb> unused = next.getAndSet(null);
        if (unused != null) {
            unused.get().close();
        }
    }
}
