package dev.trailwise.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.config.CostSettings;
import dev.trailwise.cost.Budget;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Limit;
import dev.trailwise.cost.Usd;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyOptionsTest {
    private static final CostSettings SETTINGS =
            new CostSettings(Usd.parse("1"), Optional.of(Usd.parse("10")), Usd.parse("0.05"), Optional.empty());

    @Test
    void without_flags_the_settings_are_the_budget() {
        assertThat(new MoneyOptions().limits().budget(SETTINGS, Usd.parse("3")))
                .isEqualTo(new Budget(
                        List.of(
                                new Limit.Partitions(),
                                new Limit.PerQuery(Usd.parse("1"), "cost.max_per_query"),
                                new Limit.PerDay(Usd.parse("10"), Usd.parse("3"), "cost.max_per_day")),
                        Optional.of(Usd.parse("0.05"))));
    }

    @Test
    void flags_take_the_place_of_a_querys_limit_and_of_the_question_but_not_of_the_days_limit() {
        MoneyOptions options = new MoneyOptions();
        options.maxCost = Usd.parse("2");
        options.maxScan = Bytes.parse("1GB");
        options.yes = true;
        assertThat(options.limits().budget(SETTINGS, Usd.ZERO))
                .isEqualTo(new Budget(
                        List.of(
                                new Limit.Partitions(),
                                new Limit.PerQuery(Usd.parse("2"), "--max-cost"),
                                new Limit.Scanned(Bytes.parse("1GB"), "--max-scan"),
                                new Limit.PerDay(Usd.parse("10"), Usd.ZERO, "cost.max_per_day")),
                        Optional.empty()));
    }
}
