package dev.trailwise.aws.s3;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The trail whose partitions are measured, as far as the table projects it.
 *
 * @param bucket where its files are
 * @param layout how they lie there
 * @param accountFolders whether there are folders of single accounts beside them
 * @param accounts its accounts; empty means those that have a folder
 * @param regions its Regions; empty means those that have a folder
 * @param since the first day that the table has; none means the first there can be
 */
public record SizedTrail(
        String bucket,
        TrailLayout layout,
        boolean accountFolders,
        SortedSet<AccountId> accounts,
        SortedSet<Region> regions,
        Optional<LogDay> since) {
    /** There is no CloudTrail log from before it. */
    private static final LogDay CLOUDTRAIL_BEGAN = new LogDay(LocalDate.of(2013, 11, 13));

    public SizedTrail {
        accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }

    /** The days that the table has, of those that are asked for. */
    Optional<DayRange> days(DayRange asked, LogDay today) {
        LogDay first = since.filter(day -> day.compareTo(CLOUDTRAIL_BEGAN) > 0).orElse(CLOUDTRAIL_BEGAN);
        LogDay from = asked.first().compareTo(first) >= 0 ? asked.first() : first;
        LogDay last = asked.last().compareTo(today) <= 0 ? asked.last() : today;
        return from.compareTo(last) <= 0 ? Optional.of(new DayRange(from, last)) : Optional.empty();
    }

    /** Where its files of a kind lie: one place, or two. */
    public Stream<TrailLayout> layouts(LogKind kind) {
        Stream<TrailLayout> others = accountFolders ? Stream.of(layout.of(new LogFolders(kind, true))) : Stream.empty();
        return Stream.concat(Stream.of(layout.of(kind)), others);
    }
}
