package dev.trailwise.aws.lookup;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets requests of one account and Region through, never more than two in any second, and fewer once AWS has throttled
 * one. A request starts a second after the reply to the one before the last: so they cannot come closer on their way.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
final class RateLimiter {
    /** What a query that is stopped while it fetches says. */
    static final String STOPPED = "the query was stopped; the events fetched so far are kept";

    /** How long a page takes when there are many. */
    static final double SECONDS_A_PAGE = 0.5;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(16);
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final CountDownLatch stop;
    private long last = System.nanoTime() - SECOND;
    private long beforeLast = last;
    private long pause;

    /**
     * A pace of its own.
     *
     * @param stop ends waiting
     * @param used whether another process may have sent requests just now
     */
    RateLimiter(CountDownLatch stop, boolean used) {
        this.stop = stop;
        if (used) {
            last = System.nanoTime();
            beforeLast = last;
        }
    }

    /**
     * Sends a request when its turn has come.
     *
     * @throws Failure INTERRUPTED when it is stopped
     */
    <T> T send(Supplier<T> request) {
        await(Math.max(beforeLast + SECOND, last + pause) - System.nanoTime());
        try {
            return request.get();
        } finally {
            beforeLast = last;
            last = System.nanoTime();
        }
    }

    /** AWS throttled the last request, or did not answer it. */
    void slower() {
        pause = Math.min(Math.max(SECOND, 2 * pause), LONGEST_PAUSE);
    }

    /** AWS answered the last request. */
    void faster() {
        pause = pause < SHORTEST_PAUSE ? 0 : pause * 3 / 4;
    }

    private void await(long nanos) {
        try {
            if (stop.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new Failure(ExitCode.INTERRUPTED, STOPPED);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.INTERRUPTED, STOPPED, interrupted);
        }
    }
}
