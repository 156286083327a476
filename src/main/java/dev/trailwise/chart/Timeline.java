package dev.trailwise.chart;

import java.util.List;
import java.util.Optional;

/**
 * Numbers by time, some times marked.
 *
 * @param title what the chart is about
 * @param unit the noun after a number of several: events
 * @param slots one a stretch of time, all of the same length, earliest first and none left out
 */
public record Timeline(String title, String unit, List<Slot> slots) implements Chart {
    public Timeline {
        slots = List.copyOf(slots);
    }

    /**
     * A stretch of time.
     *
     * @param label its beginning, as it is read
     * @param value 0 or more
     * @param mark what happened in it
     */
    public record Slot(String label, long value, Optional<Mark> mark) {}

    /**
     * Marks a stretch of time.
     *
     * @param severity how much it matters, from 0 to {@link #MOST_SEVERE}
     * @param text what is marked, as it is read
     */
    public record Mark(int severity, String text) {
        public static final int MOST_SEVERE = 4;

        public Mark {
            if (severity < 0 || severity > MOST_SEVERE) {
                throw new IllegalArgumentException("severity " + severity);
            }
        }
    }

    /** The largest number; 0 when there are no slots. */
    public long largest() {
        return slots.stream().mapToLong(Slot::value).max().orElse(0);
    }

    /** The sum of the numbers. */
    public long total() {
        return slots.stream().mapToLong(Slot::value).sum();
    }
}
