package dev.trailwise.run;

import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Precision;
import dev.trailwise.engine.Execution;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.workspace.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers a query over a scope without log files on this machine. Athena would read nothing and bill its minimum; here
 * the tables are empty too, so the rows are the same: none, or those of {@code count(*)} over nothing.
 */
final class EmptyScope implements AutoCloseable {
    private final Workspace workspace;
    private @Nullable LocalEngine engine;

    EmptyScope(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Whether all that the query reads is known, and holds no files. */
    static boolean isEmpty(Estimate estimate) {
        return estimate.reads() > 0 && estimate.objects() == 0 && estimate.precision() != Precision.UNKNOWN;
    }

    /**
     * Starts the query over nothing.
     *
     * @return nothing when the local engine does not run such a query, so that Athena has to
     */
    Optional<Execution> start(CompiledQuery query) {
        try {
            engine = LocalEngine.overNoFiles(
                    workspace.localLimits(Optional.empty()), workspace.host().clock());
            return Optional.of(engine.start(query));
        } catch (RuntimeException onlyAthenaRunsIt) { // SQL that is not translated, or no engine on this machine
            engine = null;
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
