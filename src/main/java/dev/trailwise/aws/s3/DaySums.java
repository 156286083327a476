package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.ListedObject;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Sums up the objects of one account and Region by day, in the order of their keys. */
final class DaySums {
    private static final int DAY_LENGTH = "2026/11/01/".length();

    private final String root;
    private final Instant listedAt;
    private final Predicate<ListedObject> wanted;
    private final NavigableMap<LogDay, DaySize> days = new TreeMap<>();
    private final NavigableMap<LogDay, List<ListedObject>> kept = new TreeMap<>();
    private String lastKey = "";
    private String folder = "/";
    private Optional<LogDay> day = Optional.empty();

    /**
     * Nothing yet.
     *
     * @param root the key prefix above the day folders
     * @param listedAt when the listing began
     * @param wanted which objects are kept, and not only counted
     */
    DaySums(String root, Instant listedAt, Predicate<ListedObject> wanted) {
        this.wanted = wanted;
        this.root = root;
        this.listedAt = listedAt;
    }

    /** The next object; an object outside of the days' folders, or that Athena skips, does not count. */
    void add(ListedObject object) {
        lastKey = object.key();
        if (!lastKey.startsWith(folder, root.length())) {
            folder = lastKey.substring(root.length(), Math.min(lastKey.length(), root.length() + DAY_LENGTH));
            day = folder.length() == DAY_LENGTH && folder.matches("[0-9]{4}/[0-9]{2}/[0-9]{2}/")
                    ? LogDay.tryParse(folder.substring(0, 4), folder.substring(5, 7), folder.substring(8, 10))
                    : Optional.empty();
        }
        if (object.isLog() && day.isPresent()) {
            days.merge(day.get(), DaySize.none(listedAt).plus(object), (sum, one) -> sum.plus(object));
            if (wanted.test(object)) {
                kept.computeIfAbsent(day.get(), any -> new ArrayList<>()).add(object);
            }
        }
    }

    /** Whether all keys of the day and those before it have come. */
    boolean isPast(LogDay last) {
        // '0' follows '/' in the order of characters.
        return !lastKey.isEmpty() && lastKey.compareTo(root + last.partitionValue() + "0") >= 0;
    }

    /** The last day of which objects have come; a day before all others when there are none. */
    LogDay reached() {
        return days.isEmpty() ? new LogDay(LocalDate.MIN) : days.lastKey();
    }

    /** The wanted objects of these days. */
    List<ListedObject> kept(DayRange range) {
        return kept.subMap(range.first(), true, range.last(), true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The sums of these days, those without objects among them. */
    NavigableMap<LogDay, DaySize> of(DayRange range) {
        NavigableMap<LogDay, DaySize> all = new TreeMap<>();
        range.days().forEach(each -> all.put(each, days.getOrDefault(each, DaySize.none(listedAt))));
        return all;
    }
}
