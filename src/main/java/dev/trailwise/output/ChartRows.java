package dev.trailwise.output;

import dev.trailwise.chart.Bars;
import dev.trailwise.chart.Bars.Bar;
import dev.trailwise.chart.Chart;
import dev.trailwise.chart.Timeline;
import dev.trailwise.chart.Timeline.Slot;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.text.Timestamps;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The chart of an answer: its first whole numbers, by the times before them, or else by the names before them. Rows of one
 * time are added up.
 */
final class ChartRows {
    /** A person compares no more bars; the title says how many rows there are. */
    private static final int MOST_BARS = 20;

    private static final long MOST_SLOTS = 2_000;

    /** What an answer without a chart lacks. */
    static final String NEEDS = "it needs rows with a time or a name, and then whole numbers of 0 or more";

    private final List<ResultColumn> columns;
    private final int number;
    private final int time;
    private final SortedMap<LocalDateTime, Long> byTime = new TreeMap<>();
    private final List<List<String>> names = new ArrayList<>();
    private final List<Long> values = new ArrayList<>();
    private long rows;
    private long untimed;
    private boolean negative;

    ChartRows(List<ResultColumn> columns) {
        this.columns = columns;
        this.number = columns.stream().map(ResultColumn::type).toList().indexOf(ResultType.INTEGER);
        this.time = IntStream.range(0, Math.max(0, number))
                .filter(i -> switch (columns.get(i).type()) {
                    case DATE, TIMESTAMP, ZONED_TIMESTAMP -> true;
                    default -> false;
                })
                .findFirst()
                .orElse(-1);
    }

    void add(@Nullable Object[] row) {
        rows++;
        if (number < 0) {
            return;
        }
        long value = row[number] instanceof Number of ? of.longValue() : 0;
        negative |= value < 0;
        if (time >= 0) {
            Object at = row[time];
            if (at == null) {
                untimed++;
            } else {
                byTime.merge(timestamp(at), value, Long::sum);
            }
        } else if (values.size() < MOST_BARS) {
            values.add(value);
            names.add(IntStream.range(0, number)
                    .mapToObj(i -> row[i] == null ? "-" : ValueText.of(row[i]))
                    .toList());
        }
    }

    private static LocalDateTime timestamp(Object at) {
        if (at instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        return at instanceof ZonedDateTime zoned ? Timestamps.inUtc(zoned) : (LocalDateTime) at;
    }

    /** Whether there is no row to draw. */
    boolean isEmpty() {
        return rows == 0;
    }

    /** Nothing when the answer has no whole numbers after times or names, or a negative one. */
    Optional<Chart> chart() {
        if (negative || number < 1 || rows == untimed) {
            return Optional.empty();
        }
        return Optional.of(time < 0 ? bars() : timeline());
    }

    private Bars bars() {
        int used = 1;
        while (used < number && isAmbiguous(used)) {
            used++;
        }
        int most = used;
        String by =
                IntStream.range(0, most).mapToObj(i -> columns.get(i).name()).collect(Collectors.joining(", "));
        String more = rows > values.size() ? " (the first " + values.size() + " of " + rows + " rows)" : "";
        return new Bars(
                columns.get(number).name() + " by " + by + more,
                columns.get(number).name(),
                IntStream.range(0, values.size())
                        .mapToObj(i -> new Bar(String.join(" ", names.get(i).subList(0, most)), values.get(i)))
                        .toList());
    }

    private boolean isAmbiguous(int used) {
        HashSet<List<String>> seen = new HashSet<>();
        return !names.stream().allMatch(name -> seen.add(name.subList(0, used)));
    }

    private Timeline timeline() {
        LocalDateTime first = byTime.firstKey();
        long step = step(first);
        long[] sums = new long[(int) (Duration.between(first, byTime.lastKey()).toSeconds() / step) + 1];
        byTime.forEach((at, value) -> sums[(int) (Duration.between(first, at).toSeconds() / step)] += value);
        boolean days = step % Duration.ofDays(1).toSeconds() == 0
                && first.toLocalTime().toSecondOfDay() == 0;
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            LocalDateTime at = first.plusSeconds(i * step);
            String label = days
                    ? at.toLocalDate().toString()
                    : Timestamps.text(at, ' ').substring(0, 16);
            slots.add(new Slot(label, sums[i], Optional.empty()));
        }
        String name = columns.get(number).name();
        String sum = rows - untimed > byTime.size() ? "sum of " : "";
        String without = untimed == 0 ? "" : ", without " + Counts.of(untimed, "row") + " that have no time";
        return new Timeline(sum + name + " by " + columns.get(time).name() + " (UTC)" + without, name, slots);
    }

    /** The length of a slot in seconds: the longest in which all times begin one, or longer where these are too many. */
    private long step(LocalDateTime first) {
        long step = 0;
        for (LocalDateTime at : byTime.keySet()) {
            step = gcd(at.toEpochSecond(ZoneOffset.UTC) - first.toEpochSecond(ZoneOffset.UTC), step);
        }
        long span = byTime.lastKey().toEpochSecond(ZoneOffset.UTC) - first.toEpochSecond(ZoneOffset.UTC);
        long least = Math.max(1, step);
        return span / least < MOST_SLOTS ? least : least * (span / least / MOST_SLOTS + 1);
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }
}
