package dev.trailwise.engine;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an answer was read from, so that it can be trusted as far as it goes.
 *
 * @param files log files in the scope, read or answered from the store
 * @param bytes their size on disk or in S3, compressed
 * @param events the events in them, before any filter
 * @param days the delivery days from the first to the last that had files; none when no day is known
 * @param accounts whose files they were
 * @param regions of which Regions
 * @param newest the newest event time among them
 * @param duplicates how many of the events repeat the {@code eventid} of another one; empty when not counted
 * @param unrelatedFiles files in the scope that contain no events of the tables queried, for example digests
 * @param unrelatedKinds what those contain, where their path tells
 * @param ignoredFiles files whose name is not that of a log
 * @param oddTimes events whose time is not in CloudTrail's form, so that comparing it as text may misplace them
 * @param timesCompared whether the scope compares event times, so that such events may be missing from the answer
 * @param problems the files that could not be read to their end
 * @param available the contents of all available logs, regardless of the scope
 */
public record Coverage(
        long files,
        long bytes,
        long events,
        Optional<DayRange> days,
        SortedSet<AccountId> accounts,
        SortedSet<Region> regions,
        Optional<Instant> newest,
        OptionalLong duplicates,
        long unrelatedFiles,
        SortedSet<LogKind> unrelatedKinds,
        long ignoredFiles,
        long oddTimes,
        boolean timesCompared,
        List<FileProblem> problems,
        AvailableLogs available) {
    public Coverage {
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
        unrelatedKinds = Collections.unmodifiableSortedSet(new TreeSet<>(unrelatedKinds));
        problems = List.copyOf(problems);
    }

    /** Whether nothing was lost. */
    public boolean complete() {
        return problems.isEmpty() && !misplacesEvents();
    }

    /** Whether events may be missing because their time cannot be compared. */
    public boolean misplacesEvents() {
        return timesCompared && oddTimes > 0;
    }
}
