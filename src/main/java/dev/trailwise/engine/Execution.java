package dev.trailwise.engine;

import java.util.Optional;

/** A query that is running. */
public interface Execution {
    /**
     * Streams the rows and waits for the end; once only.
     *
     * @throws dev.trailwise.failure.Failure when the query fails or was cancelled
     */
    RunResult stream(RowSink sink);

    /** What the query costs, as far as it is known, also after a failure; none when it costs nothing. */
    default Optional<RunStatus> status() {
        return Optional.empty();
    }

    /** Whether the query goes on elsewhere, and is billed, when this program just ends. */
    default boolean outlivesProgram() {
        return false;
    }

    /** Stops the query, from any thread, and returns at once; {@link #stream} then ends with a failure. */
    void cancel();
}
