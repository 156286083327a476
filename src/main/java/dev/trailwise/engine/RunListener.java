package dev.trailwise.engine;

/** Receives the progress of a query, on the thread that streams it. */
public interface RunListener {
    /** The current status: first when the query has an id, then after each poll, last in its final state. */
    void onStatus(RunStatus status);

    /** The query failed for a transient reason, which is not billed, and is retried. */
    void onRetry(RunStatus failed, String reason);
}
