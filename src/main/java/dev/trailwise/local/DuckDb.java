package dev.trailwise.local;

import dev.trailwise.sql.DuckDbSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * One DuckDB, in memory. Once {@link #lock locked} it reaches no file but those it was given and its own folder for what
 * does not fit in memory, no network, no extension and no setting: the second wall behind the check of the SQL.
 *
 * @see <a href="https://duckdb.org/docs/stable/operations_manual/securing_duckdb/overview">Securing DuckDB</a>
 */
final class DuckDb implements AutoCloseable {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Connection connection;
    private final Optional<Path> spill;

    private DuckDb(Connection connection, Optional<Path> spill) {
        this.connection = connection;
        this.spill = spill;
    }

    /**
     * Starts one, which loads the native library when it is the process's first.
     *
     * @param threads how many threads a query may use
     * @param megabytes how much memory it may take before it spills to disk
     */
    static DuckDb open(int threads, int megabytes) {
        Optional<Path> spill = newSpillFolder();
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(threads));
        settings.setProperty("memory_limit", megabytes + "MB");
        settings.setProperty("temp_directory", spill.map(Path::toString).orElse(""));
        settings.setProperty("preserve_insertion_order", "false"); // a COPY would hold its rows back to order them
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try {
            return new DuckDb(new DuckDBDriver().connect("jdbc:duckdb:", settings), spill);
        } catch (SQLException e) {
            spill.ifPresent(DuckDb::remove);
            throw new IllegalStateException("DuckDB could not be started: " + e.getMessage(), e);
        }
    }

    /** Loads the native library. */
    static Class<?> load() throws ClassNotFoundException {
        return Class.forName("org.duckdb.DuckDBNative");
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
            spill.ifPresent(DuckDb::remove);
        }
    }

    /**
     * A folder of our own, or none where it cannot be made. Its name is not made by the library, whose random numbers take
     * longer than DuckDB to start: to make a folder fails where anything has its name, a link of others too.
     */
    private static Optional<Path> newSpillFolder() {
        String name = "trailwise-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), name);
        try {
            return Optional.of(Files.createDirectory(folder, OWNER_ONLY));
        } catch (IOException noSpace) {
            return Optional.empty();
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            return; // to the system's own cleaning: an answer is not wrong for it
        }
    }
}
