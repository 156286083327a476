package dev.trailwise.aws.s3;

import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The sizes of a trail's days, from listings so far. Safe for use by several threads. */
final class SizeCache {
    private final NavigableMap<AccountRegion, NavigableMap<LogDay, DaySize>> accountRegions = new TreeMap<>();

    /** The accounts and Regions with known sizes. */
    synchronized SortedSet<AccountRegion> accountRegions() {
        return new TreeSet<>(accountRegions.keySet());
    }

    /** The known days of an account and Region. */
    synchronized NavigableMap<LogDay, DaySize> days(AccountRegion accountRegion) {
        return new TreeMap<>(accountRegions.getOrDefault(accountRegion, Collections.emptyNavigableMap()));
    }

    /** Adds the days of a listing; a later listing of a day replaces an earlier one. */
    synchronized void add(AccountRegion accountRegion, NavigableMap<LogDay, DaySize> days) {
        NavigableMap<LogDay, DaySize> mine = accountRegions.computeIfAbsent(accountRegion, any -> new TreeMap<>());
        days.forEach((day, contents) ->
                mine.merge(day, contents, (a, b) -> a.listedAt().isAfter(b.listedAt()) ? a : b));
    }

    /** Adds all days of another cache. */
    void add(SizeCache other) {
        other.accountRegions().forEach(accountRegion -> add(accountRegion, other.days(accountRegion)));
    }

    /** The days that were listed since then. */
    SizeCache since(Instant oldest) {
        SizeCache recent = new SizeCache();
        accountRegions().forEach(accountRegion -> {
            NavigableMap<LogDay, DaySize> days = days(accountRegion);
            days.entrySet().removeIf(day -> day.getValue().listedAt().isBefore(oldest));
            recent.add(accountRegion, days);
        });
        return recent;
    }

    /** The days that get no more files, whose sizes can be kept. */
    SizeCache closed() {
        SizeCache closed = new SizeCache();
        accountRegions().forEach(accountRegion -> {
            NavigableMap<LogDay, DaySize> days = days(accountRegion);
            days.entrySet().removeIf(day -> !isClosed(day.getKey(), day.getValue()));
            closed.add(accountRegion, days);
        });
        return closed;
    }

    /** The known days of an account and Region in a range. */
    NavigableMap<LogDay, DaySize> days(AccountRegion accountRegion, DayRange range) {
        return days(accountRegion).subMap(range.first(), true, range.last(), true);
    }

    /** CloudTrail delivers within minutes; a day that was listed when it was older than two days is considered complete. */
    private static boolean isClosed(LogDay day, DaySize contents) {
        return day.plusDays(2).compareTo(LogDay.of(contents.listedAt())) < 0;
    }
}
