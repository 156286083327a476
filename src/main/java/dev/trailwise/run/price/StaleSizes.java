package dev.trailwise.run.price;

import dev.trailwise.cost.Archived;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Precision;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.output.estimate.EstimateText;
import dev.trailwise.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks, after a run, whether files that were listed some time before it have been archived since: Athena skips those
 * without a word. A scan of less than an exact estimate tells.
 */
public final class StaleSizes {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Workspace workspace;

    public StaleSizes(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Warns where files are missing from the answer, or may be.
     *
     * @param reprice lists the files again
     * @return whether the answer is whole, as far as the files listed show it
     */
    public boolean whole(Estimate estimate, RunStatus status, Supplier<Estimate> reprice) {
        Optional<Instant> listed = listed(workspace, estimate);
        if (listed.isEmpty()
                || estimate.precision() != Precision.EXACT
                || estimate.archived().isPresent()
                || status.state() != RunStatus.State.SUCCEEDED
                || status.basis() != RunStatus.Basis.SCAN
                || status.scanned().compareTo(estimate.bytes()) >= 0) {
            return true;
        }
        try {
            Optional<Archived> archived = reprice.get().archived();
            archived.map(EstimateText::archived).ifPresent(workspace.messages()::warning);
            return archived.isEmpty();
        } catch (Failure unknown) {
            if (unknown.exitCode() == ExitCode.INTERRUPTED) {
                throw unknown;
            }
            workspace
                    .messages()
                    .warning(new Notice(
                            "Athena scanned " + status.scanned() + " of the " + estimate.bytes() + " listed "
                                    + EstimateText.day(listed.get())
                                    + ": files may have been archived or deleted since, and events may be missing ("
                                    + unknown.getMessage() + ")",
                            unknown.notice().remedies()));
            return false;
        }
    }

    /** When the oldest of the sizes was listed; nothing when that was just now. */
    static Optional<Instant> listed(Workspace workspace, Estimate estimate) {
        Instant now = workspace.host().clock().instant();
        return estimate.asOf().filter(listed -> listed.isBefore(now.minus(FRESH)));
    }
}
