package dev.trailwise.archive;

import dev.trailwise.config.CostSettings;
import dev.trailwise.console.Prompt;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.workspace.Workspace;

/** Lets a sync run only within the limits, by the most that it can cost. */
final class SyncGate {
    private static final Remedy FEWER_DAYS = Remedy.flags("copies fewer days", FlagName.FROM, FlagName.TO);

    private final Workspace workspace;
    private final SyncRequest request;

    SyncGate(Workspace workspace, SyncRequest request) {
        this.workspace = workspace;
        this.request = request;
    }

    /**
     * Returns when it may run.
     *
     * @throws Failure when it costs too much, is too large, or the person says no
     */
    void admit(SyncPlan plan, Usd most) {
        check(plan, most);
        CostSettings costs = workspace.settings().cost();
        if (!request.yes() && most.compareTo(costs.confirmAbove()) > 0) {
            String reason = "It may cost " + most + ", more than " + costs.confirmAbove() + " ("
                    + SettingName.COST_CONFIRM_ABOVE + ").";
            Prompt prompt = workspace.prompt();
            if (!prompt.possible()) {
                throw new Failure(
                        ExitCode.OVER_BUDGET,
                        reason + " There is no terminal to ask at, so nothing was copied",
                        Remedy.flag(FlagName.YES, "copies it"));
            }
            prompt.confirm(reason + " Copy them?");
            check(plan, most); // other queries may have been billed meanwhile
        }
    }

    /** @throws Failure when a limit is exceeded */
    void check(SyncPlan plan, Usd most) {
        CostSettings costs = workspace.settings().cost();
        request.maxSize().filter(size -> plan.bytes().compareTo(size) > 0).ifPresent(size -> {
            throw refused(
                    plan.bytes() + " are missing; " + FlagName.MAX_SIZE + " allows " + size,
                    Remedy.flag(FlagName.MAX_SIZE, plan.bytes().toString().replace(" ", ""), "allows it"));
        });
        Usd limit = request.maxCost().orElse(costs.maxPerQuery());
        if (most.compareTo(limit) > 0) {
            Object name = request.maxCost().isPresent() ? FlagName.MAX_COST : SettingName.COST_MAX_PER_QUERY;
            throw refused(
                    "this can cost " + most + "; " + name + " allows " + limit,
                    Remedy.flag(FlagName.MAX_COST, most.toString().substring(1), "allows it"));
        }
        costs.maxPerDay().ifPresent(day -> {
            Usd spent = workspace.spentToday();
            if (spent.plus(most).compareTo(day) > 0) {
                throw refused(
                        "this can cost " + most + ", and today's queries have cost " + spent + "; "
                                + SettingName.COST_MAX_PER_DAY + " allows " + day + " a day",
                        Remedy.setting(
                                SettingName.COST_MAX_PER_DAY,
                                spent.plus(most).toString().substring(1),
                                "allows it"));
            }
        });
    }

    private static Failure refused(String why, Remedy allow) {
        return new Failure(ExitCode.OVER_BUDGET, "over budget, so nothing was copied: " + why, FEWER_DAYS, allow);
    }
}
