package dev.trailwise.aws.trails;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Parallel;
import dev.trailwise.aws.s3.S3Folders;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Organization;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds out what CloudTrail logs a bucket holds, from its folders alone. */
public final class BucketSurvey {
    private static final String AWS_LOGS = "AWSLogs";

    private final S3Folders folders;

    /** A survey of one bucket. */
    public BucketSurvey(AwsClients clients, String bucket) {
        this.folders = new S3Folders(clients, bucket);
    }

    /**
     * Where the bucket is; nothing when the service does not say.
     *
     * @throws dev.trailwise.failure.Failure when there is no such bucket, or it may not be listed
     */
    public Optional<Region> region() {
        return folders.region();
    }

    /**
     * The logs of every trail in the bucket, those with most accounts first.
     *
     * @return empty when no folder of the first few levels is one of CloudTrail's
     * @throws dev.trailwise.failure.Failure when the bucket cannot be listed
     */
    public List<FoundLogs> everywhere() {
        return logs(new TrailSearch(folders).prefixes());
    }

    /**
     * The logs of the trails with this key prefix.
     *
     * @param prefix without slashes around it; empty for trails without one
     * @throws dev.trailwise.failure.Failure when the bucket cannot be listed
     */
    public List<FoundLogs> under(String prefix) {
        return logs(List.of(prefix));
    }

    /**
     * The logs of other trails with the same key prefix: of accounts where this is an organization's, and the other way
     * round.
     *
     * @throws dev.trailwise.failure.Failure when the bucket cannot be listed
     */
    public List<FoundLogs> beside(TrailLayout layout, String prefix) {
        return layouts(prefix)
                .filter(other -> !other.root().equals(layout.root()))
                .map(this::at)
                .filter(found -> !found.accounts().isEmpty())
                .toList();
    }

    /**
     * Folders of logs that neither Athena nor a trail's layout reaches, because their keys have two slashes in a row, as
     * those of a trail whose key prefix ends with one.
     *
     * @throws dev.trailwise.failure.Failure when the bucket cannot be listed
     */
    public List<String> doubledSlashes() {
        TrailSearch search = new TrailSearch(folders);
        List<String> prefixes = search.prefixes();
        return doubled(
                search.nameless(), prefixes.stream().map(BucketSurvey::folder).toList());
    }

    /** The same of the trails with this key prefix alone. */
    public List<String> doubledSlashes(String prefix) {
        String folder = folder(prefix);
        return doubled(folders.in(folder).contains("") ? List.of(folder) : List.of(), List.of(folder));
    }

    /**
     * {@code prefix//AWSLogs/} below the one folders, which have a folder without a name, and {@code prefix/AWSLogs//}
     * below the others. Not every S3-compatible server takes such a prefix where there is no such key.
     */
    private List<String> doubled(List<String> above, List<String> below) {
        Stream<String> before = above.stream()
                .map(folder -> folder + "/")
                .filter(folder -> folders.in(folder).contains(AWS_LOGS))
                .map(folder -> folder + AWS_LOGS + "/");
        Stream<String> after = below.stream()
                .map(folder -> folder + AWS_LOGS + "/")
                .filter(folder -> folders.in(folder).contains(""))
                .map(folder -> folder + "/")
                .filter(folder -> folders.in(folder).stream()
                        .anyMatch(name -> AccountId.tryParse(name).isPresent()
                                || Organization.tryParse(name).isPresent()));
        return Stream.concat(before, after).toList();
    }

    private static String folder(String prefix) {
        return prefix.isEmpty() ? "" : prefix + "/";
    }

    /**
     * The logs under one known root.
     *
     * @return without any kind when there are none
     * @throws dev.trailwise.failure.Failure when the bucket cannot be listed
     */
    public FoundLogs at(TrailLayout layout) {
        List<AccountId> accounts = folders.in(layout.root()).stream()
                .flatMap(name -> AccountId.tryParse(name).stream())
                .toList();
        SortedMap<LogKind, SortedMap<AccountId, SortedSet<Region>>> logs = new TreeMap<>();
        List<AccountLogs> found = Parallel.map(accounts, account -> kinds(layout, account)).stream()
                .flatMap(List::stream)
                .toList();
        for (AccountLogs one : Parallel.map(found, one -> regions(layout, one))) {
            logs.computeIfAbsent(one.kind(), kind -> new TreeMap<>()).put(one.account(), one.regions());
        }
        return new FoundLogs(layout.of(LogKind.EVENTS), logs);
    }

    /**
     * The first day that has a file.
     *
     * @return empty when no file is where CloudTrail puts them
     * @throws dev.trailwise.failure.Failure when the bucket cannot be listed
     */
    public Optional<LogDay> firstDay(FoundLogs found) {
        List<String> regionFolders = new ArrayList<>();
        found.logs()
                .forEach((kind, accounts) -> accounts.forEach((account, regions) -> regions.forEach(
                        region -> regionFolders.add(found.layout().of(kind).regionPrefix(account, region)))));
        return Parallel.map(regionFolders, this::firstDay).stream()
                .flatMap(Optional::stream)
                .min(LogDay::compareTo);
    }

    private List<FoundLogs> logs(List<String> prefixes) {
        return prefixes.stream()
                .flatMap(this::layouts)
                .map(this::at)
                .filter(found -> !found.logs().isEmpty())
                .sorted((one, other) ->
                        Integer.compare(other.accounts().size(), one.accounts().size()))
                .toList();
    }

    private Stream<TrailLayout> layouts(String prefix) {
        TrailLayout plain = TrailLayout.ofAccounts(prefix);
        return Stream.concat(
                Stream.of(plain),
                folders.in(plain.root()).stream()
                        .flatMap(name -> Organization.tryParse(name).stream())
                        .map(organization -> TrailLayout.ofOrganization(prefix, organization)));
    }

    private List<AccountLogs> kinds(TrailLayout layout, AccountId account) {
        return folders.in(layout.root() + account + "/").stream()
                .flatMap(name -> LogKind.ofFolder(name).stream())
                .map(kind -> new AccountLogs(account, kind, new TreeSet<>()))
                .toList();
    }

    private AccountLogs regions(TrailLayout layout, AccountLogs one) {
        NavigableSet<Region> regions = new TreeSet<>();
        if (one.kind() != LogKind.DIGEST) { // No table reads digests
            folders.in(layout.of(one.kind()).accountPrefix(one.account()))
                    .forEach(name -> Region.tryParse(name).ifPresent(regions::add));
        }
        return new AccountLogs(one.account(), one.kind(), regions);
    }

    /** Mostly the first key tells; when it is a marker of a folder or a stray, the folders do. */
    private Optional<LogDay> firstDay(String regionFolder) {
        Optional<LogDay> ofKey = folders.firstKey(regionFolder)
                .flatMap(LogKey::parse)
                .map(LogKey::partition)
                .map(Partition::day);
        return ofKey.or(() -> years(regionFolder).findFirst());
    }

    private Stream<LogDay> years(String regionFolder) {
        return folders.in(regionFolder).stream()
                .flatMap(year -> folders.in(regionFolder + year + "/").stream()
                        .flatMap(month -> folders.in(regionFolder + year + "/" + month + "/").stream()
                                .flatMap(day -> LogDay.tryParse(year, month, day).stream())));
    }

    private record AccountLogs(AccountId account, LogKind kind, NavigableSet<Region> regions) {}
}
