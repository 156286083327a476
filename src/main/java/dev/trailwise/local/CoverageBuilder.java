package dev.trailwise.local;

import dev.trailwise.engine.AvailableLogs;
import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.FileProblem;
import dev.trailwise.local.store.SegmentIndex.StoredLog;
import dev.trailwise.local.store.StoredFile;
import dev.trailwise.logs.FileReport;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what an answer was read from. Plain loops: there can be a hundred thousand files. */
final class CoverageBuilder {
    private final Set<LogFile> logs = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<LogFile> others = Collections.newSetFromMap(new IdentityHashMap<>());
    private final SortedSet<AccountId> accounts = new TreeSet<>();
    private final SortedSet<Region> regions = new TreeSet<>();
    private final SortedSet<LogDay> days = new TreeSet<>();

    /** The keys that were counted; the files of a folder share a key, which has their account, Region and day. */
    private final Set<LogKey> folders = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<String, FileProblem> problems = new TreeMap<>();
    private long events;
    private long oddTimes;
    private Instant newest = Instant.MIN;

    /** Adds a file of the store. Most have nothing but events to count, so no report is made of them. */
    void add(StoredLog held) {
        LogFile file = held.file();
        StoredFile stored = held.stored();
        if (file.key().isEmpty()
                || !folders.contains(file.key().get())
                || stored.events() == 0
                || stored.damage().isPresent()) {
            add(held.report());
            return;
        }
        logs.add(file);
        events += stored.events();
        oddTimes += stored.oddTimes();
        if (stored.newest().isPresent() && stored.newest().get().isAfter(newest)) {
            newest = stored.newest().get();
        }
    }

    /** Adds the report of a file; of a file that two tables were read from, both reports. */
    void add(FileReport report) {
        (isLog(report) ? logs : others).add(report.file());
        events += report.events();
        oddTimes += report.oddTimes();
        if (report.file().key().isEmpty() || folders.add(report.file().key().get())) {
            accounts.addAll(report.accounts());
            regions.addAll(report.regions());
            days.addAll(report.days());
        }
        if (report.newest().isPresent() && report.newest().get().isAfter(newest)) {
            newest = report.newest().get();
        }
        if (report.problem().isPresent()) {
            problems.put(report.problem().get().file(), report.problem().get());
        }
    }

    /** Adds files that could not be opened. */
    void addProblems(Collection<FileProblem> found) {
        found.forEach(problem -> problems.put(problem.file(), problem));
    }

    /** Adds a file whose path says that it has no events of the tables. */
    void addOther(LogFile file) {
        others.add(file);
    }

    /**
     * The sums.
     *
     * @param timesCompared whether the scope compares event times
     * @param found all files in reach
     * @param asked the kinds of the tables
     */
    Coverage coverage(OptionalLong duplicates, boolean timesCompared, LogFiles.Found found, Set<LogKind> asked) {
        others.removeAll(logs);
        return new Coverage(
                logs.size(),
                logs.stream().mapToLong(LogFile::size).sum(),
                events,
                range(days),
                accounts,
                regions,
                newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest),
                duplicates,
                others.size(),
                kinds(others),
                found.skipped(),
                oddTimes,
                timesCompared,
                List.copyOf(problems.values()),
                available(found.files(), asked));
    }

    /** A log without events counts; a digest does not, nor does a file with events of other kinds only. */
    private static boolean isLog(FileReport report) {
        return !report.digest() && (report.events() > 0 || report.otherEvents() == 0);
    }

    private static SortedSet<LogKind> kinds(Set<LogFile> files) {
        SortedSet<LogKind> kinds = new TreeSet<>();
        for (LogFile file : files) {
            file.key().ifPresent(key -> kinds.add(key.kind()));
        }
        return kinds;
    }

    private AvailableLogs available(List<LogFile> files, Set<LogKind> asked) {
        SortedSet<LogDay> allDays = new TreeSet<>(days);
        SortedSet<AccountId> allAccounts = new TreeSet<>(accounts);
        SortedSet<Region> allRegions = new TreeSet<>(regions);
        SortedSet<LogKind> otherKinds = new TreeSet<>();
        Set<LogKey> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (LogFile file : files) {
            if (file.key().isEmpty() || !seen.add(file.key().get())) {
                continue;
            }
            if (!asked.contains(file.key().get().kind())) {
                otherKinds.add(file.key().get().kind());
            } else {
                Partition partition = file.key().get().partition();
                allDays.add(partition.day());
                allAccounts.add(partition.account());
                allRegions.add(partition.region());
            }
        }
        return new AvailableLogs(allDays, allAccounts, allRegions, otherKinds);
    }

    private static Optional<DayRange> range(SortedSet<LogDay> days) {
        return days.isEmpty() ? Optional.empty() : Optional.of(new DayRange(days.first(), days.last()));
    }
}
