package dev.trailwise.run;

import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says which dates log files have, where a query asked for others, and how to query those. */
final class LogDates {
    private static final int MOST_SPANS = 3;

    private final RequestedScope requested;
    private final String commandLine;

    /** @param commandLine the command that was typed, without the program's name */
    LogDates(RequestedScope requested, String commandLine) {
        this.requested = requested;
        this.commandLine = commandLine;
    }

    /**
     * Nothing was found because no log file is of the scope's days.
     *
     * @param days the days that have log files
     * @return none where some are in the scope, or none is known
     */
    Optional<Notice> outside(SortedSet<LogDay> days) {
        Scope scope = requested.scope();
        DayRange wanted = scope.days();
        if (scope.time().isAll() || days.isEmpty() || days.stream().anyMatch(wanted::contains)) {
            return Optional.empty();
        }
        return Optional.of(notice(" These logs cover " + spans(days), text(days.first()), text(days.last())));
    }

    /** The same of files that are not read, by their paths. */
    Optional<Notice> outside(CompiledQuery query, LogPaths logs) {
        Set<LogKind> kinds =
                query.tables().values().stream().map(TableDefinition::kind).collect(Collectors.toSet());
        return outside(LogFiles.find(logs).files().stream()
                .flatMap(file -> file.key().stream())
                .filter(key -> kinds.contains(key.kind()))
                .map(key -> key.partition().day())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * Nothing was found because all events are older.
     *
     * @param newest the newest event of the scope's days
     */
    Optional<Notice> older(Instant newest) {
        if (!newest.isBefore(requested.scope().time().from())) {
            return Optional.empty();
        }
        String day = text(LogDay.of(newest));
        return Optional.of(notice(" The newest event is of " + newest, day, day));
    }

    private Notice notice(String found, String from, String to) {
        Scope scope = requested.scope();
        if (requested.timesAreDefault() && !commandLine.endsWith("…")) {
            return new Notice("nothing in the last 24 hours." + found + ". To query them:\n  trailwise " + commandLine
                    + " " + FlagName.FROM + " " + from + " " + FlagName.TO + " " + to);
        }
        String asked = requested.timesAreDefault()
                ? "nothing in the last 24 hours."
                : "nothing from " + scope.time().from() + " to " + scope.time().to() + ".";
        return new Notice(
                asked + found,
                new Remedy.Flag(
                        List.of(new Remedy.Argument(FlagName.FROM, from), new Remedy.Argument(FlagName.TO, to)),
                        "queries them"));
    }

    private static String spans(SortedSet<LogDay> days) {
        List<DayRange> spans = new ArrayList<>();
        for (LogDay day : days) {
            DayRange last = spans.isEmpty() ? new DayRange(day, day) : spans.get(spans.size() - 1);
            if (!spans.isEmpty() && last.last().plusDays(1).equals(day)) {
                spans.set(spans.size() - 1, new DayRange(last.first(), day));
            } else {
                spans.add(new DayRange(day, day));
            }
        }
        long missing = new DayRange(days.first(), days.last()).count() - days.size();
        return spans.size() <= MOST_SPANS
                ? spans.stream().map(LogDates::text).collect(Collectors.joining(" and "))
                : text(new DayRange(days.first(), days.last())) + ", without " + missing + " of these days";
    }

    private static String text(DayRange span) {
        return span.count() == 1 ? text(span.first()) : text(span.first()) + " to " + text(span.last());
    }

    private static String text(LogDay day) {
        return day.date().toString();
    }
}
