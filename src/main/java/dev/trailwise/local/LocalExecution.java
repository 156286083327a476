package dev.trailwise.local;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.ReadListener;
import dev.trailwise.engine.RowFile;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RowText;
import dev.trailwise.engine.RunResult;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.local.rows.ParquetRows;
import dev.trailwise.local.rows.QueryErrors;
import dev.trailwise.local.rows.RowDelivery;
import dev.trailwise.local.rows.RowReader;
import dev.trailwise.local.rows.Rows;
import dev.trailwise.local.rows.TextRows;
import dev.trailwise.local.scan.TextScan;
import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.sql.scan.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A question that runs in a DuckDB of its own. */
final class LocalExecution implements Execution {
    private final DuckDbSql sql;
    private final Optional<Projection> projection;
    private final int threads;
    private final IntFunction<DuckDb> databases;
    private final ReadListener progress;
    private volatile LocalQuery query;
    private volatile @Nullable PreparedStatement running;
    private volatile boolean cancelled;
    private volatile boolean begun;

    /**
     * @param sql in DuckDB's words
     * @param projection what it picks, when it does no more
     * @param databases starts a DuckDB with so many threads; called a second time when the query runs again
     * @param progress receives how far the reading is
     */
    LocalExecution(
            LocalQuery query,
            DuckDbSql sql,
            Optional<Projection> projection,
            int threads,
            IntFunction<DuckDb> databases,
            ReadListener progress) {
        this.query = query;
        this.sql = sql;
        this.projection = projection;
        this.threads = threads;
        this.databases = databases;
        this.progress = progress;
    }

    @Override
    public RunResult stream(RowSink sink) {
        try {
            return run(sink, threads);
        } catch (SQLException e) {
            return retry(sink, e);
        }
    }

    /**
     * Runs the query once more when that can help and no row has been passed on: without segments that vanished, or on
     * one thread, which needs less memory than several do.
     */
    private RunResult retry(RowSink sink, SQLException first) {
        if (begun || cancelled || query.bug().isPresent()) {
            throw failure(first);
        }
        boolean lost = query.hasLostSegments();
        if (!lost && !QueryErrors.outOfMemory(first)) {
            throw failure(first);
        }
        query = lost ? query.withoutStore() : query.retry();
        try {
            return run(sink, lost ? threads : 1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private RunResult run(RowSink sink, int most) throws SQLException {
        long count = 0;
        try (DuckDb database = databases.apply(most)) {
            Optional<RowFile> file = sink.file();
            query.prepare(database, sql, progress, file.map(RowFile::path));
            Connection connection = database.connection();
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                RowReader reader = RowReader.of(statement.getMetaData());
                if (file.isPresent()) {
                    return new RunResult(copy(connection, sink, reader, file.get()), Optional.of(query.coverage()));
                }
                Runnable begin = () -> begin(sink, reader);
                Optional<TextScan> scan = query.textScan(projection);
                Optional<Supplier<RowText>> texts = scan.flatMap(known -> sink.text(reader.columns()));
                if (texts.isPresent()) {
                    checkCancelled();
                    count = scan.get().run(database.threads(), query.meter(progress), texts.get(), sink, begin);
                    checkCancelled();
                    begin.run();
                    sink.finish();
                    return new RunResult(count, Optional.of(query.coverage()));
                }
                Optional<TextRows> text = TextRows.of(connection, reader, sink, ordered(), begin);
                if (text.isEmpty()) {
                    count = run(statement, sink, begin, RowDelivery.ofValues(reader, sink));
                } else {
                    try (PreparedStatement around =
                            connection.prepareStatement(text.get().around(sql.text()))) {
                        count = run(around, sink, begin, text.get());
                    }
                }
            } catch (Rows.StreamFailure failure) {
                throw begun || database.threads() == 1 ? reason(failure, connection) : failure;
            } finally {
                running = null;
            }
        }
        return new RunResult(count, Optional.of(query.coverage()));
    }

    /**
     * Finds the reason of a failure, which the driver drops while rows stream, by running the query again, into a table.
     *
     * @return the failure itself when the query does not fail the second time
     */
    private SQLException reason(Rows.StreamFailure failure, Connection connection) {
        if (cancelled || query.bug().isPresent()) {
            return failure;
        }
        try (PreparedStatement repeated = connection.prepareStatement("CREATE TEMP TABLE again AS " + sql.text())) {
            running = repeated;
            repeated.execute();
            return failure;
        } catch (SQLException reason) {
            return reason;
        }
    }

    /** Whether the order of the rows may matter; also where it is only that of a part of the query. */
    private boolean ordered() {
        return sql.text().contains("ORDER BY");
    }

    private long run(PreparedStatement statement, RowSink sink, Runnable begin, RowDelivery handover)
            throws SQLException {
        running = statement;
        checkCancelled();
        try (ResultSet rows = statement.executeQuery()) {
            return pass(rows, sink, begin, handover);
        } catch (SQLException e) {
            handover.checkFailure();
            throw e;
        }
    }

    /** Has DuckDB write the rows. */
    private long copy(Connection connection, RowSink sink, RowReader reader, RowFile file) throws SQLException {
        ParquetRows rows = ParquetRows.of(reader, file);
        try (PreparedStatement copy = connection.prepareStatement(rows.copy(sql.text()))) {
            running = copy;
            checkCancelled();
            copy.execute();
            checkCancelled(); // a scan that was stopped ends like one that is done
            query.checkFatal();
            long count = copy.getLargeUpdateCount();
            begin(sink, reader);
            sink.finish();
            return count;
        } catch (SQLException e) {
            Optional<Failure> full = cancelled ? Optional.empty() : rows.notWritten(e);
            if (full.isPresent()) {
                throw full.get();
            }
            throw e;
        }
    }

    private long pass(ResultSet rows, RowSink sink, Runnable begin, RowDelivery handover) throws SQLException {
        boolean more = Rows.next(rows);
        checkCancelled();
        begin.run();
        while (more) {
            checkCancelled();
            handover.row(rows);
            more = Rows.next(rows);
        }
        checkCancelled(); // a scan that was stopped ends like one that is done
        query.checkFatal();
        long count = handover.end();
        sink.finish();
        return count;
    }

    private void begin(RowSink sink, RowReader reader) {
        if (!begun) {
            begun = true;
            sink.begin(reader.columns());
        }
    }

    private void checkCancelled() {
        if (cancelled) {
            throw new Failure(ExitCode.INTERRUPTED, "the query was stopped");
        }
    }

    private RuntimeException failure(SQLException e) {
        if (cancelled) {
            return new Failure(ExitCode.INTERRUPTED, "the query was stopped", e);
        }
        return query.bug().orElseGet(() -> QueryErrors.failure(query.text(), e));
    }

    @Override
    public void cancel() {
        cancelled = true;
        query.stop();
        PreparedStatement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                throw new IllegalStateException("the query could not be stopped: " + e.getMessage(), e);
            }
        }
    }
}
