package dev.trailwise.local.rows;

import dev.trailwise.engine.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How the rows of a result reach a sink. */
public interface Handover {
    /** Takes the row that the result is at. */
    void row(ResultSet rows) throws SQLException;

    /**
     * Called after the last row of a result that is complete.
     *
     * @return how many rows the sink was given
     */
    long end();

    /** Throws what went wrong beside the query. */
    default void checkFailure() {}

    /** Row by row. */
    static Handover ofValues(RowReader reader, RowSink sink) {
        return new Handover() {
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
