package dev.trailwise.report;

import dev.trailwise.chart.HeatMap;
import dev.trailwise.chart.Numbers;
import dev.trailwise.chart.Timeline;
import dev.trailwise.chart.Timeline.Mark;
import dev.trailwise.chart.Timeline.Slot;
import dev.trailwise.hunt.Findings;
import dev.trailwise.query.detection.Level;
import dev.trailwise.report.Overview.Count;
import dev.trailwise.report.Overview.Property;
import dev.trailwise.report.page.DataTable;
import dev.trailwise.report.page.DataTable.Column;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Events and findings by stretches of time, as short as are not too many for a chart. */
final class TimeSlots {
    private static final List<String> WEEKDAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    /** Events of other years are of no clock. */
    private static final String TIME = "(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}(:[0-9])?";

    /** How long a stretch is. */
    private enum Length {
        TEN_MINUTES("10 minutes", ChronoUnit.MINUTES, 10, 15, 6 * 30),
        HOUR("hour", ChronoUnit.HOURS, 1, 13, 24 * 14),
        DAY("day", ChronoUnit.DAYS, 1, 10, 400),
        MONTH("month", ChronoUnit.MONTHS, 1, 7, 240),
        YEAR("year", ChronoUnit.YEARS, 1, 4, Integer.MAX_VALUE);

        private final String word;
        private final ChronoUnit unit;
        private final int units;
        private final int digits;
        private final int most;

        Length(String word, ChronoUnit unit, int units, int digits, int most) {
            this.word = word;
            this.unit = unit;
            this.units = units;
            this.digits = digits;
            this.most = most;
        }

        /** Whether so long a time has not too many of them. */
        boolean fits(LocalDateTime first, LocalDateTime last) {
            return unit.between(first, last) / units < most;
        }

        /** The stretch of a time: the beginning of its text. */
        String of(LocalDateTime time) {
            return time.toString().substring(0, digits);
        }

        String label(String slot) {
            return switch (this) {
                case TEN_MINUTES -> slot.replace('T', ' ') + "0";
                case HOUR -> slot.replace('T', ' ') + ":00";
                case DAY, MONTH, YEAR -> slot;
            };
        }
    }

    /** What is in a stretch. */
    private record Sum(long events, long denied, long failed, long findings, Level highest) {
        static final Sum NONE = new Sum(0, 0, 0, 0, Level.INFORMATIONAL);

        Sum plus(Sum other) {
            return new Sum(
                    events + other.events,
                    denied + other.denied,
                    failed + other.failed,
                    findings + other.findings,
                    highest.compareTo(other.highest) > 0 ? highest : other.highest);
        }

        private int severity() {
            return switch (highest) {
                case INFORMATIONAL -> 0;
                case LOW -> 1;
                case MEDIUM -> 2;
                case HIGH -> 3;
                case CRITICAL -> Mark.MOST_SEVERE;
            };
        }

        Optional<Mark> mark() {
            return findings == 0
                    ? Optional.empty()
                    : Optional.of(new Mark(
                            severity(),
                            findings == 1
                                    ? "1 finding, " + highest
                                    : Numbers.whole(findings) + " findings, highest " + highest));
        }
    }

    private final SortedMap<LocalDateTime, Sum> times = new TreeMap<>();
    private long untimed;

    private TimeSlots() {}

    static TimeSlots of(Overview overview, List<Findings> found) {
        TimeSlots slots = new TimeSlots();
        for (Count count : overview.of(Property.TIME)) {
            slots.add(count.value(), new Sum(count.events(), count.denied(), count.failed(), 0, Level.INFORMATIONAL));
        }
        found.forEach(one ->
                one.times().forEach((time, count) -> slots.add(time, new Sum(0, 0, 0, count, one.level()))));
        return slots;
    }

    private void add(String text, Sum sum) {
        Optional<LocalDateTime> time = time(text);
        if (time.isEmpty()) {
            untimed += sum.events();
            return;
        }
        times.merge(time.get(), sum, Sum::plus);
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            boolean hour = text.length() == 13;
            return text.matches(TIME)
                    ? Optional.of(LocalDateTime.parse(text + (hour ? ":00" : "0")))
                    : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** How many events have a time that is not in CloudTrail's form. */
    long untimed() {
        return untimed;
    }

    private Length length() {
        for (Length length : Length.values()) {
            if (times.isEmpty() || length.fits(times.firstKey(), times.lastKey())) {
                return length;
            }
        }
        return Length.YEAR;
    }

    /** All stretches from the first to the last, also those without events. */
    private SortedMap<String, Sum> slots(Length length) {
        SortedMap<String, Sum> slots = new TreeMap<>();
        if (times.isEmpty()) {
            return slots;
        }
        LocalDateTime last = times.lastKey();
        for (LocalDateTime at = times.firstKey(); !at.isAfter(last); at = at.plus(length.units, length.unit)) {
            slots.put(length.of(at), Sum.NONE);
        }
        times.forEach((time, sum) -> slots.merge(length.of(time), sum, Sum::plus));
        return slots;
    }

    Timeline timeline() {
        Length length = length();
        List<Slot> slots = new ArrayList<>();
        slots(length).forEach((slot, sum) -> slots.add(new Slot(length.label(slot), sum.events(), sum.mark())));
        return new Timeline("Events by " + length.word + " (UTC)", "events", slots);
    }

    /** The stretches in which something happened. */
    DataTable table() {
        Length length = length();
        List<List<String>> rows = new ArrayList<>();
        slots(length).forEach((slot, sum) -> {
            if (!sum.equals(Sum.NONE)) {
                rows.add(List.of(
                        length.label(slot),
                        Numbers.whole(sum.events()),
                        Numbers.whole(sum.denied()),
                        Numbers.whole(sum.failed()),
                        Numbers.whole(sum.findings()),
                        sum.findings() == 0 ? "" : sum.highest().toString()));
            }
        });
        return new DataTable(
                timeline().title(),
                List.of(
                        Column.time("from (UTC)"),
                        Column.number("events"),
                        Column.number("denied"),
                        Column.number("failed"),
                        Column.number("findings"),
                        Column.text("highest level")),
                rows);
    }

    HeatMap heatMap() {
        long[][] values = new long[WEEKDAYS.size()][24];
        times.forEach((time, sum) -> values[time.getDayOfWeek().getValue() - 1][time.getHour()] += sum.events());
        return new HeatMap(
                "Events by weekday and hour (UTC), on a logarithmic scale",
                "events",
                WEEKDAYS,
                IntStream.range(0, 24)
                        .mapToObj(hour -> hour < 10 ? "0" + hour : "" + hour)
                        .toList(),
                IntStream.range(0, WEEKDAYS.size())
                        .mapToObj(day -> IntStream.range(0, 24)
                                .mapToObj(hour -> values[day][hour])
                                .toList())
                        .toList());
    }
}
