package dev.trailwise.engine;

/** Is told how a query comes along, from the thread that streams it. */
public interface RunListener {
    /** What is known now: first when the query has a name, then at every look at it, last in its final state. */
    void onStatus(RunStatus status);

    /** The query failed for a passing reason, which is not billed, and is started anew. */
    void onRetry(RunStatus failed, String reason);
}
