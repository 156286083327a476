package dev.trailwise.local.rows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBResultSet;

/**
 * Iterates over the streamed rows of a DuckDB result. When a query fails while its rows stream, the driver's {@link
 * ResultSet#next} returns false, as at the end of a complete result; {@link #next} throws instead.
 */
public final class Rows {
    /** What a further fetch throws from a result that DuckDB closed after its last row. */
    private static final String COMPLETE = "Attempting to execute an unsuccessful or closed pending query result";

    /** What a fetch throws from a result that failed on another thread, instead of the reason. */
    private static final String FAILED = "Invalid result set";

    private Rows() {}

    /**
     * Moves to the next row.
     *
     * @return false at the end of a complete result
     * @throws StreamFailure when the query failed before its last row
     */
    public static boolean next(ResultSet rows) throws SQLException {
        try {
            if (rows.next()) {
                return true;
            }
        } catch (SQLException e) {
            throw String.valueOf(e.getMessage()).contains(FAILED) ? new StreamFailure() : e;
        }
        if (!complete(rows)) {
            throw new StreamFailure();
        }
        return false;
    }

    /** The engine failed while rows were streamed, and the driver dropped its reason. */
    public static final class StreamFailure extends SQLException {
        private static final long serialVersionUID = 1;

        private StreamFailure() {
            super("the query failed before its last row");
        }
    }

    /**
     * Whether the result ended because it had no more rows. The driver has no public way to ask: another fetch throws
     * either that the result is closed, which is its end, or that it is invalid, because it failed.
     */
    private static boolean complete(ResultSet rows) throws SQLException {
        try {
            Method fetch = DuckDBResultSet.class.getDeclaredMethod("fetchChunk");
            fetch.setAccessible(true);
            return ((Object[]) fetch.invoke(rows.unwrap(DuckDBResultSet.class))).length == 0;
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getTargetException()).contains(COMPLETE);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this DuckDB driver cannot tell how a result ended", e);
        }
    }
}
