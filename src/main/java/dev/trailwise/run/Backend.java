package dev.trailwise.run;

import dev.trailwise.engine.Answer;
import dev.trailwise.engine.Execution;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.sql.AthenaQuery;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import java.util.Collections;
import java.util.SortedSet;

/** An engine that a query runs on, with the messages around it. */
sealed interface Backend extends AutoCloseable permits AthenaBackend, LocalBackend {
    /**
     * Gets the query ready to be streamed; where it costs something, asks whether it may.
     *
     * @throws dev.trailwise.failure.Failure when it may not or cannot run
     */
    Execution start(AthenaQuery query);

    /** The accounts that a query of a table has to name when the scope names none; empty for most. */
    default SortedSet<AccountId> accountsToName(TableName table) {
        return Collections.emptySortedSet();
    }

    /** Reports on an answer, once its rows are written. */
    ExitCode answered(Answer answer);

    /** Reports the cost of a query that has ended, however it ended. */
    void ended(Execution execution);

    @Override
    void close();
}
