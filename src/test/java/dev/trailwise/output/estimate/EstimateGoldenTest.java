package dev.trailwise.output.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cli.option.NoticeText;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Inventories;
import dev.trailwise.cost.Narrowings;
import dev.trailwise.cost.PriceList;
import dev.trailwise.cost.Quote;
import dev.trailwise.testing.Golden;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EstimateGoldenTest {
    private static final Scope SCOPE = new Scope(
            new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-10T00:00:00Z")),
            new TreeSet<>(),
            new TreeSet<>(List.of(new Region("eu-central-1"), Region.US_EAST_1)),
            1);

    @Test
    void people_read_aligned_lines_of_80_columns() {
        Quote exact = Inventories.quote(Optional.empty(), false);
        Quote growing = Inventories.quote(Optional.of(new LogDay(LocalDate.parse("2026-11-10"))), true);
        Quote assumed = new Quote(
                List.of(growing.scans().get(0), growing.scans().get(0)),
                growing.inventories(),
                PriceList.bundled().of(new Region("ap-southeast-7")),
                true);
        List<String> lines = Stream.of(exact, growing, assumed)
                .flatMap(quote -> Stream.concat(
                        EstimateText.lines(quote.estimate(), Narrowings.hints(quote), NoticeText.ANY).stream(),
                        Stream.of("", EstimateText.summary(quote.estimate()), "")))
                .toList();
        Golden.assertMatches("cost/estimate.txt", String.join("\n", lines));
        assertThat(lines).allMatch(line -> line.length() <= 80);
    }

    @Test
    void programs_read_one_json_object() {
        Estimate estimate = Inventories.quote(Optional.empty(), true).estimate();
        Golden.assertMatches(
                "cost/estimate.json",
                EstimateJson.text("athena", SCOPE, estimate, "SELECT 'a\u001b[2J' FROM t\nLIMIT 5") + "\n");
    }
}
