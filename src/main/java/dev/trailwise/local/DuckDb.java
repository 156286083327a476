package dev.trailwise.local;

import dev.trailwise.cost.Bytes;
import dev.trailwise.disk.SpillFolder;
import dev.trailwise.sql.duckdb.DuckDbSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBDriver;

/**
 * One DuckDB, in memory. Once {@link #lock locked} it reaches no file but those it was given and its own folder for what
 * does not fit in memory, no network, no extension and no setting: the second wall behind the check of the SQL.
 *
 * @see <a href="https://duckdb.org/docs/stable/operations_manual/securing_duckdb/overview">Securing DuckDB</a>
 */
final class DuckDb implements AutoCloseable {
    private static final int MOST_THREADS = 8;
    private static final Pattern MEMORY = Pattern.compile("([0-9.]+) ([KMGT]iB|bytes)");
    private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB");

    /** The least that is taken by default, however small the machine. */
    private static final long LEAST_SHARE = 512_000_000;

    /**
     * Each thread of an operator that holds rows back keeps its own part of them in memory before it spills. Below this,
     * several threads run out of memory where one does not.
     */
    private static final long MEMORY_PER_THREAD = 384_000_000;

    private final Connection connection;
    private final int threads;
    private final long memory;
    private final Optional<SpillFolder> spill;

    private DuckDb(Connection connection, int threads, long memory, Optional<SpillFolder> spill) {
        this.connection = connection;
        this.threads = threads;
        this.memory = memory;
        this.spill = spill;
    }

    /**
     * Starts one, which loads the native library when it is the process's first.
     *
     * @param most how many threads a query may use; it has fewer when there is little memory
     */
    static DuckDb open(int most, ResourceLimits limits) {
        Optional<SpillFolder> spill = SpillFolder.create(limits.spill());
        Properties settings = new Properties();
        settings.setProperty(
                "temp_directory", spill.map(folder -> folder.path().toString()).orElse(""));
        settings.setProperty("max_temp_directory_size", maxSpill(limits, spill) + "B");
        settings.setProperty("preserve_insertion_order", "false"); // a COPY would hold its rows back to order them
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
            long memory = limits.memory().map(Bytes::count).orElse(0L);
            memory = memory == 0 ? share(connection) : memory;
            int threads = (int) Math.max(1, Math.min(most, memory / MEMORY_PER_THREAD));
            DuckDb database = new DuckDb(connection, threads, memory, spill);
            database.run("SET memory_limit = '" + memory + "B'; SET threads = " + threads);
            return database;
        } catch (SQLException e) {
            spill.ifPresent(SpillFolder::close);
            throw new IllegalStateException("DuckDB could not be started: " + e.getMessage(), e);
        }
    }

    private static long maxSpill(ResourceLimits limits, Optional<SpillFolder> spill) {
        if (limits.maxSpill().isPresent() || spill.isEmpty()) {
            return limits.maxSpill().map(Bytes::count).orElse(0L);
        }
        try {
            return Files.getFileStore(spill.get().path()).getUsableSpace() / 2;
        } catch (IOException unknown) {
            return 0;
        }
    }

    /** A quarter of the memory. DuckDB's own limit is four fifths of what the machine or its container has. */
    private static long share(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_setting('memory_limit')");
                ResultSet limit = statement.executeQuery()) {
            limit.next();
            Matcher amount = MEMORY.matcher(limit.getString(1));
            if (!amount.matches()) {
                throw new SQLException("not an amount of memory: " + limit.getString(1));
            }
            double all =
                    Double.parseDouble(amount.group(1)) * Math.scalb(1.0, 10 * UNITS.indexOf(amount.group(2))) / 0.8;
            return Math.max(LEAST_SHARE, (long) (all / 4));
        }
    }

    /** Loads the native library. */
    static Class<?> load() throws ClassNotFoundException {
        return Class.forName("org.duckdb.DuckDBNative");
    }

    /** How many threads a query uses on this machine. */
    static int defaultThreads() {
        return Math.max(2, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /** How many threads a query has. */
    int threads() {
        return threads;
    }

    /** How many bytes of memory a query has. */
    long memory() {
        return memory;
    }

    Connection connection() {
        return connection;
    }

    /**
     * Closes every way out, and then runs what is to be there for the question; all in one round.
     *
     * @param paths the only files it may open from now on
     * @param statements such as views and macros
     */
    void lock(Collection<Path> paths, List<String> statements) throws SQLException {
        List<String> all = new ArrayList<>(DuckDbSql.session());
        all.add("SET allowed_paths = " + TableSql.list(paths));
        all.add("SET enable_external_access = false");
        all.add("SET lock_configuration = true");
        all.addAll(statements);
        run(String.join("; ", all));
    }

    /**
     * Runs statements without a result. A prepared one tells what is wrong; a plain one hides it.
     *
     * @return how many rows the last one wrote
     */
    long run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
            return statement.getLargeUpdateCount();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB could not be closed: " + e.getMessage(), e);
        } finally {
            spill.ifPresent(SpillFolder::close);
        }
    }
}
