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
            return "billed nothing, for it failed" + scanned(bill);
        }
        return switch (bill.basis()) {
            case REUSE -> "billed nothing: an earlier result was used again";
            case PLAN -> "billed nothing: only a plan was asked for";
            case CAPACITY -> "billed by the hour, on capacity that was reserved" + scanned(bill);
            case SCAN -> bill.state().ended() ? billed(bill, estimate) : "so far " + bill.cost() + scanned(bill);
        };
    }

    private static String billed(Bill bill, Optional<Estimate> estimate) {
        String billed = "billed " + bill.cost() + " for " + bill.billed();
        return bill.state() == Bill.State.CANCELLED
                ? billed + scanned(bill) + " before it was stopped"
                : billed + estimate.map(before -> compared(bill, before)).orElse("") + scanned(bill);
    }

    private static String compared(Bill bill, Estimate before) {
        return bill.billed().equals(before.billed())
                ? ", as estimated"
                : " (estimated " + before.scanCost() + " for " + before.billed() + ")";
    }

    private static String scanned(Bill bill) {
        return "; scanned " + bill.scanned() + " in " + seconds(bill.running());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
