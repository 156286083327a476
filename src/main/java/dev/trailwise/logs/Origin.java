package dev.trailwise.logs;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where an event belongs: account, region and day. From the path of its file where that tells; else the account that
 * received the event or whose identity it shows, its own Region, and the day of its time. Collects what it saw.
 */
final class Origin {
    private static final int MOST = 1000;

    private final Plan plan;
    private boolean known;
    private byte @Nullable [] account;
    private byte @Nullable [] region;
    private byte @Nullable [] day;
    private Set<AccountId> accounts = Set.of();
    private Set<Region> regions = Set.of();
    private Set<LogDay> days = Set.of();

    Origin(Plan plan) {
        this.plan = plan;
    }

    /** Begins a file. */
    void begin(Optional<LogKey> key) {
        known = key.isPresent();
        if (known) {
            Partition partition = key.get().partition();
            account = ascii(partition.account().digits());
            region = ascii(partition.region().code());
            day = ascii(partition.day().partitionValue());
            accounts = Set.of(partition.account());
            regions = Set.of(partition.region());
            days = Set.of(partition.day());
        } else {
            account = null;
            region = null;
            day = null;
            accounts = new HashSet<>();
            regions = new HashSet<>();
            days = new HashSet<>();
        }
    }

    /** Looks at an event. */
    void see(Slicer event) {
        if (known) {
            return;
        }
        int slot = isText(event, plan.recipientAccount) ? plan.recipientAccount : plan.userAccount;
        account = next(account, event, slot, accounts, AccountId::tryParse);
        region = next(region, event, plan.awsRegion, regions, Region::tryParse);
        byte[] seen = EventTime.day(event, plan.time);
        if (!Arrays.equals(day, seen)) {
            day = seen;
            if (seen != null && days.size() < MOST) {
                String text = new String(seen, StandardCharsets.US_ASCII);
                LogDay.tryParse(text.substring(0, 4), text.substring(5, 7), text.substring(8))
                        .ifPresent(days::add);
            }
        }
    }

    private static boolean isText(Slicer event, int slot) {
        return event.from[slot] >= 0 && event.bytes[event.from[slot]] == '"';
    }

    private static <T> byte @Nullable [] next(
            byte @Nullable [] before, Slicer event, int slot, Set<T> seen, Function<String, Optional<T>> parse) {
        if (!isText(event, slot)) {
            return null;
        }
        int from = event.from[slot] + 1;
        int to = event.to[slot] - 1;
        if (before != null && Arrays.equals(before, 0, before.length, event.bytes, from, to)) {
            return before;
        }
        TextBuffer text = new TextBuffer();
        text.unescaped(event.bytes, from, to);
        byte[] value = text.copy();
        if (seen.size() < MOST) {
            parse.apply(new String(value, StandardCharsets.UTF_8)).ifPresent(seen::add);
        }
        return value;
    }

    /** The value of a partition column for the event that was looked at last. */
    byte @Nullable [] value(String column) {
        return switch (column) {
            case "account" -> account;
            case "region" -> region;
            default -> day;
        };
    }

    Set<AccountId> accounts() {
        return Set.copyOf(accounts);
    }

    Set<Region> regions() {
        return Set.copyOf(regions);
    }

    Set<LogDay> days() {
        return Set.copyOf(days);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
