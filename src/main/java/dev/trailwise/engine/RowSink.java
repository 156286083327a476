package dev.trailwise.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** A whole answer in memory. */
    default void all(List<ResultColumn> columns, List<@Nullable Object[]> rows) {
        begin(columns);
        rows.forEach(this::row);
        finish();
    }

    /**
     * How an engine can make text of rows itself, on threads of its own, and call {@link #rows} instead of {@link #row};
     * called before {@link #begin}.
     *
     * @return one for each thread; nothing when rows have to come as values
     */
    default Optional<Supplier<RowText>> text(List<ResultColumn> columns) {
        return Optional.empty();
    }

    /**
     * The file that an engine writes all rows to instead of passing them on; it then calls {@link #begin} and {@link
     * #finish} once the file is whole.
     *
     * @return nothing when rows are passed on
     */
    default Optional<RowFile> file() {
        return Optional.empty();
    }

    /**
     * Rows as text.
     *
     * @param text what {@link RowText#take} gave
     * @param count how many rows it holds
     */
    default void rows(byte[] text, long count) {
        throw new UnsupportedOperationException("rows have to come as values");
    }
}
