package dev.trailwise.run.price;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * What several queries that one command runs cost together. Athena rounds each of them up, so it is a sum of prices and
 * not the price of a sum.
 *
 * @param queries how many
 * @param cost dollars, for scans and S3 requests
 * @param scanned bytes
 */
public record TotalPrice(int queries, Usd cost, Bytes scanned) {
    public static TotalPrice of(List<Estimate> estimates) {
        return new TotalPrice(
                estimates.size(),
                estimates.stream().map(Estimate::total).reduce(Usd.ZERO, Usd::plus),
                estimates.stream().map(Estimate::bytes).reduce(Bytes.ZERO, Bytes::plus));
    }

    /**
     * Refuses queries that together exceed a limit of the command or of the day. What a single query may cost is asked
     * of each.
     *
     * @throws Failure when they do
     */
    public void admit(Workspace workspace, SpendingLimits money) {
        workspace.messages().info(this + " in all");
        allow(money);
        Optional<Usd> ofDay = workspace.settings().cost().maxPerDay();
        Usd spent = ofDay.isPresent() ? workspace.spentToday() : Usd.ZERO;
        ofDay.filter(most -> spent.plus(cost).compareTo(most) > 0)
                .ifPresent(most -> refuse(
                        "cost " + cost + ", and today's have cost " + spent + "; " + SettingName.COST_MAX_PER_DAY
                                + " allows " + most + " a day",
                        Remedy.setting(SettingName.COST_MAX_PER_DAY, dollars(spent.plus(cost)), "allows them")));
    }

    /**
     * Refuses queries that together exceed a limit of the command.
     *
     * @throws Failure when they do
     */
    public void allow(SpendingLimits money) {
        money.maxCost()
                .filter(most -> cost.compareTo(most) > 0)
                .ifPresent(most -> refuse(
                        "cost " + cost + "; " + FlagName.MAX_COST + " allows " + most,
                        Remedy.flag(FlagName.MAX_COST, dollars(cost), "allows them")));
        money.maxScan()
                .filter(most -> scanned.compareTo(most) > 0)
                .ifPresent(most -> refuse(
                        "scan " + scanned + "; " + FlagName.MAX_SCAN + " allows " + most,
                        Remedy.flag(FlagName.MAX_SCAN, scanned.toString().replace(" ", ""), "allows them")));
    }

    private static String dollars(Usd amount) {
        return amount.toString().substring(1);
    }

    private void refuse(String why, Remedy remedy) {
        throw new Failure(ExitCode.OVER_BUDGET, "over budget: these " + queries + " queries " + why, remedy);
    }

    @Override
    public String toString() {
        return queries + " queries: will scan " + scanned + ": " + cost;
    }
}
