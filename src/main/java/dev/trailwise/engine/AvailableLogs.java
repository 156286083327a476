package dev.trailwise.engine;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.Region;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The contents of all available logs, regardless of the scope, as far as paths and the files that were read tell.
 *
 * @param days the days from the first to the last; none when no day is known
 * @param accounts whose logs they are
 * @param regions of which Regions
 */
public record AvailableLogs(Optional<DayRange> days, SortedSet<AccountId> accounts, SortedSet<Region> regions) {
    /** No logs at all. */
    public static final AvailableLogs NOTHING = new AvailableLogs(Optional.empty(), new TreeSet<>(), new TreeSet<>());

    public AvailableLogs {
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }
}
