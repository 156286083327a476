package dev.trailwise.aws;

import dev.trailwise.engine.ResultType;

/** Reads the values of a column of a result. */
interface ValueReader {
    /** The kind that the values have. */
    ResultType type();

    /** The value whose text is these bytes; never NULL, which has no text. */
    Object read(byte[] bytes, int from, int to);

    /**
     * A reader.
     *
     * @param column the column's name
     * @param athenaType its type as in the metadata of a result, such as {@code timestamp with time zone}
     */
    static ValueReader of(String column, String athenaType) {
        return NestedText.of(column, athenaType).orElseGet(() -> ResultValue.of(athenaType));
    }
}
