package dev.trailwise.sigma;

import dev.trailwise.text.Sanitizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What becomes of each document: lines for people, rows for programs. */
public final class RuleReport {
    /** The columns of {@link #rows}, all of them text. */
    public static final List<String> COLUMNS = List.of("verdict", "file", "line", "level", "rule", "title", "detail");

    private static final int SHOWN_NAMES = 5;
    private static final String FOR_CORRELATIONS = "only for correlations, ";

    private final List<Line> lines;

    public RuleReport(RuleSet rules) {
        lines = rules.verdicts().stream()
                .map(RuleReport::line)
                .sorted(Comparator.comparing(Line::file).thenComparing(Line::line))
                .toList();
    }

    private record Line(
            String verdict, String file, int line, String level, String rule, String title, String detail) {}

    private static Line line(Verdict verdict) {
        if (verdict instanceof Verdict.Runs runs) {
            return line(runs.rule(), runs.silent());
        }
        if (verdict instanceof Verdict.Correlates correlates) {
            return line(correlates.correlation(), correlates.silent());
        }
        if (verdict instanceof Verdict.Refused refused) {
            return new Line(
                    "refused",
                    refused.file(),
                    refused.refusal().line(),
                    "",
                    "",
                    refused.title(),
                    refused.refusal().reason());
        }
        if (verdict instanceof Verdict.OtherLogs other) {
            return new Line(
                    "skipped", other.file(), other.line(), "", "", other.title(), "for " + other.source() + " logs");
        }
        Verdict.Filters filter = (Verdict.Filters) verdict;
        return new Line(
                filter.used() ? "filter" : "warning",
                filter.file(),
                filter.line(),
                "",
                "",
                filter.title(),
                filter.used() ? "narrows rules here" : "a filter of no rule here");
    }

    private static Line line(SigmaCorrelation correlation, boolean silent) {
        List<String> notes = new ArrayList<>(
                silent ? List.of() : correlation.correlation().about().notes());
        notes.addAll(CorrelationText.notes(correlation.correlation()));
        return new Line(
                notes.isEmpty() ? "runs" : "warning",
                correlation.file(),
                correlation.correlation().about().line(),
                correlation.correlation().about().level().toString(),
                correlation.name(),
                correlation.correlation().about().title(),
                detail((silent ? FOR_CORRELATIONS : "") + CorrelationText.of(correlation), notes));
    }

    private static String detail(String what, List<String> notes) {
        return notes.isEmpty() ? what : what + "; " + String.join("; ", notes);
    }

    private static Line line(SigmaRule rule, boolean silent) {
        List<String> notes = new ArrayList<>(silent ? List.of() : rule.rule().notes());
        notes.addAll(rule.predicate().notes());
        if (rule.predicate().isNever()) {
            notes.add(0, "it matches no event");
        }
        String looksAt =
                (silent ? FOR_CORRELATIONS : "") + looksAt(rule.predicate().writtenNames());
        return new Line(
                notes.isEmpty() ? "runs" : "warning",
                rule.file(),
                rule.rule().line(),
                rule.rule().level().toString(),
                rule.name(),
                rule.rule().title(),
                detail(looksAt, notes));
    }

    private static String looksAt(List<String> names) {
        if (names.isEmpty()) {
            return "looks at every event";
        }
        return "looks at " + String.join(", ", names.subList(0, Math.min(SHOWN_NAMES, names.size())))
                + (names.size() > SHOWN_NAMES ? " and " + (names.size() - SHOWN_NAMES) + " more names" : "");
    }

    /** A line for each document. */
    public List<String> lines() {
        return lines.stream()
                .map(line -> Sanitizer.text(String.format(
                        "%-8s %s:%d: %s%s",
                        line.verdict(),
                        line.file(),
                        line.line(),
                        line.level().isEmpty() ? "" : line.level() + ", ",
                        line.title().isEmpty() ? line.detail() : line.title() + ": " + line.detail())))
                .toList();
    }

    /** A row for each document. */
    public List<@Nullable Object[]> rows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(new @Nullable Object[] {
                line.verdict(),
                line.file(),
                String.valueOf(line.line()),
                orNull(line.level()),
                orNull(line.rule()),
                line.title(),
                line.detail()
            });
        }
        return rows;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** How many of each. */
    public String summary() {
        long rules = count(line -> !line.level().isEmpty());
        return rules + (rules == 1 ? " rule runs" : " rules run") + ", "
                + count(line -> line.verdict().equals("refused")) + " refused, "
                + count(line -> line.verdict().equals("skipped")) + " for other logs, "
                + count(line -> line.verdict().equals("warning")) + " warnings";
    }

    /** Whether nothing is refused. */
    public boolean isClean() {
        return count(line -> line.verdict().equals("refused")) == 0;
    }

    private long count(Predicate<Line> which) {
        return lines.stream().filter(which).count();
    }
}
