package dev.trailwise.trail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The times of events that a question asks for, from an instant to just before another.
 *
 * @param from the first instant, in whole seconds, as event times are
 * @param to the instant after the last, in whole seconds, later than {@code from}
 */
public record TimeRange(Instant from, Instant to) {
    /** Every event there can be: CloudTrail began in 2013, and event times have four-digit years. */
    public static final TimeRange ALL =
            new TimeRange(Instant.parse("2013-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

    /**
     * Instants are cut down to whole seconds at the start and rounded up at the end, so that no event is lost.
     *
     * @throws IllegalArgumentException when the range is empty
     */
    public TimeRange {
        Instant end = to.truncatedTo(ChronoUnit.SECONDS);
        from = from.truncatedTo(ChronoUnit.SECONDS);
        to = end.equals(to) ? end : end.plusSeconds(1);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the start " + from + " is not before the end " + to);
        }
    }

    /** Whether this is {@link #ALL}: no limit was asked for. */
    public boolean isAll() {
        return from.equals(ALL.from) && to.equals(ALL.to);
    }

    /** Whether an event at the instant belongs to the range. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /**
     * The delivery days whose files can hold events of this range.
     *
     * @param lateDays how many days after an event its file may be delivered; 0 or more
     */
    public DayRange deliveryDays(int lateDays) {
        LogDay last = LogDay.of(to.minusSeconds(1));
        return new DayRange(LogDay.of(from), isAll() ? last : last.plusDays(lateDays));
    }
}
