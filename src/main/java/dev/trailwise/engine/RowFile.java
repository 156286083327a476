package dev.trailwise.engine;

import java.nio.file.Path;
import java.util.List;

/** A Parquet file that an engine writes the rows to itself. */
public interface RowFile {
    /** Where it is written, in place of what is there. */
    Path path();

    /**
     * Which columns are written, by their places in the answer and in their order.
     *
     * @throws dev.trailwise.failure.Failure when they cannot be the columns of a file
     */
    List<Integer> columns(List<ResultColumn> answer);
}
