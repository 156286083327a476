package dev.trailwise.engine;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The available logs of the tables queried, regardless of the scope, as far as paths and the files that were read tell.
 *
 * @param days the days that have log files
 * @param accounts whose logs they are
 * @param regions of which Regions
 * @param otherKinds the kinds of files that are there for other tables
 */
public record AvailableLogs(
        SortedSet<LogDay> days,
        SortedSet<AccountId> accounts,
        SortedSet<Region> regions,
        SortedSet<LogKind> otherKinds) {
    /** No logs at all. */
    public static final AvailableLogs NOTHING =
            new AvailableLogs(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    public AvailableLogs {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        otherKinds = Collections.unmodifiableSortedSet(new TreeSet<>(otherKinds));
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }
}
