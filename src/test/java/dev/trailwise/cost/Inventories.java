package dev.trailwise.cost;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Sizes of made-up trails. */
public final class Inventories {
    public static final Instant NOW = Instant.parse("2026-11-22T07:30:00Z");
    static final Region US = new Region("us-east-1");
    static final Region EU = new Region("eu-central-1");
    static final AccountId FIRST = new AccountId("111122223333");
    static final AccountId SECOND = new AccountId("444455556666");
    static final LogDay DAY = new LogDay(LocalDate.parse("2026-11-01"));

    private Inventories() {}

    static PartitionSize size(AccountId account, Region region, LogDay day, long objects, long bytes) {
        return new PartitionSize(new Partition(account, region, day), objects, new Bytes(bytes));
    }

    /** All accounts, all Regions, from the first day of November 2026 to that one. */
    static PartitionRange november(int lastDay) {
        return new PartitionRange(
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                new DayRange(DAY, DAY.plusDays(lastDay - 1L)));
    }

    static SortedSet<Region> regions(String... codes) {
        SortedSet<Region> regions = new TreeSet<>();
        for (String code : codes) {
            regions.add(new Region(code));
        }
        return regions;
    }

    /** Ten days of two accounts in two Regions; eu-central-1 holds nine tenths of the bytes. */
    static Inventory organization(Optional<LogDay> growingFrom) {
        List<PartitionSize> sizes = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            for (AccountId account : List.of(FIRST, SECOND)) {
                sizes.add(size(account, US, DAY.plusDays(day), 100, 1_000_000_000L));
                sizes.add(size(account, EU, DAY.plusDays(day), 1_500, 9_000_000_000L));
            }
        }
        return inventory(sizes, november(10).days(), growingFrom);
    }

    static Inventory inventory(List<PartitionSize> sizes, DayRange days, Optional<LogDay> growingFrom) {
        SortedSet<AccountId> accounts = new TreeSet<>();
        SortedSet<Region> regions = new TreeSet<>();
        sizes.forEach(size -> accounts.add(size.partition().account()));
        sizes.forEach(size -> regions.add(size.partition().region()));
        return new Inventory(accounts, regions, Optional.of(days), sizes, growingFrom, Inventory.Unplaced.NONE, NOW, 0);
    }

    /** A query over one scan of ten days of that organization. */
    public static Quote quote(Optional<LogDay> growingFrom, boolean mayStopEarly) {
        Scan scan = new Scan("cloudtrail", LogFolders.of(LogKind.EVENTS), november(10));
        return new Quote(
                List.of(scan),
                Map.of(LogFolders.of(LogKind.EVENTS), organization(growingFrom)),
                prices(US),
                mayStopEarly);
    }

    static Prices prices(Region region) {
        return PriceList.bundled().of(region);
    }

    /** Sizes of up to five accounts, five Regions and twenty days, with gaps. */
    static Inventory random(Random random) {
        List<PartitionSize> sizes = new ArrayList<>();
        int accounts = 1 + random.nextInt(5);
        int regions = 1 + random.nextInt(5);
        int days = 1 + random.nextInt(20);
        for (int account = 0; account < accounts; account++) {
            for (int region = 0; region < regions; region++) {
                for (int day = 0; day < days; day++) {
                    if (random.nextInt(3) > 0) {
                        sizes.add(size(
                                new AccountId("11112222333" + account),
                                new Region("eu-west-" + (region + 1)),
                                DAY.plusDays(day),
                                random.nextInt(3_000),
                                random.nextInt(2_000_000_000)));
                    }
                }
            }
        }
        return inventory(sizes, november(days).days(), Optional.empty());
    }
}
