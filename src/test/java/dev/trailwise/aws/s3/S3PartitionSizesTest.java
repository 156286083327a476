package dev.trailwise.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Parallel;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Inventory;
import dev.trailwise.cost.PartitionRange;
import dev.trailwise.cost.PartitionSize;
import dev.trailwise.engine.ListingProgress;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.testing.aws.ListingS3;
import dev.trailwise.testing.aws.ListingS3.Fault;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Organization;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class S3PartitionSizesTest {
    private static final LogDay TODAY = new LogDay(LocalDate.parse("2026-11-22"));
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final AccountId OTHER = new AccountId("444455556666");
    private static final Region US = Region.US_EAST_1;
    private static final Region EU = new Region("eu-central-1");
    private static final TrailLayout LAYOUT =
            TrailLayout.ofOrganization("audit logs/é", new Organization("o-exampleorg1"));

    private final ListingS3 s3 = new ListingS3();
    private final AwsClients clients = new AwsClients(s3.environment(), null, Optional.empty());
    private final AtomicLong reported = new AtomicLong();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        clients.close();
        s3.close();
    }

    @Test
    void what_athena_skips_is_not_counted_but_for_the_archived_files() {
        Partition partition = new Partition(ACCOUNT, US, TODAY);
        String day = LAYOUT.prefix(partition);
        s3.put(day + "a.json.gz", 10)
                .put(day + "deeper/b.json.gz", 20)
                .put(day + "c.json.gz", 40, "INTELLIGENT_TIERING")
                .put(day + "_temporary", 1000)
                .put(day + ".hidden", 1000)
                .put(day + "d.json.gz", 1000, "GLACIER")
                .put(day + "e.json.gz", 1000, "DEEP_ARCHIVE")
                .put(day, 0)
                .put(LAYOUT.of(LogKind.DIGEST).prefix(partition) + "digest.json.gz", 1000)
                .put(LAYOUT.regionPrefix(ACCOUNT, US) + "stray.json.gz", 1000)
                .put(LAYOUT.regionPrefix(ACCOUNT, US) + "2026/13/01/x.json.gz", 1000);
        assertThat(sizes().of(LogFolders.of(LogKind.EVENTS), days(5, 0)).sizes())
                .containsExactly(new PartitionSize(partition, 3, new Bytes(70), 2));
    }

    @Test
    void days_that_the_table_does_not_have_are_not_counted() {
        put(ACCOUNT, US, -1, 1, 10);
        put(ACCOUNT, US, 3, 1, 100);
        put(ACCOUNT, US, 9, 1, 1000);
        SizedTrail trail =
                new SizedTrail("b", LAYOUT, false, new TreeSet<>(), new TreeSet<>(), Optional.of(TODAY.plusDays(-5)));
        Inventory inventory = sizes(trail, TODAY, false).of(LogFolders.of(LogKind.EVENTS), days(30, -5));
        assertThat(inventory.days()).contains(new DayRange(TODAY.plusDays(-5), TODAY));
        assertThat(bytes(inventory)).isEqualTo(100);
    }

    @Test
    void a_range_without_days_that_the_table_has_asks_nothing() {
        Inventory inventory = sizes().of(LogFolders.of(LogKind.EVENTS), days(-1, -5));
        assertThat(inventory.days()).isEmpty();
        assertThat(inventory.sizes()).isEmpty();
        assertThat(s3.calls()).isEmpty();
    }

    @Test
    void accounts_and_regions_that_are_named_are_not_searched_for() {
        put(ACCOUNT, US, 0, 1, 10);
        put(OTHER, EU, 0, 1, 10);
        PartitionRange narrow = new PartitionRange(
                new TreeSet<>(Set.of(ACCOUNT)),
                new TreeSet<>(Set.of(US)),
                days(0, 0).days());
        Inventory inventory = sizes().of(LogFolders.of(LogKind.EVENTS), narrow);
        assertThat(bytes(inventory)).isEqualTo(10);
        assertThat(s3.calls())
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .doesNotContainKey("delimiter")
                        .containsEntry("prefix", LAYOUT.prefix(new Partition(ACCOUNT, US, TODAY))));
    }

    @Test
    void closed_days_are_listed_once_and_newer_ones_each_time() {
        IntStream.range(0, 10).forEach(ago -> put(ACCOUNT, US, ago, 2, 10));
        assertThat(bytes(sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 0)))).isEqualTo(200);
        put(ACCOUNT, US, 9, 3, 10);
        put(ACCOUNT, US, 2, 3, 10);
        s3.forgetCalls();
        assertThat(bytes(sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 0)))).isEqualTo(210);
        assertThat(listings())
                .singleElement()
                .satisfies(call -> assertThat(call.get("start-after")).endsWith("2026/11/20"));
        assertThat(bytes(sizes(trail(), TODAY, true).of(LogFolders.of(LogKind.EVENTS), days(9, 0))))
                .as("with --refresh")
                .isEqualTo(220);
    }

    @Test
    void what_is_known_of_closed_days_costs_no_call_and_says_how_old_it_is() {
        IntStream.range(0, 10).forEach(ago -> put(ACCOUNT, US, ago, 2, 10));
        Inventory first = sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 3));
        s3.forgetCalls();
        Inventory later = sizes(trail(), TODAY.plusDays(3), false).of(LogFolders.of(LogKind.EVENTS), days(9, 3));
        assertThat(s3.calls()).isEmpty();
        assertThat(later.sizes()).isEqualTo(first.sizes());
        assertThat(later.asOf()).isEqualTo(noon(TODAY));
        assertThat(later.listRequests()).isZero();
    }

    @Test
    void a_day_that_was_still_open_when_it_was_listed_is_listed_again_when_it_is_closed() {
        put(ACCOUNT, US, 1, 2, 10);
        sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 0));
        put(ACCOUNT, US, 1, 5, 10);
        assertThat(bytes(sizes(trail(), TODAY.plusDays(20), false).of(LogFolders.of(LogKind.EVENTS), days(9, 0))))
                .isEqualTo(50);
    }

    @Test
    void a_new_account_is_found_although_older_days_are_known() {
        put(ACCOUNT, US, 0, 1, 10);
        sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 0));
        put(OTHER, EU, 0, 1, 100);
        assertThat(bytes(sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 0)))).isEqualTo(110);
    }

    @Test
    void damaged_and_foreign_files_are_listed_anew() throws IOException {
        IntStream.range(0, 10).forEach(ago -> put(ACCOUNT, US, ago, 2, 10));
        Inventory whole = sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 3));
        Path file = onlyFile();
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(good, length));
            assertThat(sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 3)).sizes())
                    .as("cut to %d bytes", length)
                    .isEqualTo(whole.sizes());
        }
        byte[] flipped = good.clone();
        flipped[good.length - 12] ^= 1;
        Files.write(file, flipped);
        assertThat(sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 3)).sizes())
                .isEqualTo(whole.sizes());
        assertThat(Files.readAllBytes(file)).isEqualTo(good);
    }

    @Test
    void several_processes_may_write_at_once() throws IOException {
        IntStream.range(0, 10).forEach(ago -> put(ACCOUNT, US, ago, 2, 10));
        List<Integer> starts = IntStream.range(3, 10).boxed().toList();
        List<Long> sums =
                Parallel.map(starts, start -> bytes(sizes().of(LogFolders.of(LogKind.EVENTS), days(start, 3))));
        assertThat(sums)
                .isEqualTo(starts.stream().map(start -> (start - 2) * 20L).toList());
        assertThat(bytes(sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 3)))).isEqualTo(140);
        onlyFile();
    }

    @Test
    void a_folder_that_cannot_be_written_only_means_listing_again() throws IOException {
        put(ACCOUNT, US, 5, 1, 10);
        Path blocked = Files.writeString(folder.resolve("file"), "");
        AtomicInteger notKept = new AtomicInteger();
        ListingProgress progress = new ListingProgress() {
            @Override
            public void listed(long objects, long requests) {}

            @Override
            public void notKept(String reason) {
                notKept.incrementAndGet();
            }
        };
        S3PartitionSizes sizes = new S3PartitionSizes(clients, trail(), blocked, clock(TODAY), false, progress);
        assertThat(bytes(sizes.of(LogFolders.of(LogKind.EVENTS), days(9, 0)))).isEqualTo(10);
        assertThat(notKept).hasValue(1);
    }

    @Test
    void long_listings_take_hardly_more_calls_than_they_must() {
        for (int ago = 0; ago < 40; ago++) {
            put(ACCOUNT, US, ago, 1_500, 10);
        }
        put(ACCOUNT, EU, 7, 1, 10);
        Inventory inventory = sizes().of(LogFolders.of(LogKind.EVENTS), days(39, 0));
        assertThat(bytes(inventory)).isEqualTo(40 * 1_500 * 10 + 10);
        int discovery = 2;
        int least = discovery + 60 + 1;
        assertThat(s3.calls().size()).isBetween(least, least + least / 10);
        assertThat(inventory.listRequests()).isEqualTo(s3.calls().size());
        assertThat(s3.calls()).allMatch(call -> call.getOrDefault("prefix", "").endsWith("/"));
    }

    @Test
    void a_gap_that_holds_little_is_walked_through() {
        for (int ago = 3; ago < 20; ago++) {
            put(ACCOUNT, US, ago, ago == 15 ? 5_000 : 10, 10);
        }
        sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 8));
        sizes().of(LogFolders.of(LogKind.EVENTS), days(15, 15));
        s3.forgetCalls();
        assertThat(bytes(sizes().of(LogFolders.of(LogKind.EVENTS), days(19, 3))))
                .isEqualTo(16 * 100 + 50_000);
        assertThat(listings()).as("one before day 15 ago, one after").hasSize(2);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 12).boxed();
    }

    /** The law of all estimates: whatever was asked before, sizes are those of a plain sum over all keys. */
    @ParameterizedTest
    @MethodSource("seeds")
    void sizes_are_those_of_a_plain_sum(int seed) {
        Random random = new Random(seed);
        SortedMap<Partition, PartitionSize> truth = new TreeMap<>();
        for (int accountRegion = 0; accountRegion < 4; accountRegion++) {
            for (int ago = 0; ago < 30; ago++) {
                int count = random.nextInt(3) == 0 ? 0 : random.nextInt(accountRegion == 0 ? 900 : 30);
                AccountId account = accountRegion < 2 ? ACCOUNT : OTHER;
                Region region = accountRegion % 2 == 0 ? US : EU;
                put(account, region, ago, count, 1 + ago);
                if (count > 0) {
                    Partition partition = new Partition(account, region, TODAY.plusDays(-ago));
                    truth.put(partition, new PartitionSize(partition, count, new Bytes(count * (1L + ago))));
                }
            }
        }
        for (int question = 0; question < 4; question++) {
            int to = random.nextInt(30);
            PartitionRange range = new PartitionRange(
                    random.nextBoolean() ? new TreeSet<>(Set.of(ACCOUNT)) : new TreeSet<>(),
                    random.nextInt(3) == 0 ? new TreeSet<>(Set.of(EU)) : new TreeSet<>(),
                    days(to + random.nextInt(30 - to), to).days());
            List<PartitionSize> expected = truth.values().stream()
                    .filter(size -> range.covers(size.partition()))
                    .toList();
            List<PartitionSize> measured = sizes().of(LogFolders.of(LogKind.EVENTS), range).sizes().stream()
                    .filter(size -> range.covers(size.partition()))
                    .toList();
            assertThat(measured).as("seed %d, question %d", seed, question).isEqualTo(expected);
        }
    }

    @Test
    void a_storm_of_slow_down_is_ridden_out() {
        IntStream.range(0, 30).forEach(ago -> put(ACCOUNT, US, ago, 100, 10));
        IntStream.range(0, 30).forEach(ago -> put(OTHER, EU, ago, 100, 10));
        AtomicInteger calls = new AtomicInteger();
        s3.faults(call -> calls.incrementAndGet() % 3 == 0 ? Fault.error(503, "SlowDown") : Optional.empty());
        assertThat(bytes(sizes().of(LogFolders.of(LogKind.EVENTS), days(29, 0))))
                .isEqualTo(60_000);
    }

    @Test
    void errors_and_cuts_in_between_are_tried_again() {
        IntStream.range(0, 5).forEach(ago -> put(ACCOUNT, US, ago, 1_000, 10));
        AtomicInteger calls = new AtomicInteger();
        s3.faults(call -> switch (calls.incrementAndGet()) {
            case 1 -> Fault.error(500, "InternalError");
            case 3 -> Fault.error(503, "ServiceUnavailable");
            case 5, 7 -> Fault.cutOff();
            default -> Optional.empty();
        });
        assertThat(bytes(sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 0)))).isEqualTo(50_000);
    }

    @Test
    void a_service_that_stays_away_fails_the_whole_but_what_was_listed_is_kept() {
        put(ACCOUNT, US, 5, 1, 10);
        put(OTHER, EU, 5, 1, 10);
        s3.faults(call -> call.getOrDefault("prefix", "").contains(OTHER.digits()) && !call.containsKey("delimiter")
                ? Fault.error(503, "ServiceUnavailable")
                : Optional.empty());
        assertThatThrownBy(() -> sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 3)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE));
        s3.faults(call -> Optional.empty());
        s3.forgetCalls();
        assertThat(bytes(sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 3)))).isEqualTo(20);
        assertThat(listings())
                .singleElement()
                .satisfies(call -> assertThat(call.get("prefix")).contains(OTHER.digits()));
    }

    @Test
    void a_missing_permission_is_named() {
        put(ACCOUNT, US, 0, 1, 10);
        s3.faults(call -> Fault.error(403, "AccessDenied"));
        assertThatThrownBy(() -> sizes().of(LogFolders.of(LogKind.EVENTS), days(9, 0)))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.exitCode()).isEqualTo(ExitCode.ACCESS);
                    assertThat(failure).hasMessageContaining("s3:ListBucket").hasMessageContaining("s3://b");
                });
    }

    @Test
    void a_listing_that_takes_long_tells_how_it_comes_along() {
        IntStream.range(0, 5).forEach(ago -> put(ACCOUNT, US, ago, 600, 10));
        s3.faults(call -> Fault.slow(400));
        Clock real = Clock.offset(Clock.systemUTC(), java.time.Duration.between(Instant.now(), noon(TODAY)));
        ListingProgress progress = new ListingProgress() {
            @Override
            public void listed(long objects, long requests) {
                reported.set(objects);
            }

            @Override
            public void notKept(String reason) {}
        };
        new S3PartitionSizes(clients, trail(), folder, real, false, progress)
                .of(LogFolders.of(LogKind.EVENTS), days(9, 0));
        assertThat(reported).hasPositiveValue();
    }

    private S3PartitionSizes sizes() {
        return sizes(trail(), TODAY, false);
    }

    private S3PartitionSizes sizes(SizedTrail trail, LogDay today, boolean refresh) {
        return new S3PartitionSizes(clients, trail, folder, clock(today), refresh, ListingProgress.NONE);
    }

    private static SizedTrail trail() {
        return new SizedTrail("b", LAYOUT, false, new TreeSet<>(), new TreeSet<>(), Optional.empty());
    }

    private static Clock clock(LogDay day) {
        return Clock.fixed(noon(day), ZoneOffset.UTC);
    }

    private static Instant noon(LogDay day) {
        return day.date().atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** From that many days ago to that many. */
    private static PartitionRange days(int from, int to) {
        return new PartitionRange(
                new TreeSet<>(), new TreeSet<>(), new DayRange(TODAY.plusDays(-from), TODAY.plusDays(-to)));
    }

    private void put(AccountId account, Region region, int daysAgo, int count, long size) {
        Partition partition = new Partition(account, region, TODAY.plusDays(-daysAgo));
        for (int n = 0; n < count; n++) {
            s3.put(LAYOUT.prefix(partition) + String.format(Locale.ROOT, "f%06d.json.gz", n), size);
        }
    }

    private List<Map<String, String>> listings() {
        return s3.calls().stream()
                .filter(call -> !call.containsKey("delimiter"))
                .toList();
    }

    private static long bytes(Inventory inventory) {
        return inventory.sizes().stream()
                .mapToLong(size -> size.bytes().count())
                .sum();
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
