package dev.trailwise.local;

import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.FileProblem;
import dev.trailwise.local.read.FileReport;
import dev.trailwise.local.read.LogFile;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.Region;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what an answer was read from. Plain loops: there can be a hundred thousand files. */
final class Tally {
    private final Set<LogFile> logs = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<LogFile> others = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<AccountId> accounts = new HashSet<>();
    private final Set<Region> regions = new HashSet<>();
    private final Set<LogDay> days = new HashSet<>();

    /** The keys that were counted; the files of a folder share one, which tells all of their places. */
    private final Set<LogKey> folders = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<String, FileProblem> problems = new TreeMap<>();
    private long events;
    private Instant newest = Instant.MIN;

    /** Takes the report of a file; of a file that two tables were read from, both. */
    void add(FileReport report) {
        (isLog(report) ? logs : others).add(report.file());
        events += report.events();
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

    /** Takes what could not even be looked at. */
    void addProblems(Collection<FileProblem> found) {
        found.forEach(problem -> problems.put(problem.file(), problem));
    }

    /** Takes a file whose path says that it holds something else. */
    void addOther(LogFile file) {
        others.add(file);
    }

    Coverage coverage(OptionalLong repeats, List<LogFile> all) {
        others.removeAll(logs);
        return new Coverage(
                logs.size(),
                logs.stream().mapToLong(LogFile::size).sum(),
                events,
                range(days),
                new TreeSet<>(accounts),
                new TreeSet<>(regions),
                newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest),
                repeats,
                others.size(),
                List.copyOf(problems.values()),
                range(daysOf(all)));
    }

    /** A log without events is one, too; a digest is none, nor is a file with events of other kinds alone. */
    private static boolean isLog(FileReport report) {
        return !report.digest() && (report.events() > 0 || report.otherEvents() == 0);
    }

    private static Set<LogDay> daysOf(List<LogFile> files) {
        Set<LogDay> days = new HashSet<>();
        Set<LogKey> folders = Collections.newSetFromMap(new IdentityHashMap<>());
        for (LogFile file : files) {
            if (file.key().isPresent() && folders.add(file.key().get())) {
                days.add(file.key().get().partition().day());
            }
        }
        return days;
    }

    private static Optional<DayRange> range(Set<LogDay> days) {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new DayRange(Collections.min(days), Collections.max(days)));
    }
}
