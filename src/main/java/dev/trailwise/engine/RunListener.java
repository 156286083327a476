package dev.trailwise.engine;

import dev.trailwise.cost.Bytes;

/** Receives the progress of a query, on the thread that streams it. */
public interface RunListener {
    /** The current status: first when the query has an id, then after each poll, last in its final state. */
    void onStatus(RunStatus status);

    /** The query failed for a transient reason, which is not billed, and is retried. */
    void onRetry(RunStatus failed, String reason);

    /**
     * The result is read.
     *
     * @param read bytes so far
     * @param total bytes of all
     */
    default void onResult(Bytes read, Bytes total) {}
}
