package dev.trailwise.cli;

import dev.trailwise.engine.Bill;
import dev.trailwise.engine.RunListener;
import dev.trailwise.output.BillText;
import java.time.Duration;

/** Shows how a query comes along that takes more than a moment, in one line that goes when it has ended. */
final class RunLine implements RunListener {
    private static final String CLEAR = "\r\u001b[K";
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Session session;
    private final long started = System.nanoTime();
    private boolean shown;

    RunLine(Session session) {
        this.session = session;
    }

    @Override
    public void at(Bill bill) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        if (bill.state().ended()) {
            clear();
        } else if (elapsed.compareTo(QUIET) > 0 && session.terminal().errIsTerminal()) {
            session.messages().progress(CLEAR + BillText.progress(bill, elapsed));
            shown = true;
        }
    }

    @Override
    public void again(Bill failed, String reason) {
        session.messages()
                .info("the query failed at Athena, which bills nothing for it, and is started again: " + reason);
    }

    /** Takes the line away. */
    void clear() {
        if (shown) {
            session.messages().progress(CLEAR);
            shown = false;
        }
    }
}
