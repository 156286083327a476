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
record AccountRegion(AccountId account, Region region) implements Comparable<AccountRegion> {
    private static final Comparator<AccountRegion> ORDER =
            Comparator.comparing(AccountRegion::account).thenComparing(AccountRegion::region);

    @Override
    public int compareTo(AccountRegion other) {
        return ORDER.compare(this, other);
    }
}
