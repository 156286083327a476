package dev.trailwise.output;

import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.FileProblem;
import dev.trailwise.trail.DayRange;
import java.util.ArrayList;
import java.util.List;

/** Says what an answer was read from: one line, and one more for each thing a reader must know. */
public final class CoverageLine {
    private static final int MOST_FILES = 10;

    private CoverageLine() {}

    /**
     * The lines, safe to print in a terminal.
     *
     * @param distinctEvents whether the question dropped repeats of an event
     */
    public static List<String> lines(Coverage coverage, boolean distinctEvents) {
        List<String> lines = new ArrayList<>();
        lines.add(summary(coverage, distinctEvents));
        List<FileProblem> problems = coverage.problems();
        if (!problems.isEmpty()) {
            lines.add(Counts.of(problems.size(), "file") + " could not be read to the end, so the answer has gaps:");
            problems.stream().limit(MOST_FILES).map(CoverageLine::problem).forEach(lines::add);
            if (problems.size() > MOST_FILES) {
                lines.add("  and " + Counts.number(problems.size() - MOST_FILES) + " more");
            }
        }
        if (coverage.oddTimes() > 0) {
            lines.add(oddTimes(coverage));
        }
        if (coverage.events() == 0) {
            lines.add(coverage.logsCover()
                    .map(days -> "no events in this scope; the logs cover " + days(days))
                    .orElse("no events in this scope"));
        }
        return List.copyOf(lines);
    }

    private static String summary(Coverage coverage, boolean distinctEvents) {
        StringBuilder line = new StringBuilder("read ")
                .append(Counts.of(coverage.files(), "file"))
                .append(" (")
                .append(bytes(coverage.bytes()))
                .append("), ")
                .append(Counts.of(coverage.events(), "event"));
        coverage.days().ifPresent(days -> line.append(" of ").append(days(days)));
        if (!coverage.accounts().isEmpty()) {
            line.append(" in ").append(Counts.of(coverage.accounts().size(), "account"));
        }
        if (!coverage.regions().isEmpty()) {
            line.append(coverage.accounts().isEmpty() ? " in " : ", ")
                    .append(Counts.of(coverage.regions().size(), "region"));
        }
        coverage.newest().ifPresent(newest -> line.append("; newest ").append(newest));
        coverage.repeats().ifPresent(repeats -> line.append(repeats(repeats, distinctEvents)));
        if (coverage.otherFiles() > 0) {
            line.append("; ")
                    .append(Counts.of(coverage.otherFiles(), "other file"))
                    .append(" without events of this kind");
        }
        return line.toString();
    }

    private static String oddTimes(Coverage coverage) {
        return Counts.of(coverage.oddTimes(), "event") + " with an eventTime other than 2026-11-01T10:00:00Z"
                + (coverage.misplacesEvents()
                        ? ": these may be missing, because times are compared as text; --all-time includes them"
                        : "");
    }

    private static String repeats(long repeats, boolean distinctEvents) {
        return repeats == 0 ? "" : "; " + Counts.of(repeats, "repeat") + (distinctEvents ? " (dropped)" : " (kept)");
    }

    private static String problem(FileProblem problem) {
        String where = problem.offset() < 0 ? "" : " at byte " + Counts.number(problem.offset());
        String kept = problem.eventsKept() == 0
                ? ""
                : "; " + Counts.of(problem.eventsKept(), "event") + " before it "
                        + (problem.eventsKept() == 1 ? "is" : "are") + " in the answer";
        return Visible.text("  " + problem.file() + ": " + problem.reason() + where + kept);
    }

    private static String days(DayRange days) {
        return days.first().compareTo(days.last()) == 0 ? days.first().toString() : days.first() + " to " + days.last();
    }

    /** Decimal units, as Athena's price counts them. */
    private static String bytes(long bytes) {
        if (bytes < 1000) {
            return Counts.of(bytes, "byte");
        }
        double amount = bytes;
        int unit = -1;
        while (amount >= 999.95 && unit < 4) {
            amount /= 1000;
            unit++;
        }
        long tenths = Math.round(amount * 10);
        return tenths / 10 + "." + tenths % 10 + " " + "kMGTP".charAt(unit) + "B";
    }
}
