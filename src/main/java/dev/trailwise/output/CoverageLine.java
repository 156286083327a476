package dev.trailwise.output;

import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.FileProblem;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.AccountNames;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says what an answer was read from: one line, and one more for each thing a reader must know. */
public final class CoverageLine {
    private static final int MOST_FILES = 10;
    private static final int MOST_ACCOUNTS = 3;

    private CoverageLine() {}

    /** What may be missing from the answer, safe to print in a terminal; nothing when it is whole. */
    public static Optional<Notice> warning(Coverage coverage) {
        List<String> lines = new ArrayList<>();
        List<FileProblem> problems = coverage.problems();
        if (!problems.isEmpty()) {
            long all = Math.max(coverage.files() + coverage.unrelatedFiles(), problems.size());
            lines.add(Counts.number(problems.size()) + " of " + Counts.of(all, "file")
                    + " could not be read completely; the answer may be incomplete:");
            problems.stream().limit(MOST_FILES).map(CoverageLine::problem).forEach(lines::add);
            if (problems.size() > MOST_FILES) {
                lines.add("  and " + Counts.number(problems.size() - MOST_FILES) + " more");
            }
        }
        if (coverage.misplacesEvents()) {
            lines.add(oddTimes(coverage) + ": these may be missing, because times are compared as text");
        }
        Notice notice = new Notice(String.join("\n", lines));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        coverage.misplacesEvents()
                                ? notice.and("", Remedy.flag(FlagName.ALL_TIME, "includes them"))
                                : notice);
    }

    /**
     * How many rows there are and what they were read from.
     *
     * @param rows the rows, as {@link #rows} tells
     * @param distinctEvents whether the query dropped duplicates of an event
     * @param names the names of accounts
     */
    public static List<Notice> summary(Coverage coverage, String rows, boolean distinctEvents, AccountNames names) {
        List<Notice> lines = new ArrayList<>();
        lines.add(new Notice(summary(coverage, rows, names)));
        if (coverage.oddTimes() > 0 && !coverage.misplacesEvents()) {
            lines.add(new Notice(oddTimes(coverage)));
        }
        coverage.duplicates().ifPresent(duplicates -> {
            if (duplicates > 0) {
                String counted = Counts.of(duplicates, "duplicate event");
                lines.add(
                        distinctEvents
                                ? new Notice(counted + " dropped")
                                : new Notice(
                                        counted + " counted", Remedy.flag(FlagName.DISTINCT_EVENTS, "drops them")));
            }
        });
        return List.copyOf(lines);
    }

    /**
     * The number of rows.
     *
     * @param limit the most that are shown
     */
    public static String rows(long rows, long limit) {
        return rows > limit
                ? Counts.of(limit, "row") + " (cut by " + FlagName.LIMIT + "; there are more)"
                : Counts.of(rows, "row");
    }

    private static String summary(Coverage coverage, String rows, AccountNames names) {
        List<String> read = new ArrayList<>();
        read.add(Counts.of(coverage.files(), "file"));
        read.add(bytes(coverage.bytes()));
        coverage.days().ifPresent(days -> read.add(days(days)));
        if (!coverage.accounts().isEmpty()) {
            read.add(accounts(coverage.accounts(), names));
        }
        if (!coverage.regions().isEmpty()) {
            read.add(Counts.of(coverage.regions().size(), "Region"));
        }
        return rows + " from " + Counts.of(coverage.events(), "event") + " (" + String.join(", ", read) + ")"
                + skipped(coverage);
    }

    /** A few are named where names are known. */
    private static String accounts(Set<AccountId> accounts, AccountNames names) {
        return Counts.of(accounts.size(), "account")
                + (accounts.size() <= MOST_ACCOUNTS && names.knowsAny(accounts)
                        ? ": " + names.label(new TreeSet<>(accounts))
                        : "");
    }

    private static String skipped(Coverage coverage) {
        long files = coverage.unrelatedFiles() + coverage.ignoredFiles();
        if (files == 0) {
            return "";
        }
        List<String> kinds = new ArrayList<>();
        coverage.unrelatedKinds().forEach(kind -> kinds.add(word(kind)));
        if (coverage.ignoredFiles() > 0) {
            kinds.add("not named like logs");
        }
        return "; " + Counts.of(files, "file") + " skipped"
                + (kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")");
    }

    private static String word(LogKind kind) {
        return switch (kind) {
            case EVENTS -> "management and data events";
            case INSIGHTS -> "Insights";
            case NETWORK_ACTIVITY -> "network activity";
            case AGGREGATED -> "aggregated events";
            case DIGEST -> "digests";
        };
    }

    private static String oddTimes(Coverage coverage) {
        return Counts.of(coverage.oddTimes(), "event") + " with a time other than 2026-11-01T10:00:00Z";
    }

    /** The place goes behind the first words: {@code invalid JSON at byte 12 (found 'x')}. */
    private static String problem(FileProblem problem) {
        String reason = problem.reason();
        int end = reason.length();
        for (String stop : List.of(" (", ";", ":")) {
            int at = reason.indexOf(stop);
            end = at < 0 ? end : Math.min(end, at);
        }
        Optional<String> where = problem.offset() < 0 || reason.equals("empty file")
                ? Optional.empty()
                : Optional.of(" at byte " + Counts.number(problem.offset()));
        String kept = problem.eventsKept() == 0 ? "" : "; read " + Counts.of(problem.eventsKept(), "event");
        return Sanitizer.text("  " + problem.file() + ": " + reason.substring(0, end) + where.orElse("")
                + reason.substring(end) + kept);
    }

    /** Days as they are typed: {@code 2026-10-07 to 2026-10-08}. */
    private static String days(DayRange days) {
        return days.count() == 1 ? day(days.first()) : day(days.first()) + " to " + day(days.last());
    }

    private static String day(LogDay day) {
        return day.partitionValue().replace('/', '-');
    }

    /** Decimal units, as Athena's price counts them. */
    private static String bytes(long bytes) {
        if (bytes < 1000) {
            return Counts.of(bytes, "byte");
        }
        double amount = bytes;
        int unit = -1;
        while (amount >= 999.5 && unit < 4) {
            amount /= 1000;
            unit++;
        }
        long tenths = Math.round(amount * 10);
        String number = tenths < 100 ? tenths / 10 + "." + tenths % 10 : Long.toString(Math.round(amount));
        return number + " " + "kMGTP".charAt(unit) + "B";
    }
}
