package dev.trailwise.run;

import dev.trailwise.cost.Estimate;
import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RunResult;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.Compiler;
import dev.trailwise.sql.CompiledQuery;
import java.util.Optional;

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

    /** The price of the query before it ran; none when it is free, or not known. */
    default Optional<Estimate> estimate() {
        return Optional.empty();
    }

    /** Reports the cost of a query that has ended, however it ended. */
    void ended(Execution execution);

    @Override
    void close();
}
