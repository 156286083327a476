package dev.trailwise.aws.lookup;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * What is to be fetched.
 *
 * @param folder where events are kept
 * @param recent a folder of this query for events that others may still join
 * @param account the account of the credentials
 * @param regions the Regions
 * @param wanted the kinds of events, each with its filter
 * @param times the times of the events
 * @param now the time
 */
public record LookupJob(
        Path folder,
        Path recent,
        AccountId account,
        SortedSet<Region> regions,
        Map<LogKind, LookupFilter> wanted,
        TimeRange times,
        Instant now) {
    /** How long CloudTrail keeps events for LookupEvents. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** What it has: no data events, no network activity, and no summaries of data events. */
    public static final Set<LogKind> KINDS = Set.of(LogKind.EVENTS, LogKind.INSIGHTS);

    /** How long after an event it may still appear: usually 15 minutes, and as much again to be sure. */
    private static final Duration LATE = Duration.ofMinutes(30);

    public LookupJob {
        wanted = Map.copyOf(wanted);
    }

    /** The time of the oldest events that there are. */
    public Instant oldest() {
        return now.minus(KEPT).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** Events before this time are all there. */
    Instant settled() {
        return now.minus(LATE).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Where the events of a Region are kept that one filter finds. */
    Path folder(Path root, Region region, String name) {
        return root.resolve(account.digits()).resolve(region.code()).resolve(name);
    }
}
