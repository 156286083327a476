package dev.trailwise.output.estimate;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Estimate;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.text.Sanitizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What a query cost, beside what it was to cost, in a line for people. */
public final class CostText {
    private CostText() {}

    /**
     * Of a query that has ended, or is not watched any more.
     *
     * @param estimate what was said before; none where nothing could be said
     */
    public static String line(RunStatus status, Optional<Estimate> estimate) {
        return Sanitizer.text(
                amount(status, estimate) + "; query " + status.queryId() + " in workgroup " + status.workgroup());
    }

    /** Of a query that runs. */
    public static String progress(RunStatus status, Duration elapsed) {
        String state = status.state() == RunStatus.State.QUEUED ? "queued" : "running";
        return "Athena: " + state + ", " + status.scanned() + " scanned"
                + (status.scanned().equals(Bytes.ZERO) ? "" : ", " + status.cost() + " so far") + ", "
                + elapsed.toSeconds() + " s";
    }

    private static String amount(RunStatus status, Optional<Estimate> estimate) {
        if (status.state() == RunStatus.State.FAILED) {
            return "not billed (query failed)" + scanned(status);
        }
        return switch (status.basis()) {
            case REUSE -> "not billed (cached result)";
            case PLAN -> "not billed (plan only)";
            case CAPACITY -> "billed by the hour (reserved capacity)" + requests(estimate) + scanned(status);
            case SCAN ->
                status.state().ended() ? billed(status, estimate) : "so far " + status.cost() + scanned(status);
        };
    }

    private static String billed(RunStatus status, Optional<Estimate> estimate) {
        String billed = "billed " + status.cost() + " for " + status.billed();
        return status.state() == RunStatus.State.CANCELLED
                ? billed + requests(estimate) + scanned(status) + " before it was stopped"
                : billed
                        + estimate.map(before -> compared(status, before)).orElse("")
                        + requests(estimate)
                        + scanned(status);
    }

    private static String compared(RunStatus status, Estimate before) {
        return status.billed().equals(before.billed())
                ? ", as estimated"
                : " (estimated " + before.scanCost() + " for " + before.billed() + ")";
    }

    /** What no service reports afterwards: S3 bills the requests that Athena makes. */
    private static String requests(Optional<Estimate> estimate) {
        return estimate.map(before -> ", plus " + before.requestCost() + " for S3 requests (estimated)")
                .orElse(", plus S3 requests (not estimated)");
    }

    private static String scanned(RunStatus status) {
        return "; scanned " + status.scanned() + " in " + seconds(status.running());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
