package dev.trailwise.aws.s3;

import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What listings have told of a trail so far. Safe for use by several threads. */
final class KnownSizes {
    private final NavigableMap<Place, NavigableMap<LogDay, DayContents>> places = new TreeMap<>();

    /** The places of which something is known. */
    synchronized SortedSet<Place> places() {
        return new TreeSet<>(places.keySet());
    }

    /** The days that are known of a place. */
    synchronized NavigableMap<LogDay, DayContents> days(Place place) {
        return new TreeMap<>(places.getOrDefault(place, Collections.emptyNavigableMap()));
    }

    /** Takes over what was listed; a later listing of a day replaces an earlier one. */
    synchronized void add(Place place, NavigableMap<LogDay, DayContents> days) {
        NavigableMap<LogDay, DayContents> mine = places.computeIfAbsent(place, any -> new TreeMap<>());
        days.forEach((day, contents) ->
                mine.merge(day, contents, (a, b) -> a.listedAt().isAfter(b.listedAt()) ? a : b));
    }

    /** Takes over all that another knows. */
    void add(KnownSizes other) {
        other.places().forEach(place -> add(place, other.days(place)));
    }

    /** What was listed since then. */
    KnownSizes since(Instant oldest) {
        KnownSizes recent = new KnownSizes();
        places().forEach(place -> {
            NavigableMap<LogDay, DayContents> days = days(place);
            days.entrySet().removeIf(day -> day.getValue().listedAt().isBefore(oldest));
            recent.add(place, days);
        });
        return recent;
    }

    /** What it knows of days that get no more files, which is worth keeping. */
    KnownSizes closed() {
        KnownSizes closed = new KnownSizes();
        places().forEach(place -> {
            NavigableMap<LogDay, DayContents> days = days(place);
            days.entrySet().removeIf(day -> !isClosed(day.getKey(), day.getValue()));
            closed.add(place, days);
        });
        return closed;
    }

    /** The days of a range that are known of a place. */
    NavigableMap<LogDay, DayContents> days(Place place, DayRange range) {
        return days(place).subMap(range.first(), true, range.last(), true);
    }

    /** CloudTrail delivers within minutes; a day that was listed when it was older than two days is taken as whole. */
    private static boolean isClosed(LogDay day, DayContents contents) {
        return day.plusDays(2).compareTo(LogDay.of(contents.listedAt())) < 0;
    }
}
