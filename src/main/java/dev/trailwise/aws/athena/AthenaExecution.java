package dev.trailwise.aws.athena;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RunListener;
import dev.trailwise.engine.RunResult;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.sql.CompiledQuery;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/** A question on its way through Athena: started, looked after, and its result read. */
final class AthenaExecution implements Execution {
    private static final int MOST_STARTS = 3;

    private final QueryStart start;
    private final QueryWatch watch;
    private final QueryResults results;
    private final Workgroup workgroup;
    private final CompiledQuery query;
    private final RunListener listener;
    private volatile boolean running;

    AthenaExecution(
            QueryStart start,
            QueryWatch watch,
            QueryResults results,
            Workgroup workgroup,
            CompiledQuery query,
            RunListener listener) {
        this.start = start;
        this.watch = watch;
        this.results = results;
        this.workgroup = workgroup;
        this.query = query;
        this.listener = listener;
    }

    @Override
    public RunResult stream(RowSink sink) {
        QueryExecution succeeded;
        running = true;
        try {
            succeeded = run();
        } finally {
            running = false;
        }
        return new RunResult(results.stream(succeeded, sink), Optional.empty());
    }

    /** A query that fails for a transient reason is not billed, and is retried. */
    private QueryExecution run() {
        for (int starts = 1; ; starts++) {
            stopIfCancelled();
            QueryExecution ended = watch.untilEnd(start.start());
            stopIfCancelled();
            if (ended.status().state() == QueryExecutionState.SUCCEEDED) {
                return ended;
            }
            if (ended.status().state() != QueryExecutionState.FAILED) {
                throw stopped(ended);
            }
            if (starts == MOST_STARTS || !QueryFailure.passing(ended)) {
                throw QueryFailure.of(ended, query);
            }
            listener.onRetry(watch.status().orElseThrow(), QueryFailure.reason(ended));
            watch.pauseBeforeNext();
        }
    }

    private void stopIfCancelled() {
        if (watch.isCancelled()) {
            throw new Failure(ExitCode.INTERRUPTED, "interrupted: " + whereItStands());
        }
    }

    private String whereItStands() {
        return watch.status()
                .map(status -> status.state().ended()
                        ? "the query was stopped"
                        : "Athena was told to stop the query " + status.queryId() + ", and has not yet done so")
                .orElse("the query was not started");
    }

    private Failure stopped(QueryExecution ended) {
        RunStatus status = watch.status().orElseThrow();
        if (!watch.overBudget()) {
            return QueryFailure.cancelled(ended, workgroup, status);
        }
        return new Failure(
                ExitCode.OVER_BUDGET,
                "the query was stopped because it had scanned " + status.scanned() + ", more than the budget allows",
                Remedy.flags("allow more", FlagName.MAX_COST, FlagName.MAX_SCAN));
    }

    @Override
    public Optional<RunStatus> status() {
        return watch.status();
    }

    /** From the moment before it is started: the request may have arrived when its reply has not. */
    @Override
    public boolean outlivesProgram() {
        return running;
    }

    @Override
    public void cancel() {
        watch.cancel();
    }
}
