package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.Parallel;
import dev.trailwise.cost.PartitionRange;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the accounts and Regions of a range of partitions: those that the settings or the query name, otherwise those that have folders. */
final class PartitionDiscovery {
    private final SizedTrail trail;
    private final TrailLayout layout;
    private final S3Folders folders;
    private final Instant now;
    private Optional<DiscoveryResult> known;

    /**
     * For one kind of logs.
     *
     * @param known an earlier search, when there was one
     * @param now the time of this search
     */
    PartitionDiscovery(
            SizedTrail trail, TrailLayout layout, S3Folders folders, Optional<DiscoveryResult> known, Instant now) {
        this.trail = trail;
        this.layout = layout;
        this.folders = folders;
        this.known = known;
        this.now = now;
    }

    /** The accounts of the range on those days, each with each Region that it may have. */
    SortedSet<AccountRegion> of(PartitionRange range, DayRange days) {
        Optional<SortedSet<AccountId>> accounts = named(trail.accounts(), range.accounts());
        Optional<SortedSet<Region>> regions = named(trail.regions(), range.regions());
        SortedSet<AccountRegion> accountRegions = accounts.isPresent() && regions.isPresent()
                ? product(accounts.get(), regions.get())
                : known.filter(earlier -> earlier.holdsFor(days))
                        .map(DiscoveryResult::accountRegions)
                        .orElseGet(() -> search(accounts, regions));
        return accountRegions.stream()
                .filter(accountRegion -> accounts.map(some -> some.contains(accountRegion.account()))
                        .orElse(true))
                .filter(accountRegion -> regions.map(some -> some.contains(accountRegion.region()))
                        .orElse(true))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The accounts and Regions of a range when they are known without a search. */
    static Optional<SortedSet<AccountRegion>> known(
            SizedTrail trail, PartitionRange range, Optional<DiscoveryResult> found) {
        Optional<SortedSet<AccountId>> accounts = named(trail.accounts(), range.accounts());
        Optional<SortedSet<Region>> regions = named(trail.regions(), range.regions());
        return accounts.isPresent() && regions.isPresent()
                ? Optional.of(product(accounts.get(), regions.get()))
                : found.map(search -> search.accountRegions().stream()
                        .filter(accountRegion -> range.coversAccount(accountRegion.account())
                                && range.coversRegion(accountRegion.region()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The same, found by a search of all accounts and Regions, so that a later query of any of them needs no search. */
    SortedSet<AccountRegion> ofAll(PartitionRange range, DayRange days) {
        if (known(trail, range, Optional.empty()).isPresent()) {
            return of(range, days);
        }
        SortedSet<AccountRegion> all = of(new PartitionRange(new TreeSet<>(), new TreeSet<>(), range.days()), days);
        return all.stream()
                .filter(accountRegion ->
                        range.coversAccount(accountRegion.account()) && range.coversRegion(accountRegion.region()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The newest search of all accounts and Regions, this one or the earlier. */
    Optional<DiscoveryResult> discovery() {
        return known;
    }

    private SortedSet<AccountRegion> search(
            Optional<SortedSet<AccountId>> accounts, Optional<SortedSet<Region>> regions) {
        List<AccountId> owners = List.copyOf(accounts.orElseGet(() -> folders.in(layout.root()).stream()
                .flatMap(name -> AccountId.tryParse(name).stream())
                .collect(Collectors.toCollection(TreeSet::new))));
        NavigableSet<AccountRegion> found = new TreeSet<>();
        Parallel.map(owners, owner -> product(new TreeSet<>(List.of(owner)), regions.orElseGet(() -> regions(owner))))
                .forEach(found::addAll);
        if (accounts.isEmpty() && regions.isEmpty()) {
            known = Optional.of(new DiscoveryResult(now, found));
        }
        return found;
    }

    private SortedSet<Region> regions(AccountId account) {
        return folders.in(layout.accountPrefix(account)).stream()
                .flatMap(name -> Region.tryParse(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The values that both name, or those of the one that names any; empty when neither does. */
    private static <T extends Comparable<T>> Optional<SortedSet<T>> named(SortedSet<T> trail, SortedSet<T> asked) {
        if (trail.isEmpty() && asked.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<T> both = new TreeSet<>(trail.isEmpty() ? asked : trail);
        both.removeIf(value -> !asked.isEmpty() && !asked.contains(value));
        return Optional.of(both);
    }

    private static SortedSet<AccountRegion> product(SortedSet<AccountId> accounts, SortedSet<Region> regions) {
        return accounts.stream()
                .flatMap(account -> regions.stream().map(region -> new AccountRegion(account, region)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
