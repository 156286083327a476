package dev.trailwise.trail;

import java.util.Comparator;

/**
 * One partition of the table: the files that one account's trail delivered for one Region on one day.
 *
 * @param account whose events
 * @param region where they happened
 * @param day when the files were delivered
 */
public record Partition(AccountId account, Region region, LogDay day) implements Comparable<Partition> {
    private static final Comparator<Partition> ORDER = Comparator.comparing(Partition::account)
            .thenComparing(Partition::region)
            .thenComparing(Partition::day);

    @Override
    public int compareTo(Partition other) {
        return ORDER.compare(this, other);
    }
}
