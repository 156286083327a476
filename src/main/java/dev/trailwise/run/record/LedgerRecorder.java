package dev.trailwise.run.record;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Estimate;
import dev.trailwise.engine.RunListener;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.failure.Failure;
import dev.trailwise.history.ActualCost;
import dev.trailwise.history.AthenaRun;
import dev.trailwise.history.EstimatedCost;
import dev.trailwise.history.Ledger;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.history.Outcome;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.trail.Region;
import dev.trailwise.workspace.Workspace;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a question into the history: when it has a name at Athena, and when it has ended. A history that cannot be
 * written is reported once and stops nothing: what runs is billed in any case.
 */
public final class LedgerRecorder implements RunListener {
    private static final String ENGINE = "athena";

    private final Workspace workspace;
    private final Ledger ledger;
    private final Clock clock;
    private final String question;
    private final CompiledQuery query;
    private final Region region;
    private final RunListener next;
    private Optional<EstimatedCost> expected = Optional.empty();
    private @Nullable LedgerEntry entry;
    private boolean broken;

    /**
     * The recorder of one question.
     *
     * @param question in words
     * @param next receives each event after it is written
     */
    public LedgerRecorder(Workspace workspace, String question, CompiledQuery query, Region region, RunListener next) {
        this.workspace = workspace;
        this.ledger = workspace.ledger();
        this.clock = workspace.host().clock();
        this.question = question;
        this.query = query;
        this.region = region;
        this.next = next;
    }

    /** The question was priced. */
    public void priced(Estimate estimate) {
        expected = Optional.of(EstimatedCost.of(estimate));
    }

    /** The question may not run. */
    public void refused(Failure why) {
        write(LedgerEntry.refused(
                clock.instant(), ENGINE, question, query.sql(), query.scope(), expected, reason(why)));
    }

    /** The question has no answer, whatever was billed for it. */
    public void failed(Failure why) {
        if (entry != null) {
            write(entry.because(reason(why)));
        }
    }

    private static String reason(Failure why) {
        return String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void onStatus(RunStatus status) {
        if (entry == null || !entry.run().map(AthenaRun::queryId).equals(Optional.of(status.queryId()))) {
            entry = LedgerEntry.started(
                    clock.instant(), ENGINE, question, query.sql(), query.scope(), expected, run(status));
            write(entry);
        }
        if (status.state().ended()) {
            entry = end(entry, status, Optional.empty());
            write(entry);
        }
        next.onStatus(status);
    }

    @Override
    public void onRetry(RunStatus failed, String reason) {
        if (entry != null) {
            entry = end(entry, failed, Optional.of(reason));
            write(entry);
        }
        next.onRetry(failed, reason);
    }

    @Override
    public void onResult(Bytes read, Bytes total) {
        next.onResult(read, total);
    }

    private LedgerEntry end(LedgerEntry started, RunStatus status, Optional<String> reason) {
        ActualCost spent = new ActualCost(
                status.scanned(),
                status.billed(),
                status.cost(),
                status.running().plus(status.queued()));
        return started.ended(outcome(status.state()), reason, spent, run(status));
    }

    private static Outcome outcome(RunStatus.State state) {
        return switch (state) {
            case QUEUED, RUNNING -> Outcome.STARTED;
            case SUCCEEDED -> Outcome.SUCCEEDED;
            case FAILED -> Outcome.FAILED;
            case CANCELLED -> Outcome.CANCELLED;
        };
    }

    private AthenaRun run(RunStatus status) {
        return new AthenaRun(status.queryId(), status.workgroup(), region, status.output());
    }

    private void write(LedgerEntry now) {
        if (broken) {
            return;
        }
        try {
            ledger.record(now);
        } catch (Failure unwritten) {
            broken = true;
            workspace
                    .messages()
                    .warning(unwritten
                            .notice()
                            .and("\nThis query is missing from the history and from the spending of this day"));
        }
    }
}
