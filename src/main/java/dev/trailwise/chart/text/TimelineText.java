package dev.trailwise.chart.text;

import dev.trailwise.chart.Numbers;
import dev.trailwise.chart.Timeline;
import dev.trailwise.chart.Timeline.Slot;
import java.util.ArrayList;
import java.util.List;

/** Bars from below, a column or more each, over an axis of times. */
final class TimelineText {
    private static final int LINES = 6;
    private static final int AXIS = 6;
    private static final int WIDEST_BAR = 6;

    private TimelineText() {}

    static List<String> lines(Timeline timeline, int width) {
        List<Slot> slots = timeline.slots();
        if (slots.isEmpty()) {
            return List.of("no " + timeline.unit());
        }
        int room = width - AXIS - 2;
        int together = (slots.size() + room - 1) / room;
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < slots.size(); i += together) {
            values.add(slots.subList(i, Math.min(slots.size(), i + together)).stream()
                    .mapToLong(Slot::value)
                    .sum());
        }
        int wide = Math.max(1, Math.min(WIDEST_BAR, room / values.size()));
        long end = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(0));
        List<String> lines = new ArrayList<>();
        for (int line = LINES - 1; line >= 0; line--) {
            String label = line == LINES - 1 ? Numbers.brief(end) : line == 0 ? "0" : "";
            lines.add((" ".repeat(AXIS - label.length()) + label + " ┤" + columns(values, end, line, wide))
                    .stripTrailing());
        }
        lines.add(" ".repeat(AXIS + 1) + "└" + "─".repeat(values.size() * wide));
        times(slots, values.size() * wide, room).forEach(line -> lines.add(" ".repeat(AXIS + 2) + line));
        if (together > 1) {
            lines.add(" ".repeat(AXIS + 2) + "each column: " + together + " added up");
        }
        return lines;
    }

    private static String columns(List<Long> values, long end, int line, int wide) {
        StringBuilder text = new StringBuilder();
        for (long value : values) {
            String block = String.valueOf(Blocks.column(value, end, LINES, line));
            text.append(block.repeat(Math.max(1, wide - 1))).append(wide > 1 ? " " : "");
        }
        return text.toString();
    }

    /** The first time and the last. */
    private static List<String> times(List<Slot> slots, int axis, int room) {
        String first = slots.get(0).label();
        String last = slots.get(slots.size() - 1).label();
        if (slots.size() == 1) {
            return List.of(first);
        }
        int between = axis - first.length() - last.length();
        String both = between > 0 ? first + " ".repeat(between) + last : first + " to " + last;
        return both.length() <= room ? List.of(both) : List.of(first + " to", last);
    }
}
