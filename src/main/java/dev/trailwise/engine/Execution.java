package dev.trailwise.engine;

/** A query that is running. */
public interface Execution {
    /**
     * Streams the rows and waits for the end; once only.
     *
     * @throws dev.trailwise.failure.Failure when the query fails or was cancelled
     */
    Answer stream(RowSink sink);

    /** Stops the query, from any thread, and returns at once; {@link #stream} then ends with a failure. */
    void cancel();
}
