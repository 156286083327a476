package dev.trailwise.output;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Estimate;
import dev.trailwise.engine.Bill;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What a query cost, beside what it was to cost, in a line for people. */
public final class BillText {
    private BillText() {}

    /**
     * Of a query that has ended, or is not watched any more.
     *
     * @param estimate what was said before; none where nothing could be said
     */
    public static String line(Bill bill, Optional<Estimate> estimate) {
        return Visible.text(amount(bill, estimate) + "; query " + bill.queryId() + " in workgroup " + bill.workgroup());
    }

    /** Of a query that runs. */
    public static String progress(Bill bill, Duration elapsed) {
        String state = bill.state() == Bill.State.QUEUED ? "queued" : "running";
        return "Athena: " + state + ", " + bill.scanned() + " scanned"
                + (bill.scanned().equals(Bytes.ZERO) ? "" : ", " + bill.cost() + " so far") + ", "
                + elapsed.toSeconds() + " s";
    }

    private static String amount(Bill bill, Optional<Estimate> estimate) {
        if (bill.state() == Bill.State.FAILED) {
            return "not billed (query failed)" + scanned(bill);
        }
        return switch (bill.basis()) {
            case REUSE -> "not billed (cached result)";
            case PLAN -> "not billed (plan only)";
            case CAPACITY -> "billed by the hour (reserved capacity)" + requests(estimate) + scanned(bill);
            case SCAN -> bill.state().ended() ? billed(bill, estimate) : "so far " + bill.cost() + scanned(bill);
        };
    }

    private static String billed(Bill bill, Optional<Estimate> estimate) {
        String billed = "billed " + bill.cost() + " for " + bill.billed();
        return bill.state() == Bill.State.CANCELLED
                ? billed + requests(estimate) + scanned(bill) + " before it was stopped"
                : billed
                        + estimate.map(before -> compared(bill, before)).orElse("")
                        + requests(estimate)
                        + scanned(bill);
    }

    private static String compared(Bill bill, Estimate before) {
        return bill.billed().equals(before.billed())
                ? ", as estimated"
                : " (estimated " + before.scanCost() + " for " + before.billed() + ")";
    }

    /** What no service reports afterwards: S3 bills the requests that Athena makes. */
    private static String requests(Optional<Estimate> estimate) {
        return estimate.map(before -> ", plus " + before.requestCost() + " for S3 requests (estimated)")
                .orElse(", plus S3 requests (not estimated)");
    }

    private static String scanned(Bill bill) {
        return "; scanned " + bill.scanned() + " in " + seconds(bill.running());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
