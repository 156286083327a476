package dev.trailwise.aws.athena;

import java.time.Duration;

/**
 * How a running query is looked after.
 *
 * @param first the pause before the first look
 * @param longest the longest pause between two looks
 * @param giveUpAfter how long Athena may give no answer before it is given up
 * @param stopTimeout how long a stopped query may take to end
 * @param retryAfter the pause before a query that failed for a transient reason is retried
 */
record PollSchedule(Duration first, Duration longest, Duration giveUpAfter, Duration stopTimeout, Duration retryAfter) {
    /** Quick while a short query may end any moment, and then far below the quota of looks. */
    static final PollSchedule USUAL = new PollSchedule(
            Duration.ofMillis(100),
            Duration.ofMillis(1500),
            Duration.ofMinutes(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2));

    /** The pause after the given one. */
    Duration after(Duration pause) {
        Duration longer = pause.multipliedBy(5).dividedBy(4);
        return longer.compareTo(longest) > 0 ? longest : longer;
    }
}
