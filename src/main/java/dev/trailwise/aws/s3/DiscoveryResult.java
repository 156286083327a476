package dev.trailwise.aws.s3;

import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The accounts and Regions that a search found in a bucket.
 *
 * @param at the time of the search
 * @param accountRegions all of them
 */
record DiscoveryResult(Instant at, SortedSet<AccountRegion> accountRegions) {
    DiscoveryResult {
        accountRegions = Collections.unmodifiableSortedSet(new TreeSet<>(accountRegions));
    }

    /** Whether it still holds for those days: an account or Region that came later has no files of days that were closed then. */
    boolean holdsFor(DayRange days) {
        return days.last().plusDays(2).compareTo(LogDay.of(at)) < 0;
    }
}
