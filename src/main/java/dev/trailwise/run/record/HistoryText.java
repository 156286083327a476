package dev.trailwise.run.record;

import static dev.trailwise.engine.ResultColumn.decimal;
import static dev.trailwise.engine.ResultColumn.integer;
import static dev.trailwise.engine.ResultColumn.text;

import dev.trailwise.cost.Usd;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.history.ActualCost;
import dev.trailwise.history.AthenaRun;
import dev.trailwise.history.EstimatedCost;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.history.Totals;
import dev.trailwise.text.Sanitizer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the history holds, as rows and as text. */
final class HistoryText {
    private static final int LABEL = 11;

    static final List<ResultColumn> COLUMNS = List.of(
            text("id"),
            text("asked_at"),
            text("outcome"),
            text("question"),
            decimal("estimated_usd"),
            decimal("usd"),
            decimal("scan_usd"),
            decimal("s3_requests_usd"),
            integer("scanned_bytes"),
            decimal("seconds"));

    /** Those that a table has room for beside the question. */
    static final List<String> IN_A_TABLE = List.of("id", "asked_at", "outcome", "usd", "question");

    private HistoryText() {}

    static @Nullable Object[] row(LedgerEntry entry) {
        return new @Nullable Object[] {
            entry.id(),
            entry.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
            entry.outcome().toString(),
            entry.question(),
            entry.expected().map(EstimatedCost::usd).map(Usd::amount).orElse(null),
            entry.spent().map(spent -> entry.cost().amount()).orElse(null),
            entry.spent().map(spent -> entry.scanCost().amount()).orElse(null),
            entry.spent().map(spent -> entry.requestCost().amount()).orElse(null),
            entry.spent().map(spent -> spent.scanned().count()).orElse(null),
            entry.spent().map(ActualCost::took).map(HistoryText::seconds).orElse(null)
        };
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3);
    }

    /** All of an entry, a line for each part of it, and the SQL below. Safe to show, whoever wrote it. */
    static String all(LedgerEntry entry) {
        List<String> lines = new ArrayList<>();
        line(lines, "id", entry.id());
        line(lines, "asked at", entry.startedAt().toString());
        line(lines, "question", entry.question());
        line(lines, "events", entry.scope().description());
        line(
                lines,
                "outcome",
                entry.outcome() + entry.reason().map(why -> ": " + why).orElse(""));
        entry.expected()
                .ifPresent(expected -> line(
                        lines,
                        "estimated",
                        expected.usd() + " for " + expected.bytes() + ", "
                                + expected.precision().word()));
        entry.spent().ifPresent(spent -> spent(lines, entry, spent));
        line(lines, "engine", entry.engine());
        entry.run().ifPresent(run -> run(lines, run));
        lines.add("");
        entry.sql().lines().map(Sanitizer::text).forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static void spent(List<String> lines, LedgerEntry entry, ActualCost spent) {
        line(lines, "billed", spent.usd() + " for " + spent.billed() + "; scanned " + spent.scanned());
        line(lines, "requests", entry.requestCost() + " for S3 requests (estimated)");
        line(lines, "cost", entry.cost().toString());
        line(lines, "took", seconds(spent.took()).toPlainString() + " s");
    }

    private static void run(List<String> lines, AthenaRun run) {
        line(lines, "query", run.queryId() + " in workgroup " + run.workgroup() + ", " + run.region());
        line(lines, "result", run.output().orElse("kept by Athena"));
    }

    private static void line(List<String> lines, String label, String value) {
        lines.add(label + " ".repeat(LABEL - label.length()) + Sanitizer.text(value));
    }

    /** What a month cost, in a line. */
    static String totals(YearMonth month, List<LedgerEntry> entries) {
        Totals totals = Totals.of(entries);
        if (entries.isEmpty()) {
            return month + ": no Athena queries";
        }
        String parts = totals.requests().equals(Usd.ZERO)
                ? ""
                : " (Athena " + totals.scans() + ", S3 requests " + totals.requests() + " estimated)";
        String refused = totals.refused() == 0 ? "" : "; " + totals.refused() + " refused over budget";
        return month + ": " + totals.runs() + (totals.runs() == 1 ? " query" : " queries") + " run, " + totals.spent()
                + parts + ", " + totals.scanned() + " scanned" + refused + deviation(totals.deviation());
    }

    private static String deviation(Optional<Totals.Deviation> deviation) {
        return deviation
                .map(known ->
                        "; estimate error: median " + percent(known.median()) + ", worst " + percent(known.worst()))
                .orElse("");
    }

    private static String percent(double part) {
        BigDecimal percent = BigDecimal.valueOf(part * 100).setScale(1, java.math.RoundingMode.HALF_UP);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }
}
