package dev.trailwise.aws.s3;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.util.Comparator;

/**
 * One account's logs of one Region.
 *
 * @param account whose
 * @param region where
 */
record Place(AccountId account, Region region) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::account).thenComparing(Place::region);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
