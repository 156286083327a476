package dev.trailwise.engine;

import org.jspecify.annotations.Nullable;

/** Makes the text of rows for a {@link RowSink}, for one thread at a time. */
public interface RowText {
    /**
     * Adds a row.
     *
     * @param values as of {@link RowSink#row}, but a text may also be {@link Utf8}, and an array, row or map {@link NestedJson}
     */
    void row(@Nullable Object[] values);

    /** Whether what there is should be taken now, between two rows. */
    boolean full();

    /** The text of the rows since the last time, for {@link RowSink#rows}. */
    byte[] take();
}
