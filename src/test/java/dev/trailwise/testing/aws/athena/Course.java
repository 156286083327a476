package dev.trailwise.testing.aws.athena;

import java.time.Duration;
import java.util.Optional;

/**
 * How a query goes.
 *
 * @param queued how long it waits
 * @param running how long it runs at least; the scanned bytes grow in that time
 * @param requeued whether it goes back to QUEUED once while it runs, as after a transient error of Athena's
 * @param failure how it fails half way
 */
public record Course(Duration queued, Duration running, boolean requeued, Optional<Fault> failure) {
    /** As fast as it can. */
    public static final Course SWIFT = new Course(Duration.ZERO, Duration.ZERO, false, Optional.empty());

    /**
     * How a query fails.
     *
     * @param category 1 system, 2 user, 3 other
     * @param type as in Athena's error reference
     * @param retryable whether the same query could succeed
     * @param message for people
     */
    public record Fault(int category, int type, boolean retryable, String message) {}

    /** The same with this time at least in RUNNING. */
    public Course running(Duration time) {
        return new Course(queued, time, requeued, failure);
    }

    /** The same with this time in QUEUED. */
    public Course queued(Duration time) {
        return new Course(time, running, requeued, failure);
    }

    /** The same, going back to QUEUED once. */
    public Course goingBack() {
        return new Course(queued, running, true, failure);
    }

    /** The same, failing half way. */
    public Course failing(Fault fault) {
        return new Course(queued, running, requeued, Optional.of(fault));
    }
}
