package dev.trailwise.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cli.option.NoticeText;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.testing.Golden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final Quote quote = Inventories.quote(Optional.empty(), false);

    @Test
    void without_limits_anything_goes() {
        assertThat(Budget.unlimited().decide(quote)).isEqualTo(new Decision.Allowed());
        assertThat(Budget.unlimited().cutoff(quote.estimate())).isEmpty();
    }

    @Test
    void a_price_above_the_threshold_is_asked_about() {
        Budget budget = new Budget(List.of(), Optional.of(Usd.parse("0.05")));
        assertThat(budget.decide(quote))
                .isEqualTo(new Decision.Confirm(quote.estimate().total(), Usd.parse("0.05")));
    }

    @Test
    void a_price_at_the_limit_is_allowed() {
        Usd exactly = quote.estimate().total();
        assertThat(budget(new Limit.PerQuery(exactly, "--max-cost")).decide(quote))
                .isEqualTo(new Decision.Allowed());
    }

    @Test
    void a_query_above_a_limit_is_refused_with_the_ways_to_narrow_it_and_what_would_allow_it() {
        Budget budget = budget(
                new Limit.PerQuery(Usd.parse("0.50"), "cost.max_per_query"),
                new Limit.Scanned(Bytes.parse("120GB"), "--max-scan"));
        Decision decision = budget.decide(quote);
        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(new OverBudget(refused).exitCode()).isEqualTo(ExitCode.OVER_BUDGET);
            Golden.assertMatches("cost/refused.txt", NoticeText.ANY.apply(new OverBudget(refused).notice()) + "\n");
        });
    }

    @Test
    void the_remedy_that_is_named_is_enough() {
        Limit strict = new Limit.PerQuery(Usd.parse("0.001"), "cost.max_per_query");
        String raised = value(strict, FlagName.MAX_COST);
        assertThat(new Limit.PerQuery(Usd.parse(raised), "--max-cost").allows(quote.estimate()))
                .isTrue();
        Limit small = new Limit.Scanned(Bytes.ZERO, "--max-scan");
        String wider = value(small, FlagName.MAX_SCAN);
        assertThat(new Limit.Scanned(Bytes.parse(wider), "--max-scan").allows(quote.estimate()))
                .isTrue();
    }

    private String value(Limit limit, FlagName flag) {
        Remedy remedy = limit.remedy(quote.estimate(), "allows it").orElseThrow();
        Remedy.Argument argument = ((Remedy.Flag) remedy).arguments().get(0);
        assertThat(argument.flag()).isEqualTo(flag);
        return argument.value().orElse("");
    }

    @Test
    void more_partitions_than_athena_reads_in_a_scan_cannot_be_allowed() {
        ScanEstimate most = new ScanEstimate(quote.scans().get(0), 1_000_000, 1, 1, Bytes.ZERO, false, 1);
        ScanEstimate more = new ScanEstimate(quote.scans().get(0), 1_000_001, 1, 1, Bytes.ZERO, false, 1);
        Limit.Partitions limit = new Limit.Partitions();
        assertThat(limit.allows(of(most))).isTrue();
        assertThat(limit.allows(of(more))).isFalse();
        assertThat(limit.excess(of(more))).contains("1,000,001 partitions", "at most 1,000,000");
        assertThat(limit.remedy(of(more), "")).isEmpty();
    }

    private Estimate of(ScanEstimate scan) {
        return new Estimate(
                List.of(scan),
                List.of(),
                quote.prices(),
                Precision.EXACT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Test
    void what_was_spent_today_counts_against_the_day() {
        Usd cost = quote.estimate().total();
        Limit spare = new Limit.PerDay(cost.plus(Usd.parse("3")), Usd.parse("3"), "cost.max_per_day");
        Limit scarce = new Limit.PerDay(cost.plus(Usd.parse("3")), Usd.parse("3.01"), "cost.max_per_day");
        assertThat(spare.allows(quote.estimate())).isTrue();
        assertThat(budget(scarce).decide(quote))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("today's have cost $3.01", "cost.max_per_day"));
    }

    @Test
    void a_running_query_is_stopped_where_the_money_ends() {
        Estimate estimate = quote.estimate();
        Usd most = estimate.requestCost().plus(Usd.parse("0.5"));
        assertThat(budget(new Limit.PerQuery(most, "--max-cost")).cutoff(estimate))
                .contains(Bytes.parse("100GB"));
        assertThat(budget(new Limit.PerQuery(most, "--max-cost"), new Limit.Scanned(Bytes.parse("1GB"), "--max-scan"))
                        .cutoff(estimate))
                .contains(Bytes.parse("1GB"));
        assertThat(budget(new Limit.PerDay(Usd.parse("1"), Usd.parse("2"), "cost.max_per_day"))
                        .cutoff(estimate))
                .contains(Bytes.ZERO);
    }

    private static Budget budget(Limit... limits) {
        return new Budget(List.of(limits), Optional.empty());
    }
}
