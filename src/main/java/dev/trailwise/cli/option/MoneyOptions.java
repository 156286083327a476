package dev.trailwise.cli.option;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.run.price.SpendingLimits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a question may cost. */
public final class MoneyOptions {
    @Option(
            names = {"-n", "--dry-run"},
            description = "Print the price and run nothing.")
    boolean dryRun;

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            description = "Refuse a query that costs more: 0.50. Overrides cost.max_per_query.")
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

    @Option(
            names = "--refresh",
            description = "List the sizes of all files again, including days whose sizes are cached.")
    boolean refresh;

    /** What these options mean. */
    public SpendingLimits limits() {
        return new SpendingLimits(Optional.ofNullable(maxCost), Optional.ofNullable(maxScan), yes, refresh);
    }
}
