package dev.trailwise.aws.trails;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Parallel;
import dev.trailwise.aws.s3.S3Folders;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether log files still arrive.
 *
 * @param accounts all accounts of the trail
 * @param checked those that were looked at, the first few
 * @param active how many of those have log files of the day or later
 * @param key a log file, the newest that was seen; none when there is no log file
 */
public record RecentLogs(List<AccountId> accounts, int checked, int active, Optional<String> key) {
    private static final int MOST_ACCOUNTS = 20;

    /** What one account has. */
    private record OfAccount(Optional<String> recent, Optional<String> first) {}

    /**
     * Looks, with a few LIST requests an account.
     *
     * @param accounts the accounts; none for those that have folders
     * @param regions the Regions; none for those that have folders
     * @throws dev.trailwise.failure.Failure when the bucket cannot be listed
     */
    public static RecentLogs since(
            LogDay day,
            AwsClients clients,
            String bucket,
            TrailLayout layout,
            Collection<AccountId> accounts,
            Collection<Region> regions) {
        S3Folders folders = new S3Folders(clients, bucket);
        List<AccountId> all = accounts.isEmpty()
                ? folders.in(layout.root()).stream()
                        .flatMap(name -> AccountId.tryParse(name).stream())
                        .toList()
                : List.copyOf(accounts);
        List<AccountId> some = all.stream().limit(MOST_ACCOUNTS).toList();
        List<OfAccount> found = Parallel.map(some, account -> ofAccount(day, folders, layout, account, regions));
        List<String> recent =
                found.stream().flatMap(one -> one.recent().stream()).toList();
        Optional<String> key = Stream.concat(recent.stream(), found.stream().flatMap(one -> one.first().stream()))
                .findFirst();
        return new RecentLogs(all, some.size(), recent.size(), key);
    }

    private static OfAccount ofAccount(
            LogDay day, S3Folders folders, TrailLayout layout, AccountId account, Collection<Region> regions) {
        Stream<Region> all = regions.isEmpty()
                ? folders.in(layout.accountPrefix(account)).stream().flatMap(name -> Region.tryParse(name).stream())
                : regions.stream();
        // Global events make us-east-1 the Region that is least likely to be idle.
        List<String> prefixes = all.sorted(Comparator.comparing(region -> !region.equals(Region.US_EAST_1)))
                .map(region -> layout.regionPrefix(account, region))
                .toList();
        Optional<String> recent = prefixes.stream()
                .flatMap(prefix -> folders.firstKeyAfter(prefix, prefix + day.partitionValue()).stream())
                .findFirst();
        return new OfAccount(
                recent,
                recent.or(() -> prefixes.stream()
                        .flatMap(prefix -> folders.firstKey(prefix).stream())
                        .findFirst()));
    }
}
