package dev.trailwise.run;

import dev.trailwise.aws.client.Denied;
import dev.trailwise.console.Prompt;
import dev.trailwise.cost.Budget;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Decision;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Exactness;
import dev.trailwise.cost.OtherTable;
import dev.trailwise.cost.Prices;
import dev.trailwise.cost.Quote;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.EstimateText;
import dev.trailwise.output.Visible;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Decides whether a query may run: by its price, the budget, and the person at the terminal. */
final class CostGate {
    private static final String IF_IT_IS_OURS =
            "\nIf this is your CloudTrail table, set table.database and table.name in trailwise.yaml";

    private final Workspace workspace;
    private final SpendingLimits money;
    private final Supplier<Budget> budgets;
    private Budget budget;

    /** @param budgets the budget as it is at the time: a person takes time to answer, and other queries run meanwhile */
    CostGate(Workspace workspace, SpendingLimits money, Supplier<Budget> budgets) {
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
    void admit(Quote quote) {
        Estimate estimate = quote.estimate();
        String listed = StaleSizes.listed(workspace, estimate)
                .map(then -> "; sizes listed " + EstimateText.day(then) + " or later, --refresh lists them again")
                .orElse("");
        workspace.messages().info(EstimateText.summary(estimate) + listed);
        ScanPrice price = estimate.prices().scan();
        if (price.assumed()) {
            workspace
                    .messages()
                    .info("the price is assumed: " + Visible.text(price.source())
                            + "; 'trailwise prices --refresh' asks AWS");
        }
        if (!estimate.others().isEmpty()) {
            workspace.messages().info(countedWhole(estimate.others()));
        }
        Decision decision = budget.decide(quote);
        check(decision);
        boolean asked = !quote.others().unpriced().isEmpty()
                && allowUnpriced(unknownTables(quote.others().unpriced()), ExitCode.OVER_BUDGET, estimate);
        if (!asked && decision instanceof Decision.Ask ask) {
            confirm("It costs " + ask.cost() + ", more than " + ask.confirmAbove() + " (cost.confirm_above).");
            asked = true;
        }
        if (asked) {
            check(budget.decide(quote));
        }
    }

    private static void check(Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            throw refused.failure();
        }
    }

    private static String countedWhole(List<OtherTable> tables) {
        String names = tables.stream().map(OtherTable::name).collect(Collectors.joining(", "));
        return Visible.text(names) + (tables.size() == 1 ? " is" : " are")
                + " counted whole: Trailwise adds no account, Region or day predicates to it." + IF_IT_IS_OURS;
    }

    private static String unknownTables(List<String> tables) {
        String names = Visible.text(String.join(", ", tables));
        return "Trailwise does not know the size of " + names + ", and adds no account, Region or day predicates to it."
                + IF_IT_IS_OURS;
    }

    /**
     * Allows a query whose sizes may not be listed, as {@link #allowUnpriced} does.
     *
     * @throws Failure when nobody set a limit or agreed
     */
    void allowUnlisted(Denied why, Prices prices) {
        checkLeft(why, prices);
        if (allowUnpriced(why.getMessage(), ExitCode.ACCESS, none(prices))) {
            checkLeft(why, prices);
        }
    }

    private void checkLeft(Denied why, Prices prices) {
        if (cutoff(none(prices)).filter(Bytes.ZERO::equals).isPresent()) {
            throw new Failure(ExitCode.OVER_BUDGET, "over budget: today's queries have used up cost.max_per_day", why);
        }
    }

    /**
     * Allows a query of unknown price when somebody set a limit for it: {@code --max-scan}, {@code --max-cost} or
     * {@code --yes}, or a yes at the terminal. It is stopped at the budget in any case.
     *
     * @return whether a person was asked
     * @throws Failure when nobody set a limit or agreed
     */
    private boolean allowUnpriced(String why, ExitCode otherwise, Estimate known) {
        boolean limited = money.areSet();
        if (!limited && !new Prompt(workspace.console()).possible()) {
            throw new Failure(
                    otherwise, "no estimate: " + why + "\nTo run it without one, set a limit: --max-scan 2GB");
        }
        String stop = cutoff(known)
                .map(bytes -> "\nThe query is stopped when it has scanned more than " + bytes)
                .orElse("");
        workspace.messages().warning("no estimate: " + why + stop);
        if (!limited) {
            confirm("The price of this query is not known.");
        }
        return !limited;
    }

    /** How much the query may have scanned when it has to be stopped. */
    Optional<Bytes> cutoff(Estimate estimate) {
        return budget.cutoff(estimate);
    }

    /** An estimate of a query that is not known to read anything. */
    static Estimate none(Prices prices) {
        return new Estimate(
                List.of(),
                List.of(),
                prices,
                Exactness.UPPER_BOUND,
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
                    reason + " There is no terminal to ask at, so nothing was run: give --yes to run it");
        }
        prompt.confirm(reason + " Run it?");
        budget = budgets.get();
    }
}
