package dev.trailwise.run.record;

import dev.trailwise.cost.Estimate;
import dev.trailwise.engine.Bill;
import dev.trailwise.engine.RunListener;
import dev.trailwise.failure.Failure;
import dev.trailwise.history.AthenaRun;
import dev.trailwise.history.Expected;
import dev.trailwise.history.Ledger;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.history.Outcome;
import dev.trailwise.history.Spent;
import dev.trailwise.sql.AthenaQuery;
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
    private final AthenaQuery query;
    private final Region region;
    private final RunListener next;
    private Optional<Expected> expected = Optional.empty();
    private @Nullable LedgerEntry entry;
    private boolean broken;

    /**
     * The recorder of one question.
     *
     * @param question in words
     * @param next receives each event after it is written
     */
    public LedgerRecorder(Workspace workspace, String question, AthenaQuery query, Region region, RunListener next) {
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
        expected = Optional.of(Expected.of(estimate));
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
    public void at(Bill bill) {
        if (entry == null || !entry.run().map(AthenaRun::queryId).equals(Optional.of(bill.queryId()))) {
            entry = LedgerEntry.started(
                    clock.instant(), ENGINE, question, query.sql(), query.scope(), expected, run(bill));
            write(entry);
        }
        if (bill.state().ended()) {
            entry = end(entry, bill, Optional.empty());
            write(entry);
        }
        next.at(bill);
    }

    @Override
    public void again(Bill failed, String reason) {
        if (entry != null) {
            entry = end(entry, failed, Optional.of(reason));
            write(entry);
        }
        next.again(failed, reason);
    }

    private LedgerEntry end(LedgerEntry started, Bill bill, Optional<String> reason) {
        Spent spent = new Spent(
                bill.scanned(), bill.billed(), bill.cost(), bill.running().plus(bill.queued()));
        return started.ended(outcome(bill.state()), reason, spent, run(bill));
    }

    private static Outcome outcome(Bill.State state) {
        return switch (state) {
            case QUEUED, RUNNING -> Outcome.STARTED;
            case SUCCEEDED -> Outcome.SUCCEEDED;
            case FAILED -> Outcome.FAILED;
            case CANCELLED -> Outcome.CANCELLED;
        };
    }

    private AthenaRun run(Bill bill) {
        return new AthenaRun(bill.queryId(), bill.workgroup(), region, bill.output());
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
