package dev.trailwise.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sql.scan.TableScan;
import dev.trailwise.sql.text.Position;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EstimateLawsTest {
    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_counts_every_file_of_every_scan(int seed) {
        Random random = new Random(seed);
        Inventory inventory = Inventories.random(random);
        List<Scan> scans = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(n -> new Scan(
                        "t" + n,
                        LogFolders.of(LogKind.EVENTS),
                        List.of(range(random)),
                        pruning(random),
                        1 + random.nextInt(3)))
                .toList();
        Estimate estimate = quote(inventory, scans).estimate();
        long objects = 0;
        long bytes = 0;
        for (Scan scan : scans) {
            for (PartitionSize size : inventory.sizes()) {
                if (scan.ranges().get(0).covers(size.partition())
                        && scan.pruning().read(size.partition()) != TableScan.Read.NO) {
                    objects += scan.times() * size.objects();
                    bytes += size.objects() == 0
                            ? 0
                            : scan.times() * size.bytes().count();
                }
            }
        }
        assertThat(estimate.objects()).as("seed %d", seed).isEqualTo(objects);
        assertThat(estimate.bytes()).as("seed %d", seed).isEqualTo(new Bytes(bytes));
        assertThat(estimate.billed()).as("seed %d", seed).isGreaterThanOrEqualTo(new Bytes(bytes));
        assertThat(estimate.listRequests()).as("seed %d", seed).isGreaterThanOrEqualTo(estimate.partitions());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_narrower_query_never_costs_more(int seed) {
        Random random = new Random(seed);
        Inventory inventory = Inventories.random(random);
        Quote wide = quote(inventory, List.of(new Scan("t", LogFolders.of(LogKind.EVENTS), range(random))));
        Estimate narrow = wide.within(range(random)).estimate();
        assertThat(narrow.bytes())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(wide.estimate().bytes());
        assertThat(narrow.total())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(wide.estimate().total());
        assertThat(narrow.partitions())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(wide.estimate().partitions());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_ways_to_narrow_keep_to_the_budget_or_there_is_none_that_does(int seed) {
        Random random = new Random(seed);
        Quote quote =
                quote(Inventories.random(random), List.of(new Scan("t", LogFolders.of(LogKind.EVENTS), range(random))));
        Usd most = new Usd(quote.estimate().total().amount().multiply(new BigDecimal("0.4")));
        Budget budget = new Budget(List.of(new Limit.PerQuery(most, "--max-cost")), java.util.Optional.empty());
        if (budget.decide(quote) instanceof Decision.Refused refused) {
            List<Usd> prices =
                    refused.ways().stream().map(way -> way.estimate().total()).toList();
            assertThat(prices).as("seed %d", seed).isSorted().hasSizeLessThanOrEqualTo(3);
            assertThat(prices)
                    .as("seed %d", seed)
                    .allMatch(price -> price.compareTo(quote.estimate().total()) <= 0);
            boolean someFit = prices.stream().anyMatch(price -> price.compareTo(most) <= 0);
            assertThat(prices).as("seed %d", seed).allMatch(price -> !someFit || price.compareTo(most) <= 0);
        }
    }

    private static Quote quote(Inventory inventory, List<Scan> scans) {
        return new Quote(
                scans, Map.of(LogFolders.of(LogKind.EVENTS), inventory), Inventories.prices(Inventories.US), false);
    }

    private static Pruning pruning(Random random) {
        int wanted = random.nextInt(4);
        TableScan.Conditions conditions = partition -> leavesOut(partition.get("account"), 11, 4, wanted)
                        || leavesOut(partition.get("region"), 8, 3, wanted)
                        || leavesOut(partition.get("day"), 9, 3, wanted)
                ? TableScan.Read.NO
                : TableScan.Read.YES;
        return random.nextBoolean()
                ? Pruning.NONE
                : Pruning.of(new TableScan(
                        new TableName("db", "t"),
                        new Position(1, 1),
                        conditions,
                        Optional.empty(),
                        false,
                        true,
                        Map.of()));
    }

    private static boolean leavesOut(@Nullable String value, int at, int modulus, int wanted) {
        return value != null && value.charAt(at) % modulus == wanted;
    }

    private static PartitionRange range(Random random) {
        SortedSet<AccountId> accounts = new TreeSet<>();
        SortedSet<Region> regions = new TreeSet<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            accounts.add(new AccountId("11112222333" + random.nextInt(5)));
            regions.add(new Region("eu-west-" + (1 + random.nextInt(5))));
        }
        int first = random.nextInt(15);
        return new PartitionRange(
                accounts,
                random.nextBoolean() ? regions : new TreeSet<>(),
                new DayRange(
                        Inventories.DAY.plusDays(first), Inventories.DAY.plusDays(first + (long) random.nextInt(15))));
    }
}
