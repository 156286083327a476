package dev.trailwise.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of an answer as they come. Called from one thread, in this order. */
public interface RowSink {
    /** The columns, before the first row; always called, even when there are no rows. */
    void begin(List<ResultColumn> columns);

    /**
     * One row.
     *
     * @param values one value a column, null for SQL NULL; the array may be reused by the caller. The Java types are
     *     those of {@link ResultType}
     */
    void row(@Nullable Object[] values);

    /** There are no more rows. */
    void finish();
}
