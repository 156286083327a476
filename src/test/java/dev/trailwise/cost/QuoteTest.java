package dev.trailwise.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuoteTest {
    @Test
    void a_query_on_closed_days_that_reads_all_is_exact() {
        Estimate estimate = Inventories.quote(Optional.empty(), false).estimate();
        assertThat(estimate.precision()).isEqualTo(Precision.EXACT);
        assertThat(estimate.reasons()).isEmpty();
        assertThat(estimate.bytes()).isEqualTo(Bytes.parse("200GB"));
        assertThat(estimate.scanCost()).isEqualTo(Usd.parse("1"));
        assertThat(estimate.getRequests()).isEqualTo(32_000);
        assertThat(estimate.listRequests()).isEqualTo(60);
    }

    @Test
    void a_day_that_still_gets_files_makes_it_growing_even_with_a_limit() {
        Estimate estimate = Inventories.quote(Optional.of(Inventories.DAY.plusDays(9)), true)
                .estimate();
        assertThat(estimate.precision()).isEqualTo(Precision.GROWING);
        assertThat(estimate.reasons()).hasSize(2);
    }

    @Test
    void days_that_grow_outside_the_query_do_not_matter() {
        Estimate estimate = Inventories.quote(Optional.of(Inventories.DAY.plusDays(10)), false)
                .estimate();
        assertThat(estimate.precision()).isEqualTo(Precision.EXACT);
    }

    @Test
    void a_limit_makes_it_an_upper_bound() {
        assertThat(Inventories.quote(Optional.empty(), true).estimate().precision())
                .isEqualTo(Precision.UPPER_BOUND);
    }

    @Test
    void files_without_a_partition_are_counted_in_every_scan() {
        Inventory known = Inventories.organization(Optional.empty());
        Inventory inventory = new Inventory(
                known.accounts(),
                known.regions(),
                known.days(),
                known.sizes(),
                known.growingFrom(),
                new Inventory.Unplaced(7, new Bytes(70)),
                known.asOf(),
                0);
        Scan one = new Scan("t", LogFolders.of(LogKind.EVENTS), Inventories.november(1));
        Estimate estimate = new Quote(
                        List.of(one, one),
                        Map.of(LogFolders.of(LogKind.EVENTS), inventory),
                        Inventories.prices(Inventories.US),
                        false)
                .estimate();
        assertThat(estimate.objects()).isEqualTo(2 * (3_200 + 7));
        assertThat(estimate.precision()).isEqualTo(Precision.UPPER_BOUND);
    }

    @Test
    void ranges_that_share_nothing_scan_nothing() {
        Quote quote =
                Inventories.quote(Optional.empty(), false).within(PartitionRange.since(Inventories.DAY.plusDays(20)));
        assertThat(quote.estimate().bytes()).isEqualTo(Bytes.ZERO);
        assertThat(quote.estimate().partitions()).isZero();
        assertThat(quote.estimate().billed()).isEqualTo(Bytes.parse("10MB"));
    }

    @Test
    void each_kind_of_files_is_measured_once_over_all_that_its_scans_read() {
        Map<LogFolders, List<PartitionRange>> asked = new HashMap<>();
        PartitionSizes sizes = (folders, range) -> {
            asked.computeIfAbsent(folders, any -> new ArrayList<>()).add(range);
            return Inventories.organization(Optional.empty());
        };
        PartitionRange us =
                PartitionRange.ofRegions(Inventories.regions("us-east-1")).within(Inventories.november(3));
        PartitionRange eu =
                PartitionRange.ofRegions(Inventories.regions("eu-central-1")).within(Inventories.november(5));
        new Estimator(sizes, Inventories.prices(Inventories.US))
                .quote(
                        List.of(
                                new Scan("a", LogFolders.of(LogKind.EVENTS), us),
                                new Scan("b", LogFolders.of(LogKind.EVENTS), eu),
                                new Scan("c", LogFolders.of(LogKind.INSIGHTS), us)),
                        false);
        assertThat(asked.get(LogFolders.of(LogKind.EVENTS))).singleElement().satisfies(range -> {
            assertThat(range.regions()).containsExactly(Inventories.EU, Inventories.US);
            assertThat(range.days()).isEqualTo(Inventories.november(5).days());
        });
        assertThat(asked.get(LogFolders.of(LogKind.INSIGHTS))).containsExactly(us);
    }

    @Test
    void the_region_that_holds_most_of_the_bytes_is_hinted_at() {
        List<Narrowing> hints = Narrowings.hints(Inventories.quote(Optional.empty(), false));
        assertThat(hints.get(0).effect()).isEqualTo("leaves out eu-central-1");
        assertThat(hints.get(0).argument()).isEqualTo(new Remedy.Argument(FlagName.REGION, "us-east-1"));
        assertThat(hints.get(0).estimate().bytes()).isEqualTo(Bytes.parse("20GB"));
    }

    @Test
    void a_cheap_query_gets_no_hints() {
        Inventory small = Inventories.inventory(
                List.of(
                        Inventories.size(Inventories.FIRST, Inventories.US, Inventories.DAY, 1, 10),
                        Inventories.size(Inventories.FIRST, Inventories.EU, Inventories.DAY, 1, 1_000_000)),
                Inventories.november(1).days(),
                Optional.empty());
        Quote quote = new Quote(
                List.of(new Scan("t", LogFolders.of(LogKind.EVENTS), Inventories.november(1))),
                Map.of(LogFolders.of(LogKind.EVENTS), small),
                Inventories.prices(Inventories.US),
                false);
        assertThat(Narrowings.hints(quote)).isEmpty();
    }
}
