package dev.trailwise.local;

import dev.trailwise.cost.Bytes;
import dev.trailwise.disk.SpillFolder;
import dev.trailwise.engine.ReadListener;
import dev.trailwise.local.store.Store;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.duckdb.DuckDbSql;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the logs of a query into the store before it runs, where the query may hold back more than its memory has room
 * for. Memory that runs out while DuckDB takes rows from our table function ends the whole process: its driver does not
 * catch that failure. Reading Parquet, DuckDB spills, or fails with an error.
 */
final class Staging implements AutoCloseable {
    /** Bytes of JSON for a byte of a log file, on the safe side. */
    private static final int INFLATION = 16;

    /** The part of the memory that may fill up before anything is staged. */
    private static final int PARTS = 4;

    /** Part of an event that a column takes which is not one of the large ones, in hundredths. */
    private static final int SMALL_COLUMN = 2;

    /** Columns that hold most of an event. */
    private static final Set<String> LARGE = Set.of(
            "requestparameters",
            "responseelements",
            "additionaleventdata",
            "serviceeventdetails",
            "useridentity",
            "resources");

    /** A build never holds more than some row groups; with less it could run out itself. */
    private static final Bytes BUILD_MEMORY = new Bytes(1_000_000_000);

    private final LogPaths logs;
    private final Optional<Path> cache;
    private final ResourceLimits limits;
    private @Nullable SpillFolder temporary;

    /**
     * Of these logs.
     *
     * @param cache the folder of stores; none to build one for a query alone
     */
    Staging(LogPaths logs, Optional<Path> cache, ResourceLimits limits) {
        this.logs = logs;
        this.cache = cache;
        this.limits = limits;
    }

    /** Whether a query may need more memory than it has, and reads files that are not in the store. */
    static boolean isNeeded(CompiledQuery query, DuckDbSql sql, LocalQuery plan, long memory) {
        return AthenaSql.parse(query.text()).holdsRows()
                && plan.unread(sql, Staging::share) * INFLATION > memory / PARTS;
    }

    /** The part of an event that these fields are, in hundredths. */
    private static int share(Set<String> fields) {
        boolean large =
                fields.stream().map(path -> path.indexOf('.') < 0 ? path : "").anyMatch(LARGE::contains);
        return large ? 100 : Math.min(50, SMALL_COLUMN * fields.size());
    }

    /**
     * Builds.
     *
     * @param progress receives how far the reading is
     * @return the files and what the store now holds of them; nothing when it could not be built
     */
    Optional<Inventory> run(CompiledQuery query, LogFiles.Found found, ReadListener progress) {
        Optional<Path> stores = cache.or(this::temporaryFolder);
        if (stores.isEmpty()) {
            return Optional.empty();
        }
        ResourceLimits roomy = new ResourceLimits(
                limits.memory().map(memory -> memory.compareTo(BUILD_MEMORY) < 0 ? BUILD_MEMORY : memory),
                limits.maxSpill(),
                limits.spill());
        StoreBuild.run(logs, stores.get(), query.scope(), roomy, true, progress);
        Store store = Store.of(stores.get(), logs);
        return Optional.of(Inventory.of(logs, found, store.segments(StoreFormat.FINGERPRINT)));
    }

    private Optional<Path> temporaryFolder() {
        if (temporary == null) {
            temporary = SpillFolder.create(limits.spill()).orElse(null);
        }
        return Optional.ofNullable(temporary).map(SpillFolder::path);
    }

    @Override
    public void close() {
        if (temporary != null) {
            temporary.close();
        }
    }
}
