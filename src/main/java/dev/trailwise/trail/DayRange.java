package dev.trailwise.trail;

import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Delivery days from the first to the last, both included.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record DayRange(LogDay first, LogDay last) {
    /** @throws IllegalArgumentException when the last day is before the first */
    public DayRange {
        if (last.compareTo(first) < 0) {
            throw new IllegalArgumentException("the last day " + last + " is before the first day " + first);
        }
    }

    /** Whether the day is one of these. */
    public boolean contains(LogDay day) {
        return first.compareTo(day) <= 0 && day.compareTo(last) <= 0;
    }

    /** How many days there are, at least one. */
    public long count() {
        return ChronoUnit.DAYS.between(first.date(), last.date()) + 1;
    }

    /** Every day, in order. */
    public Stream<LogDay> days() {
        return first.date().datesUntil(last.date().plusDays(1)).map(LogDay::new);
    }
}
