package dev.trailwise.run.price;

import dev.trailwise.config.CostSettings;
import dev.trailwise.cost.Budget;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Limit;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.SettingName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a query may cost.
 *
 * @param maxCost the most that it may cost, in place of cost.max_per_query
 * @param maxScan the most that it may scan
 * @param yes whether it runs without backend
 * @param refresh whether sizes that are known are listed again
 */
public record SpendingLimits(Optional<Usd> maxCost, Optional<Bytes> maxScan, boolean yes, boolean refresh) {
    /** Those of the settings alone. */
    public static final SpendingLimits OF_THE_SETTINGS =
            new SpendingLimits(Optional.empty(), Optional.empty(), false, false);

    /**
     * The budget that these limits and the settings make together.
     *
     * @param spentToday what the queries of this UTC day have cost so far
     */
    public Budget budget(CostSettings settings, Usd spentToday) {
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit.Partitions());
        limits.add(maxCost.map(most -> new Limit.PerQuery(most, FlagName.MAX_COST.toString()))
                .orElseGet(
                        () -> new Limit.PerQuery(settings.maxPerQuery(), SettingName.COST_MAX_PER_QUERY.toString())));
        maxScan.ifPresent(most -> limits.add(new Limit.Scanned(most, FlagName.MAX_SCAN.toString())));
        settings.maxPerDay()
                .ifPresent(most ->
                        limits.add(new Limit.PerDay(most, spentToday, SettingName.COST_MAX_PER_DAY.toString())));
        return new Budget(limits, yes ? Optional.empty() : Optional.of(settings.confirmAbove()));
    }

    /** Whether somebody set a limit for a query whose price is not known. */
    public boolean areSet() {
        return maxScan.isPresent() || maxCost.isPresent() || yes;
    }
}
