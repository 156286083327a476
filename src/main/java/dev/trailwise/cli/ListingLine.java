package dev.trailwise.cli;

import dev.trailwise.aws.s3.ListingProgress;
import java.util.Locale;

/** Shows how a long listing comes along, in one line that goes when it is done. */
final class ListingLine implements ListingProgress, AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";

    private final Session session;
    private boolean shown;

    ListingLine(Session session) {
        this.session = session;
    }

    @Override
    public synchronized void listed(long objects, long requests) {
        String text =
                String.format(Locale.ROOT, "looking up sizes: %,d files in %,d requests so far", objects, requests);
        if (session.terminal().errIsTerminal()) {
            session.messages().progress(CLEAR + text);
        } else if (!shown) {
            session.messages().info("looking up sizes in S3");
        }
        shown = true;
    }

    @Override
    public void notKept(String reason) {
        session.messages().warning("the sizes could not be kept for the next time: " + reason);
    }

    @Override
    public synchronized void close() {
        if (shown && session.terminal().errIsTerminal()) {
            session.messages().progress(CLEAR);
        }
    }
}
