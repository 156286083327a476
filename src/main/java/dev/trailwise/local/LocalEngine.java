package dev.trailwise.local;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.QueryEngine;
import dev.trailwise.local.store.Store;
import dev.trailwise.sql.AthenaQuery;
import dev.trailwise.sql.DuckDbSql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions on this machine, of a folder of CloudTrail files as it is at the time. DuckDB runs the SQL; its
 * tables are read from the files themselves, or from the store for those that it holds.
 */
public final class LocalEngine implements QueryEngine {
    private static final int MEMORY_MEGABYTES = 256;
    private static final int MOST_THREADS = 8;

    private final Background<Inventory> inventory;
    private final Clock clock;
    private final SegmentCheck check = new SegmentCheck();
    private final AtomicReference<@Nullable Background<DuckDb>> first;

    private LocalEngine(Background<Inventory> inventory, Background<DuckDb> first, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
        this.first = new AtomicReference<>(first);
    }

    /**
     * Begins to start DuckDB and to look for the files, and returns at once.
     *
     * @param logs a folder of CloudTrail files, or one file
     * @param cache the folder of stores; none to read the files alone
     * @param clock tells what {@code now()} is in a question
     */
    public static LocalEngine open(Path logs, Optional<Path> cache, Clock clock) {
        Background<DuckDb> duck = Background.start("duckdb", LocalEngine::startDuck);
        return new LocalEngine(Background.start("files", () -> inventory(logs, cache)), duck, clock);
    }

    private static Inventory inventory(Path logs, Optional<Path> cache) throws IOException {
        Optional<Store> store = cache.isPresent() ? Optional.of(Store.of(cache.get(), logs)) : Optional.empty();
        return Inventory.take(logs, store);
    }

    @Override
    public Execution start(AthenaQuery query) {
        String sql = DuckDbSql.translate(query);
        LocalQuery plan = LocalQuery.plan(query, inventory.get(), check, clock.instant());
        return new LocalExecution(plan, sql, threads(), this::duck);
    }

    private DuckDb duck() {
        Background<DuckDb> started = first.getAndSet(null);
        return started == null ? startDuck() : started.get();
    }

    private static DuckDb startDuck() {
        return DuckDb.open(threads(), MEMORY_MEGABYTES);
    }

    private static int threads() {
        return Math.max(2, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public void close() {
        Background<DuckDb> unused = first.getAndSet(null);
        if (unused != null) {
            unused.get().close();
        }
    }
}
