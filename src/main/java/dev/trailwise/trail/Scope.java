package dev.trailwise.trail;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What part of the logs a question is asked of.
 *
 * @param time the times of events
 * @param accounts the accounts; empty means all
 * @param regions the Regions; empty means all
 * @param lateDays how many delivery days after the last event day are read too, because files come late
 */
public record Scope(TimeRange time, SortedSet<AccountId> accounts, SortedSet<Region> regions, int lateDays) {
    /** One day: delivery takes minutes, so events of a day's last minutes are in the next day's folder. */
    public static final int DEFAULT_LATE_DAYS = 1;

    /** @throws IllegalArgumentException when {@code lateDays} is not between 0 and 30, how long CloudTrail retries */
    public Scope {
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
        if (lateDays < 0 || lateDays > 30) {
            throw new IllegalArgumentException("late days must be between 0 and 30, not " + lateDays);
        }
    }

    /** All accounts and Regions of a time range. */
    public static Scope of(TimeRange time) {
        return new Scope(time, Collections.emptySortedSet(), Collections.emptySortedSet(), DEFAULT_LATE_DAYS);
    }

    /** The delivery days to read. */
    public DayRange days() {
        return time.deliveryDays(lateDays);
    }

    /** Whether files of this partition can hold events of the scope. */
    public boolean covers(Partition partition) {
        return coversAccount(partition.account())
                && coversRegion(partition.region())
                && days().contains(partition.day());
    }

    /** Whether the account is asked for. */
    public boolean coversAccount(AccountId account) {
        return accounts.isEmpty() || accounts.contains(account);
    }

    /** Whether the Region is asked for. */
    public boolean coversRegion(Region region) {
        return regions.isEmpty() || regions.contains(region);
    }

    /** In words: {@code from 2026-11-01T00:00:00Z to 2026-11-02T00:00:00Z, in all accounts, in us-east-1}. */
    public String description() {
        String times = time.isAll() ? "of all times" : "from " + time.from() + " to " + time.to();
        return times + ", in " + names(accounts, "all accounts") + ", in " + names(regions, "all Regions");
    }

    private static String names(Collection<?> values, String all) {
        return values.isEmpty() ? all : values.stream().map(Object::toString).collect(Collectors.joining(" and "));
    }
}
