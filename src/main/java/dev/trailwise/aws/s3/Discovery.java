package dev.trailwise.aws.s3;

import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The places that a bucket was found to have.
 *
 * @param at when
 * @param places all of them
 */
record Discovery(Instant at, SortedSet<Place> places) {
    Discovery {
        places = Collections.unmodifiableSortedSet(new TreeSet<>(places));
    }

    /** Whether it still holds for those days: a place that came later has no files of days that were closed then. */
    boolean holdsFor(DayRange days) {
        return days.last().plusDays(2).compareTo(LogDay.of(at)) < 0;
    }
}
