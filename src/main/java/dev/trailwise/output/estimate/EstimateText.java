package dev.trailwise.output.estimate;

import dev.trailwise.cost.Archived;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Narrowing;
import dev.trailwise.cost.OtherTable;
import dev.trailwise.cost.Precision;
import dev.trailwise.cost.Prices;
import dev.trailwise.cost.ScanEstimate;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.output.Counts;
import dev.trailwise.text.Sanitizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An estimate for people: aligned lines of at most 80 columns. */
public final class EstimateText {
    private static final int LABEL = 14;
    private static final int WIDTH = 80;

    private final List<String> lines = new ArrayList<>();

    private final Function<Notice, String> notices;

    private EstimateText(Function<Notice, String> notices) {
        this.notices = notices;
    }

    /**
     * All of it.
     *
     * @param hints ways to ask for much less
     * @param notices writes what can be done about something
     */
    public static List<String> lines(Estimate estimate, List<Narrowing> hints, Function<Notice, String> notices) {
        EstimateText text = new EstimateText(notices);
        text.reads(estimate);
        text.costs(estimate);
        text.notes(estimate, hints);
        return List.copyOf(text.lines);
    }

    /** One line, for before a run. */
    public static String summary(Estimate estimate) {
        if (estimate.precision() == Precision.UNKNOWN) {
            return "price unknown: at least " + estimate.total() + " for the " + estimate.bytes() + " in "
                    + Counts.of(estimate.objects(), "file") + " of the tables that are known";
        }
        if (estimate.reads() > 0 && estimate.objects() == 0) {
            return "no files in this scope" + (estimate.precision() == Precision.GROWING ? " yet" : "")
                    + "; Athena's minimum is " + estimate.scanCost();
        }
        return "will scan " + estimate.bytes() + " in " + Counts.of(estimate.objects(), "file") + ": "
                + estimate.total()
                + (estimate.precision() == Precision.EXACT ? "" : " (" + word(estimate.precision()) + ")");
    }

    /** A warning that counts the archived files in the scope of the query, which Athena skips. */
    public static String archived(Archived archived) {
        String days = archived.days().first().equals(archived.days().last())
                ? archived.days().first().date().toString()
                : archived.days().first().date() + " to "
                        + archived.days().last().date();
        return Counts.of(archived.objects(), "file") + " in this scope (" + days
                + ") are in S3 Glacier: Athena skips them, so their events are missing from the answer";
    }

    private void reads(Estimate estimate) {
        if (estimate.plan()) {
            line("scans", "nothing: only the plan is asked for, which Athena does not bill");
            return;
        }
        if (estimate.reads() == 1) {
            estimate.scans().forEach(scan -> line("scans", scan(scan)));
            estimate.others().forEach(table -> line("scans", other(table)));
            return;
        }
        line("scans", Counts.number(estimate.reads()) + ", each billed: " + estimate.bytes() + " in all");
        estimate.scans()
                .forEach(scan -> line(
                        "",
                        Sanitizer.text(scan.scan().table()) + times(scan.scan().times()) + ": " + scan(scan)));
        estimate.others().forEach(table -> line("", other(table)));
    }

    private static String other(OtherTable table) {
        return Sanitizer.text(table.name()) + times(table.times()) + ": " + table.bytes() + " in "
                + Counts.of(table.objects(), "file");
    }

    private static String times(long times) {
        return times == 1 ? "" : ", " + Counts.number(times) + " times";
    }

    private static String scan(ScanEstimate scan) {
        return scan.bytes() + " in " + Counts.of(scan.objects(), "file") + " in " + Counts.number(scan.filled())
                + " of " + Counts.of(scan.partitions(), "partition");
    }

    private void costs(Estimate estimate) {
        Prices prices = estimate.prices();
        Bytes billed = estimate.billed();
        line(
                "Athena",
                estimate.scanCost() + " for " + billed + " billed at "
                        + prices.scan().perTerabyte() + " per TB in " + prices.region());
        line(
                "S3 requests",
                estimate.requestCost() + " for " + Counts.number(estimate.getRequests()) + " GET, "
                        + Counts.number(estimate.listRequests()) + " LIST");
        line("total", estimate.total() + asOf(estimate.asOf()));
        List<String> reasons = estimate.reasons().stream().map(Sanitizer::text).toList();
        String exact = estimate.plan() ? "no file is read" : "all files are final and all are read";
        line("precision", word(estimate.precision()) + ": " + (reasons.isEmpty() ? exact : reasons.get(0)));
        reasons.stream().skip(1).forEach(reason -> line("", reason));
        estimate.archived()
                .ifPresent(archived -> line(
                        "skipped",
                        Counts.of(archived.objects(), "file") + " in S3 Glacier, "
                                + archived.days().first().date() + " to "
                                + archived.days().last().date()));
    }

    private void notes(Estimate estimate, List<Narrowing> hints) {
        Prices prices = estimate.prices();
        if (prices.scan().assumed()) {
            line("price", "assumed: " + Sanitizer.text(prices.scan().source()));
            remedy(Remedy.command(CommandName.PRICES, FlagName.REFRESH, "updates it"));
            remedy(Remedy.setting(SettingName.COST_PRICE_PER_TB, "sets it"));
        } else {
            line("price", Sanitizer.text(prices.scan().source()) + "; a TB is taken as 10^12 bytes");
        }
        if (prices.requests().assumed()) {
            line("", "S3 requests assumed: " + Sanitizer.text(prices.requests().source()));
        }
        if (estimate.requestCost().compareTo(estimate.scanCost()) > 0) {
            line("hint", "S3 requests cost more than the scan");
            remedy(Remedy.command(CommandName.SYNC, "copies the logs once; queries of the copy are free"));
        }
        hints.forEach(hint -> hint(hint, estimate.total()));
    }

    private void hint(Narrowing hint, Usd total) {
        String effect = hint.effect() + ": " + hint.estimate().total() + " instead of " + total;
        String flag =
                notices.apply(new Notice(hint.estimate().total() + " instead of " + total, hint.remedy(hint.effect())));
        line("hint", LABEL + flag.length() <= WIDTH ? flag : effect);
    }

    private void remedy(Remedy remedy) {
        line("", notices.apply(new Notice("", remedy)));
    }

    private static String word(Precision precision) {
        return switch (precision) {
            case EXACT -> "exact";
            case GROWING -> "may grow";
            case UPPER_BOUND -> "at most";
            case UNKNOWN -> "unknown";
        };
    }

    /** The UTC day of a listing. */
    public static String day(Instant listed) {
        return LocalDate.ofInstant(listed, ZoneOffset.UTC).toString();
    }

    private static String asOf(Optional<Instant> asOf) {
        return asOf.map(instant -> ", by the files listed at " + instant.truncatedTo(ChronoUnit.SECONDS))
                .orElse("");
    }

    private void line(String label, String text) {
        lines.add(label + " ".repeat(LABEL - label.length()) + text);
    }
}
