package dev.trailwise.config;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Organization;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the logs are.
 *
 * @param bucket the S3 bucket; none until the user or {@code init} named one
 * @param prefix the trail's S3 key prefix without slashes around it, empty when it has none
 * @param organization the organization, for an organization trail
 * @param accountFolders whether the bucket also has folders of single accounts beside the organization's, of trails that
 *     became the organization trail
 * @param accounts the accounts that the trail has; empty when they are to be discovered
 * @param regions the Regions that the trail has; empty when they are to be discovered
 * @param since the first day that has logs, when known
 * @param dataEvents whether the trail records data events or network activity, when known
 */
public record TrailSettings(
        Optional<String> bucket,
        String prefix,
        Optional<Organization> organization,
        boolean accountFolders,
        SortedSet<AccountId> accounts,
        SortedSet<Region> regions,
        Optional<LogDay> since,
        Optional<Boolean> dataEvents) {
    public TrailSettings {
        accountFolders = accountFolders && organization.isPresent();
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }

    /**
     * The bucket.
     *
     * @throws Failure when none was named, with the ways to name one
     */
    public String requiredBucket() {
        return bucket.orElseThrow(() -> new Failure(
                ExitCode.USAGE,
                "no bucket is set",
                Remedy.command(CommandName.INIT, "finds your trails and writes trailwise.yaml"),
                Remedy.command(CommandName.INIT, FlagName.BUCKET, "my-logs", "uses the logs in that bucket"),
                Remedy.action("or set TRAILWISE_TRAIL_BUCKET")));
    }

    /** How the trail lays out its files in the bucket. */
    public TrailLayout layout() {
        return organization
                .map(id -> TrailLayout.ofOrganization(prefix, id))
                .orElseGet(() -> TrailLayout.ofAccounts(prefix));
    }
}
