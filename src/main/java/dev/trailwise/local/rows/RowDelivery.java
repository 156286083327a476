package dev.trailwise.local.rows;

import dev.trailwise.engine.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How the rows of a result reach a sink. */
public interface RowDelivery {
    /** Takes the row that the result is at. */
    void row(ResultSet rows) throws SQLException;

    /**
     * Called after the last row of a result that is complete.
     *
     * @return how many rows the sink was given
     */
    long end();

    /** Throws a failure outside of the query. */
    default void checkFailure() {}

    /** Row by row. */
    static RowDelivery ofValues(RowReader reader, RowSink sink) {
        return new RowDelivery() {
            private long count;

            @Override
            public void row(ResultSet rows) throws SQLException {
                sink.row(reader.read(rows));
                count++;
            }

            @Override
            public long end() {
                return count;
            }
        };
    }
}
