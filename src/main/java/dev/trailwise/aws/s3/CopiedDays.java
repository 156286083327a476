package dev.trailwise.aws.s3;

import dev.trailwise.aws.s3.LogObjects.Here;
import dev.trailwise.cost.PartitionRange;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.TrailLayout;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;

/**
 * How much of a range was copied to this machine, found without a request.
 *
 * @param whole whether that is all which the bucket had for the asked time
 * @param asOf when the oldest listing of it was made; nothing when no day is here
 * @param bytes of its files
 */
public record CopiedDays(boolean whole, Optional<Instant> asOf, long bytes) {
    /** How long CloudTrail takes to deliver a file, most often. */
    private static final Duration DELIVERY = Duration.ofMinutes(15);

    /** After this, no more files come for a time, most often. */
    private static final Duration SETTLED = Duration.ofHours(1);

    /**
     * Looks. A day that is still open counts as whole when it was listed an hour after the asked time, or not longer ago
     * than files take to be delivered.
     *
     * @param records where it is kept which days were copied
     * @param until the end of the asked time
     * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html">How
     *     long delivery takes</a>
     */
    public static CopiedDays of(
            SizedTrail trail,
            Optional<URI> endpoint,
            Path records,
            LogFolders which,
            PartitionRange range,
            Here here,
            Instant until,
            Instant now) {
        TrailLayout layout = trail.layout().of(which);
        Optional<DayRange> days = trail.days(range.days(), LogDay.of(now));
        SizesFile.Kept known =
                SizesFile.of(records, endpoint, trail.bucket(), layout).read();
        Optional<SortedSet<AccountRegion>> accountRegions = PartitionDiscovery.known(trail, range, known.discovery());
        if (days.isEmpty() || accountRegions.isEmpty()) {
            return new CopiedDays(days.isEmpty(), Optional.empty(), 0);
        }
        Instant enough = min(until.plus(SETTLED), now.minus(DELIVERY));
        boolean found = known.discovery()
                .filter(search -> !search.holdsFor(days.get()) && search.at().isBefore(enough))
                .isEmpty();
        CopiedDays all = new CopiedDays(found, Optional.empty(), 0);
        for (AccountRegion accountRegion : accountRegions.get()) {
            all = all.and(of(accountRegion, days.get(), layout, known.sizes(), here, enough));
        }
        return all;
    }

    private static CopiedDays of(
            AccountRegion accountRegion,
            DayRange days,
            TrailLayout layout,
            SizeCache known,
            Here here,
            Instant enough) {
        NavigableMap<LogDay, DaySize> all = known.days(accountRegion);
        NavigableMap<LogDay, DaySize> closed = known.closed().days(accountRegion);
        String root = layout.regionPrefix(accountRegion.account(), accountRegion.region());
        CopiedDays copied = new CopiedDays(true, Optional.empty(), 0);
        for (LogDay day : (Iterable<LogDay>) days.days()::iterator) {
            DaySize contents = all.get(day);
            if (contents == null) {
                copied = copied.and(new CopiedDays(false, Optional.empty(), 0));
            } else {
                boolean ended = closed.containsKey(day) || !contents.listedAt().isBefore(enough);
                boolean whole = ended
                        && contents.archived() == 0
                        && here.hasDay(root + day.partitionValue() + "/", contents.objects(), contents.bytes());
                copied = copied.and(new CopiedDays(whole, Optional.of(contents.listedAt()), contents.bytes()));
            }
        }
        return copied;
    }

    /** Both together. */
    public CopiedDays and(CopiedDays other) {
        return new CopiedDays(
                whole && other.whole,
                asOf.isEmpty() || other.asOf.isEmpty()
                        ? asOf.or(other::asOf)
                        : Optional.of(min(asOf.get(), other.asOf.get())),
                bytes + other.bytes);
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
