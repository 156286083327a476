package dev.trailwise.console;

import dev.trailwise.cost.Bytes;
import dev.trailwise.engine.FetchListener;
import dev.trailwise.engine.ListingProgress;
import dev.trailwise.engine.ReadListener;
import dev.trailwise.engine.RunListener;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.output.estimate.CostText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows on the terminal how far the work is that takes longer than a second: a listing, the reading of logs, a query at
 * Athena. It is one line, redrawn in place. Messages erase it, and so does the first row.
 */
public final class ProgressLine implements FetchListener, ListingProgress, ReadListener, RunListener {
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration WORTH_A_FORECAST = Duration.ofSeconds(5);

    private final Messages messages;
    private final Clock clock;
    private Instant started = Instant.MAX;
    private Instant next = Instant.MAX;
    private boolean hooked;
    private boolean listing;
    private boolean forecast;
    private boolean result;

    ProgressLine(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Work begins. */
    public synchronized void start() {
        started = clock.instant();
        next = started.plus(QUIET);
        listing = false;
        forecast = false;
        result = false;
    }

    /** The work has ended, or its result is about to be written: erases the line, and draws nothing more. */
    public synchronized void stop() {
        next = Instant.MAX;
        messages.erase();
    }

    @Override
    public synchronized void listed(long objects, long requests) {
        if (messages.draws()) {
            draw(() -> String.format(
                    Locale.ROOT, "looking up sizes: %,d files in %,d requests so far", objects, requests));
        } else if (!listing) {
            messages.info("looking up sizes in S3");
        }
        listing = true;
    }

    @Override
    public void notKept(String reason) {
        messages.warning("the sizes could not be cached: " + reason);
    }

    @Override
    public synchronized void fetched(long events, Optional<Duration> left, int regions) {
        if (!forecast
                && left.filter(time -> time.compareTo(WORTH_A_FORECAST) >= 0).isPresent()) {
            forecast = true;
            messages.info("fetching events with LookupEvents (free): " + about(left.get()) + " for " + regions
                    + (regions == 1 ? " Region" : " Regions"));
        }
        draw(() -> String.format(Locale.ROOT, "fetching events: %,d so far", events)
                + left.map(time -> ", " + about(time) + " left").orElse(""));
    }

    /** A time that is not known exactly: {@code about 40 s}. */
    private static String about(Duration time) {
        return "about " + rounded(time);
    }

    private static String rounded(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 100) {
            return Math.max(1, seconds < 10 ? seconds : (seconds + 5) / 10 * 10) + " s";
        }
        return seconds < 6_000 ? (seconds + 30) / 60 + " min" : (seconds + 1_800) / 3_600 + " h";
    }

    /** So many files of so many were copied. */
    public void copied(long files, long of, Bytes bytes, Bytes total) {
        transfer("copying logs", bytes, total, files, of);
    }

    /** So many files of so many were deleted. */
    public void deleted(long files, long of) {
        draw(() -> String.format(Locale.ROOT, "deleting logs: %,d of %,d files", files, of));
    }

    @Override
    public void read(Bytes read, Bytes total, long files, long ofFiles) {
        transfer("reading logs", read, total, files, ofFiles);
    }

    private void transfer(String what, Bytes done, Bytes total, long files, long of) {
        draw(() -> what + ": " + done + " of " + total + pace(done, total)
                + String.format(Locale.ROOT, ", %,d of %,d files", files, of));
    }

    /** How fast it goes, and how long it may still take at that pace. */
    private String pace(Bytes done, Bytes total) {
        double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
        double perSecond = done.count() / Math.max(seconds, 0.001);
        if (perSecond < 1 || done.count() < total.count() / 100) { // too early to tell
            return "";
        }
        long left = (long) ((total.count() - done.count()) / perSecond);
        return ", " + new Bytes((long) perSecond) + "/s"
                + (total.equals(done) ? "" : ", ~" + rounded(Duration.ofSeconds(left)) + " left");
    }

    @Override
    public synchronized void onResult(Bytes read, Bytes total) {
        if (!result) {
            start();
            result = true;
        }
        draw(() -> "reading the result: " + read + " of " + total + pace(read, total));
    }

    @Override
    public void searched(long requests) {
        draw(() -> String.format(Locale.ROOT, "looking up accounts and Regions: %,d requests so far", requests));
    }

    @Override
    public void onStatus(RunStatus status) {
        if (status.state().ended()) {
            stop();
        } else {
            draw(() -> CostText.progress(status, Duration.between(started, clock.instant())));
        }
    }

    @Override
    public void onRetry(RunStatus failed, String reason) {
        messages.info("the query failed at Athena (not billed) and is started again: " + reason);
    }

    private synchronized void draw(Supplier<String> text) {
        Instant now = clock.instant();
        if (now.isBefore(next) || !messages.draws()) {
            return;
        }
        next = now.plus(PAUSE);
        if (!hooked) {
            hooked = true;
            eraseAtExit();
        }
        messages.draw(text.get());
    }

    /** Ctrl-C leaves nothing of the line. */
    private void eraseAtExit() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "trailwise-progress"));
        } catch (IllegalStateException shuttingDown) {
            next = Instant.MAX;
        }
    }
}
