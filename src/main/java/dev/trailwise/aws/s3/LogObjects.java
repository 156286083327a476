package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.ListedObject;
import dev.trailwise.cost.PartitionRange;
import dev.trailwise.engine.ListingProgress;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.TrailLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds the log objects that are not on this machine yet. Days that were closed when they were copied, and of which all
 * is still here, are not listed again.
 */
public final class LogObjects {
    /** Their keys have to fit into memory. */
    private static final long MOST = 2_000_000;

    private final AwsClients clients;
    private final SizedTrail trail;
    private final Path folder;
    private final Clock clock;
    private final ListingProgress progress;

    /**
     * The objects of one trail.
     *
     * @param folder where it is kept which days were copied; it need not exist
     */
    public LogObjects(AwsClients clients, SizedTrail trail, Path folder, Clock clock, ListingProgress progress) {
        this.clients = clients;
        this.trail = trail;
        this.folder = folder;
        this.clock = clock;
        this.progress = progress;
    }

    /** What is on this machine. Asked by several threads. */
    public interface Here {
        /** Whether the folder of a day has so many files of so many bytes in all. */
        boolean hasDay(String prefix, long files, long bytes);

        /** Whether it has a copy of this object. */
        boolean has(ListedObject object);
    }

    /**
     * What is missing.
     *
     * @param objects the objects to copy, in the order of their keys
     * @param listed how many objects there are in the days that were listed
     * @param archived how many of them are in S3 Glacier
     * @param requests LIST requests made
     * @param layout whose objects they are
     * @param days what the listed days hold
     */
    public record Missing(
            List<ListedObject> objects, long listed, long archived, long requests, TrailLayout layout, Listed days) {
        public Missing {
            objects = List.copyOf(objects);
        }
    }

    /** Listed days and places, to be remembered once all of their objects are here. */
    public static final class Listed {
        private final SizesFile.Kept found;

        private Listed(SizesFile.Kept found) {
            this.found = found;
        }
    }

    /**
     * Lists what is not known to be here.
     *
     * @throws Failure when the bucket cannot be listed to the end, or more is missing than can be copied at once
     */
    public Missing missing(LogFolders which, PartitionRange range, Here here) {
        TrailLayout layout = trail.layout().of(which);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<DayRange> days = trail.days(range.days(), LogDay.of(now));
        ListingMeter meter = new ListingMeter(clock, progress);
        AtomicLong kept = new AtomicLong();
        Listing listing = new Listing(clients, trail.bucket(), layout, clock, meter, object -> {
            boolean wanted = !object.isArchived() && !here.has(object);
            if (wanted && kept.incrementAndGet() > MOST) {
                throw tooMany();
            }
            return wanted;
        });
        Optional<DiscoveryResult> discovery = Optional.empty();
        if (days.isPresent()) {
            SizesFile.Kept known = file(layout).read();
            S3Folders folders = new S3Folders(clients, trail.bucket(), () -> meter.page(0));
            PartitionDiscovery accountRegions = new PartitionDiscovery(trail, layout, folders, known.discovery(), now);
            listing.list(accountRegions.ofAll(range, days.get()).stream()
                    .flatMap(accountRegion ->
                            DaySpan.missing(accountRegion, days.get(), whole(accountRegion, layout, known, here))
                                    .stream())
                    .toList());
            discovery = accountRegions.discovery();
        }
        List<ListedObject> objects = listing.objects().stream()
                .sorted(Comparator.comparing(ListedObject::key))
                .toList();
        return missing(objects, new SizesFile.Kept(listing.found(), discovery), meter.requests(), layout);
    }

    private static Missing missing(
            List<ListedObject> objects, SizesFile.Kept found, long requests, TrailLayout layout) {
        long listed = 0;
        long archived = 0;
        for (AccountRegion accountRegion : found.sizes().accountRegions()) {
            for (DaySize day : found.sizes().days(accountRegion).values()) {
                listed += day.objects() + day.archived();
                archived += day.archived();
            }
        }
        return new Missing(objects, listed, archived, requests, layout, new Listed(found));
    }

    private static NavigableMap<LogDay, DaySize> whole(
            AccountRegion accountRegion, TrailLayout layout, SizesFile.Kept known, Here here) {
        NavigableMap<LogDay, DaySize> days = known.sizes().closed().days(accountRegion);
        String root = layout.regionPrefix(accountRegion.account(), accountRegion.region());
        days.entrySet().removeIf(day -> {
            DaySize contents = day.getValue();
            return contents.archived() > 0
                    || !here.hasDay(root + day.getKey().partitionValue() + "/", contents.objects(), contents.bytes());
        });
        return days;
    }

    private static Failure tooMany() {
        return new Failure(
                ExitCode.USAGE,
                "more than " + MOST + " objects are missing; copy them in parts",
                Remedy.flags("copies fewer days", FlagName.FROM, FlagName.TO));
    }

    /**
     * Remembers the days whose objects are all here now.
     *
     * @throws IOException when that cannot be written
     */
    public void allHere(Missing copied) throws IOException {
        if (copied.requests() > 0) {
            file(copied.layout()).add(copied.days().found);
        }
    }

    private SizesFile file(TrailLayout layout) {
        return SizesFile.of(folder, clients.s3Endpoint(), trail.bucket(), layout);
    }
}
