package dev.trailwise.local.scan;

import dev.trailwise.logs.Leaf;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * DuckDB's way into log files: a table function whose columns are the leaves of a table as text, in the order of
 * {@link dev.trailwise.logs.Leaves}, after the number of the file. Only the columns that a question uses are
 * sliced; each of DuckDB's threads takes the next file as it is done with one.
 *
 * <p>The number comes first because DuckDB asks for the first column when a question needs none, as {@code count(*)}.
 */
public final class LogFunction implements DuckDBTableFunction<LogScan, LogScan.Pass, LogWorker> {
    public static final String NAME = "log_leaves";
    public static final String FILE = "file";

    private final List<LogScan> scans;
    private final int threads;
    private final ReadMeter meter;

    private LogFunction(List<LogScan> scans, int threads, ReadMeter meter) {
        this.scans = scans;
        this.threads = threads;
        this.meter = meter;
    }

    /** Makes {@code log_leaves(k)} the k-th of the scans; the meter counts what is read. */
    public static void register(Connection connection, int threads, List<LogScan> scans, ReadMeter meter)
            throws SQLException {
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(NAME)
                    .withParameter(DuckDBColumnType.INTEGER)
                    .withProjectionPushdown()
                    .withFunction(new LogFunction(scans, threads, meter))
                    .register(connection);
        }
    }

    @Override
    public LogScan bind(DuckDBTableFunctionBindInfo info) {
        LogScan scan = scans.get(info.getParameter(0).getInt());
        info.addResultColumn(FILE, DuckDBColumnType.BIGINT);
        for (Leaf leaf : scan.leaves().all()) {
            info.addResultColumn(leaf.path(), DuckDBColumnType.VARCHAR);
        }
        info.setCardinality(scan.estimatedEvents(), false);
        return scan;
    }

    @Override
    public LogScan.Pass init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(threads);
        LogScan scan = info.getBindData();
        return scan.pass();
    }

    @Override
    public LogWorker localInit(DuckDBTableFunctionInitInfo info) {
        return new LogWorker(columns(info), meter);
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        LogScan.Pass pass = info.getInitData();
        LogWorker worker = info.getLocalInitData();
        try {
            return worker.fill(pass, chunk);
        } catch (RuntimeException bug) {
            pass.scan().broke(bug);
            throw bug;
        }
    }

    /** The places of the projected columns. */
    private static int[] columns(DuckDBTableFunctionInitInfo info) {
        int[] columns = new int[Math.toIntExact(info.getColumnCount())];
        for (int k = 0; k < columns.length; k++) {
            columns[k] = Math.toIntExact(info.getColumnIndex(k));
        }
        return columns;
    }
}
