package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Inventory;
import dev.trailwise.cost.PartitionRange;
import dev.trailwise.cost.PartitionSize;
import dev.trailwise.cost.PartitionSizes;
import dev.trailwise.engine.ListingProgress;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.TrailLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Measures partitions by listing them in S3. What was found of closed days is kept on this machine and not listed
 * again; days that may still get files are listed each time.
 */
public final class S3PartitionSizes implements PartitionSizes {
    /** A day's last files come soon after midnight. */
    private static final Duration DELIVERY = Duration.ofHours(1);

    /** A lifecycle rule moves files of a closed day to Glacier, which Athena skips: sizes are listed again after this. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final AwsClients clients;
    private final SizedTrail trail;
    private final Path folder;
    private final Clock clock;
    private final boolean refresh;
    private final ListingProgress progress;

    /**
     * Sizes of one trail.
     *
     * @param folder where sizes of closed days are kept; it need not exist
     * @param refresh whether to list all days again
     */
    public S3PartitionSizes(
            AwsClients clients, SizedTrail trail, Path folder, Clock clock, boolean refresh, ListingProgress progress) {
        this.clients = clients;
        this.trail = trail;
        this.folder = folder;
        this.clock = clock;
        this.refresh = refresh;
        this.progress = progress;
    }

    /**
     * Measures, with as few LIST requests as can be.
     *
     * @throws dev.trailwise.failure.Failure when the bucket cannot be listed to the end
     */
    @Override
    public Inventory of(LogFolders which, PartitionRange range) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<DayRange> days = trail.days(range.days(), LogDay.of(now));
        if (days.isEmpty()) {
            return inventory(new TreeSet<>(), Optional.empty(), new SizeCache(), now, 0);
        }
        TrailLayout layout = trail.layout().of(which);
        ListingMeter meter = new ListingMeter(clock, progress);
        SizesFile file = SizesFile.of(folder, clients.s3Endpoint(), trail.bucket(), layout);
        SizesFile.Kept kept = refresh ? SizesFile.Kept.nothing() : file.read();
        S3Folders folders = new S3Folders(clients, trail.bucket(), () -> meter.page(0));
        PartitionDiscovery accountRegions = new PartitionDiscovery(trail, layout, folders, kept.discovery(), now);
        SortedSet<AccountRegion> asked = accountRegions.of(range, days.get());
        SizeCache sizes = kept.sizes().since(now.minus(KEPT));
        List<DaySpan> runs = asked.stream()
                .flatMap(
                        accountRegion -> DaySpan.missing(accountRegion, days.get(), sizes.days(accountRegion)).stream())
                .toList();
        Listing listing = new Listing(clients, trail.bucket(), layout, clock, meter);
        try {
            listing.list(runs);
        } finally {
            keep(file, listing.found().closed(), accountRegions.discovery(), meter);
        }
        sizes.add(listing.found());
        return inventory(asked, days, sizes, now, meter.requests());
    }

    private void keep(SizesFile file, SizeCache closed, Optional<DiscoveryResult> discovery, ListingMeter meter) {
        if (meter.requests() == 0) {
            return;
        }
        try {
            file.add(new SizesFile.Kept(closed, discovery));
        } catch (IOException unwritable) {
            progress.notKept(unwritable.toString());
        }
    }

    private Inventory inventory(
            SortedSet<AccountRegion> accountRegions,
            Optional<DayRange> days,
            SizeCache known,
            Instant now,
            long requests) {
        List<PartitionSize> sizes = new ArrayList<>();
        Instant oldest = now;
        for (AccountRegion accountRegion : accountRegions) {
            NavigableMap<LogDay, DaySize> contents =
                    days.map(range -> known.days(accountRegion, range)).orElseThrow();
            for (var day : contents.entrySet()) {
                DaySize sum = day.getValue();
                oldest = sum.listedAt().isBefore(oldest) ? sum.listedAt() : oldest;
                if (sum.objects() + sum.archived() > 0) {
                    Partition partition = new Partition(accountRegion.account(), accountRegion.region(), day.getKey());
                    sizes.add(new PartitionSize(partition, sum.objects(), new Bytes(sum.bytes()), sum.archived()));
                }
            }
        }
        return new Inventory(
                accountRegions.stream().map(AccountRegion::account).collect(Collectors.toCollection(TreeSet::new)),
                accountRegions.stream().map(AccountRegion::region).collect(Collectors.toCollection(TreeSet::new)),
                days,
                sizes,
                Optional.of(LogDay.of(now.minus(DELIVERY))),
                Inventory.Unplaced.NONE,
                oldest,
                requests);
    }
}
