package dev.trailwise.cli;

import dev.trailwise.aws.Denied;
import dev.trailwise.cost.Budget;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Decision;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Exactness;
import dev.trailwise.cost.Prices;
import dev.trailwise.cost.Quote;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.EstimateText;
import dev.trailwise.output.Visible;
import java.util.List;
import java.util.Optional;

/** Decides whether a query may run: by its price, the budget, and the person at the terminal. */
final class Admission {
    private final Session session;
    private final MoneyOptions money;
    private final Budget budget;

    Admission(Session session, MoneyOptions money, Budget budget) {
        this.session = session;
        this.money = money;
        this.budget = budget;
    }

    /**
     * Says what the query costs, and returns when it may run.
     *
     * @throws Failure when it costs too much, or the person says no
     */
    void admit(Quote quote) {
        Estimate estimate = quote.estimate();
        session.messages().info(EstimateText.summary(estimate));
        ScanPrice price = estimate.prices().scan();
        if (price.assumed()) {
            session.messages()
                    .info("the price is assumed: " + Visible.text(price.source())
                            + "; 'trailwise prices --refresh' asks AWS");
        }
        Decision decision = budget.decide(quote);
        if (decision instanceof Decision.Refused refused) {
            throw refused.failure();
        }
        if (decision instanceof Decision.Ask ask) {
            confirm("It costs " + ask.cost() + ", more than " + ask.confirmAbove() + " (cost.confirm_above).");
        }
    }

    /**
     * Lets a query run whose price cannot be told, when somebody has said how far it may go: by {@code --max-scan},
     * {@code --max-cost} or {@code --yes}, or by a yes at the terminal. It is stopped at the budget all the same.
     *
     * @throws Failure when nobody has
     */
    void admitBlind(Denied why, Prices prices) {
        boolean said = money.maxScan != null || money.maxCost != null || money.yes;
        if (!said && !new Prompt(session).possible()) {
            throw new Failure(
                    ExitCode.ACCESS,
                    "no estimate can be made: " + why.getMessage()
                            + "\nor run it without one: --max-scan 2GB says how far it may go",
                    why);
        }
        String stop = cutoff(none(prices))
                .map(bytes -> "; the query is stopped when it has scanned more than " + bytes)
                .orElse("");
        session.messages().warning("no estimate can be made: " + why.getMessage() + stop);
        if (!said) {
            confirm("Its price is not known.");
        }
    }

    /** How much the query may have scanned when it has to be stopped. */
    Optional<Bytes> cutoff(Estimate estimate) {
        return budget.cutoff(estimate);
    }

    /** An estimate of a query that is not known to read anything. */
    static Estimate none(Prices prices) {
        return new Estimate(List.of(), prices, Exactness.UPPER_BOUND, List.of(), Optional.empty(), false);
    }

    private void confirm(String reason) {
        Prompt prompt = new Prompt(session);
        if (!prompt.possible()) {
            throw new Failure(
                    ExitCode.OVER_BUDGET,
                    reason + " There is no terminal to ask at, so nothing was run: give --yes to run it");
        }
        prompt.confirm(reason + " Run it?");
    }
}
