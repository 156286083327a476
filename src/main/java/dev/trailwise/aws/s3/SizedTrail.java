package dev.trailwise.aws.s3;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The trail whose partitions are measured, as far as the table projects it.
 *
 * @param bucket where its files are
 * @param layout how they lie there
 * @param accounts its accounts; empty means those that have a folder
 * @param regions its Regions; empty means those that have a folder
 * @param since the first day that the table has; none means the first there can be
 */
public record SizedTrail(
        String bucket,
        TrailLayout layout,
        SortedSet<AccountId> accounts,
        SortedSet<Region> regions,
        Optional<LogDay> since) {
    public SizedTrail {
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }
}
