package dev.trailwise.engine;

import dev.trailwise.sql.CompiledQuery;

/** Something that answers compiled queries: Athena, or this machine. The same query gives the same rows on each. */
public interface QueryEngine extends AutoCloseable {
    /**
     * Starts the query.
     *
     * @throws dev.trailwise.failure.Failure when it cannot be started
     */
    Execution start(CompiledQuery query);

    /** Releases what the engine holds; stops what still runs. */
    @Override
    void close();
}
