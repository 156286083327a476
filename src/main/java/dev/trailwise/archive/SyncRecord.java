package dev.trailwise.archive;

import dev.trailwise.cost.Precision;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.history.EstimatedCost;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.history.Outcome;
import dev.trailwise.workspace.Workspace;

/** Writes a sync into the history, so that the day's budget counts it by the most that it can cost. */
final class SyncRecord {
    private final Workspace workspace;
    private final LedgerEntry entry;

    SyncRecord(Workspace workspace, SyncRequest request, SyncPlan plan, Usd most) {
        this.workspace = workspace;
        this.entry = LedgerEntry.download(
                workspace.host().clock().instant(),
                request.commandLine(),
                request.scope(),
                new EstimatedCost(plan.bytes(), most, most, Precision.UPPER_BOUND));
    }

    void started() {
        write(entry);
    }

    void succeeded() {
        write(entry.ended(Outcome.SUCCEEDED));
    }

    void failed(Failure why) {
        write(entry.ended(Outcome.FAILED)
                .because(why.getMessage().lines().findFirst().orElse("")));
    }

    private void write(LedgerEntry now) {
        try {
            workspace.ledger().record(now);
        } catch (Failure unwritten) {
            workspace.messages().warning(new Notice("the history was not written: " + unwritten.getMessage()));
        }
    }
}
