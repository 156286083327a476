package dev.trailwise.run;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RunResult;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.Compiler;
import dev.trailwise.sql.CompiledQuery;

/** An engine that a query runs on, with the messages around it. */
sealed interface Backend extends AutoCloseable permits AthenaBackend, LocalBackend, LookupBackend {
    /**
     * Gets the query ready to be streamed; where it costs something, asks whether it may.
     *
     * @throws dev.trailwise.failure.Failure when it may not or cannot run
     */
    Execution start(CompiledQuery query);

    /** Compiles queries for the tables that it has. */
    Compiler compiler();

    /** Reports on an answer, once its rows are written. */
    ExitCode answered(RunResult answer);

    /** Reports the cost of a query that has ended, however it ended. */
    void ended(Execution execution);

    @Override
    void close();
}
