package dev.trailwise.cli;

import dev.trailwise.config.CostSettings;
import dev.trailwise.cost.Budget;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Limit;
import dev.trailwise.cost.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a question may cost. */
final class MoneyOptions {
    @Option(
            names = {"-n", "--dry-run"},
            description = "Show what Athena would ask for it on stdout, and run nothing.")
    boolean dryRun;

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            description = "Refuse a query that costs more: 0.50. Takes the place of cost.max_per_query.")
    @Nullable
    Usd maxCost;

    @Option(names = "--max-scan", paramLabel = "BYTES", description = "Refuse a query that scans more: 500MB, 2GB.")
    @Nullable
    Bytes maxScan;

    @Option(
            names = {"-y", "--yes"},
            description =
                    "Run without asking: a query that costs more than cost.confirm_above, or that Athena would refuse.")
    boolean yes;

    @Option(names = "--refresh", description = "List the sizes of all files anew, also of days that are known.")
    boolean refresh;

    /**
     * The budget that these options and the settings make together.
     *
     * @param spentToday what the queries of this UTC day have cost so far
     */
    Budget budget(CostSettings settings, Usd spentToday) {
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit.Partitions());
        limits.add(
                maxCost == null
                        ? new Limit.PerQuery(settings.maxPerQuery(), "cost.max_per_query")
                        : new Limit.PerQuery(maxCost, "--max-cost"));
        if (maxScan != null) {
            limits.add(new Limit.Scanned(maxScan, "--max-scan"));
        }
        settings.maxPerDay().ifPresent(most -> limits.add(new Limit.PerDay(most, spentToday, "cost.max_per_day")));
        return new Budget(limits, yes ? Optional.empty() : Optional.of(settings.confirmAbove()));
    }
}
