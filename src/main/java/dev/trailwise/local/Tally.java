package dev.trailwise.local;

import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.FileProblem;
import dev.trailwise.local.read.FileReport;
import dev.trailwise.local.read.LogFile;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Adds up what an answer was read from. */
final class Tally {
    private final Map<Path, FileReport> files = new HashMap<>();
    private final TreeSet<AccountId> accounts = new TreeSet<>();
    private final TreeSet<Region> regions = new TreeSet<>();
    private final TreeSet<LogDay> days = new TreeSet<>();
    private final Map<String, FileProblem> problems = new TreeMap<>();
    private long events;
    private Optional<Instant> newest = Optional.empty();
    private long otherFiles;

    /** Takes the report of a file; of a file that two tables were read from, both. */
    void add(FileReport report) {
        files.merge(report.file().path(), report, (one, two) -> one.events() > 0 ? one : two);
        events += report.events();
        accounts.addAll(report.accounts());
        regions.addAll(report.regions());
        days.addAll(report.days());
        newest = Stream.of(newest, report.newest()).flatMap(Optional::stream).max(Comparator.naturalOrder());
        report.problem().ifPresent(problem -> problems.put(problem.file(), problem));
    }

    /** Takes what could not even be looked at. */
    void addProblems(Collection<FileProblem> found) {
        found.forEach(problem -> problems.put(problem.file(), problem));
    }

    /** Takes files whose path says that they hold something else. */
    void addOthers(long count) {
        otherFiles += count;
    }

    Coverage coverage(OptionalLong repeats, List<LogFile> all) {
        List<FileReport> logs = files.values().stream().filter(Tally::isLog).toList();
        return new Coverage(
                logs.size(),
                logs.stream().mapToLong(report -> report.file().size()).sum(),
                events,
                range(days),
                accounts,
                regions,
                newest,
                repeats,
                otherFiles + files.size() - logs.size(),
                List.copyOf(problems.values()),
                range(daysOf(all)));
    }

    /** A log without events is one, too; a digest is none, nor is a file with events of other kinds alone. */
    private static boolean isLog(FileReport report) {
        return !report.digest() && (report.events() > 0 || report.otherEvents() == 0);
    }

    private static SortedSet<LogDay> daysOf(List<LogFile> files) {
        TreeSet<LogDay> days = new TreeSet<>();
        files.forEach(
                file -> file.key().ifPresent(key -> days.add(key.partition().day())));
        return days;
    }

    private static Optional<DayRange> range(SortedSet<LogDay> days) {
        return days.isEmpty() ? Optional.empty() : Optional.of(new DayRange(days.first(), days.last()));
    }
}
