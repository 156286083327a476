package dev.trailwise.run.price;

import dev.trailwise.aws.client.Denied;
import dev.trailwise.console.Prompt;
import dev.trailwise.cost.Budget;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Decision;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.OtherTable;
import dev.trailwise.cost.OverBudget;
import dev.trailwise.cost.Precision;
import dev.trailwise.cost.Prices;
import dev.trailwise.cost.Quote;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.output.estimate.EstimateText;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Decides whether a query may run: by its price, the budget, and the person at the terminal. */
public final class CostGate {
    private static final Remedy IF_IT_IS_OURS = new Remedy.Setting(
            List.of(SettingName.TABLE_DATABASE, SettingName.TABLE_NAME), "", "name it if it is your CloudTrail table");

    private final Workspace workspace;
    private final SpendingLimits money;
    private final Supplier<Budget> budgets;
    private Budget budget;

    /** @param budgets the budget as it is at the time: a person takes time to answer, and other queries run meanwhile */
    public CostGate(Workspace workspace, SpendingLimits money, Supplier<Budget> budgets) {
        this.workspace = workspace;
        this.money = money;
        this.budgets = budgets;
        this.budget = budgets.get();
    }

    /**
     * Reports what the query costs, and returns when it may run.
     *
     * @throws Failure when it costs too much, or the person says no
     */
    public void admit(Quote quote) {
        Estimate estimate = quote.estimate();
        Notice summary = new Notice(EstimateText.summary(estimate));
        workspace
                .messages()
                .info(StaleSizes.listed(workspace, estimate)
                        .map(then -> summary.and(
                                "; sizes listed " + EstimateText.day(then) + " or later",
                                Remedy.flag(FlagName.REFRESH, "lists them again")))
                        .orElse(summary));
        ScanPrice price = estimate.prices().scan();
        if (price.assumed()) {
            workspace
                    .messages()
                    .info(new Notice(
                            "the price is assumed: " + Sanitizer.text(price.source()),
                            Remedy.command(CommandName.PRICES, FlagName.REFRESH, "asks AWS")));
        }
        if (!estimate.others().isEmpty()) {
            workspace.messages().info(countedWhole(estimate.others()));
        }
        Decision decision = budget.decide(quote);
        check(decision);
        boolean asked = !quote.others().unpriced().isEmpty()
                && allowUnpriced(unknownTables(quote.others().unpriced()), ExitCode.OVER_BUDGET, estimate);
        if (!asked && decision instanceof Decision.Confirm ask) {
            confirm("It costs " + ask.cost() + ", more than " + ask.confirmAbove() + " ("
                    + SettingName.COST_CONFIRM_ABOVE + ").");
            asked = true;
        }
        if (asked) {
            check(budget.decide(quote));
        }
    }

    private static void check(Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            throw new OverBudget(refused);
        }
    }

    private static Notice countedWhole(List<OtherTable> tables) {
        String names = tables.stream().map(OtherTable::name).collect(Collectors.joining(", "));
        return new Notice(
                Sanitizer.text(names) + (tables.size() == 1 ? " is" : " are")
                        + " counted whole: Trailwise adds no account, Region or day predicates to it",
                IF_IT_IS_OURS);
    }

    private static Notice unknownTables(List<String> tables) {
        String names = Sanitizer.text(String.join(", ", tables));
        return new Notice(
                "Trailwise does not know the size of " + names
                        + ", and adds no account, Region or day predicates to it",
                IF_IT_IS_OURS);
    }

    /**
     * Allows a query whose sizes may not be listed, as {@link #allowUnpriced} does.
     *
     * @throws Failure when nobody set a limit or agreed
     */
    public void allowUnlisted(Denied why, Prices prices) {
        checkLeft(why, prices);
        if (allowUnpriced(why.notice(), ExitCode.ACCESS, none(prices))) {
            checkLeft(why, prices);
        }
    }

    private void checkLeft(Denied why, Prices prices) {
        if (cutoff(none(prices)).filter(Bytes.ZERO::equals).isPresent()) {
            throw new Failure(
                    ExitCode.OVER_BUDGET,
                    "over budget: today's queries have used up " + SettingName.COST_MAX_PER_DAY,
                    why);
        }
    }

    /**
     * Allows a query of unknown price when somebody set a limit for it, or says yes at the terminal. It is stopped at the budget in any case.
     *
     * @return whether a person was asked
     * @throws Failure when nobody set a limit or agreed
     */
    private boolean allowUnpriced(Notice why, ExitCode otherwise, Estimate known) {
        boolean limited = money.areSet();
        if (!limited && !new Prompt(workspace.console()).possible()) {
            Remedy limit = Remedy.flag(FlagName.MAX_SCAN, "2GB", "runs it without an estimate, up to that limit");
            throw new Failure(otherwise, why.prefixed("no estimate: ").and("", limit), null);
        }
        String stop = cutoff(known)
                .map(bytes -> "\nThe query is stopped when it has scanned more than " + bytes)
                .orElse("");
        workspace.messages().warning(why.prefixed("no estimate: ").and(stop));
        if (!limited) {
            confirm("The price of this query is not known.");
        }
        return !limited;
    }

    /** How much the query may have scanned when it has to be stopped. */
    public Optional<Bytes> cutoff(Estimate estimate) {
        return budget.cutoff(estimate);
    }

    /** An estimate of a query that is not known to read anything. */
    public static Estimate none(Prices prices) {
        return new Estimate(
                List.of(),
                List.of(),
                prices,
                Precision.UPPER_BOUND,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private void confirm(String reason) {
        Prompt prompt = new Prompt(workspace.console());
        if (!prompt.possible()) {
            throw new Failure(
                    ExitCode.OVER_BUDGET,
                    reason + " There is no terminal to ask at, so nothing was run",
                    Remedy.flag(FlagName.YES, "runs it"));
        }
        prompt.confirm(reason + " Run it?");
        budget = budgets.get();
    }
}
