package dev.trailwise.aws.s3;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.util.Comparator;

/**
 * An account and a Region that has logs of it.
 *
 * @param account the account
 * @param region the Region
 */
record AccountRegion(AccountId account, Region region) implements Comparable<AccountRegion> {
    private static final Comparator<AccountRegion> ORDER =
            Comparator.comparing(AccountRegion::account).thenComparing(AccountRegion::region);

    @Override
    public int compareTo(AccountRegion other) {
        return ORDER.compare(this, other);
    }
}
