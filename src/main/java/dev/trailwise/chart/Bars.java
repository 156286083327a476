package dev.trailwise.chart;

import java.util.List;

/**
 * A number for each name.
 *
 * @param title what the chart is about
 * @param unit the noun after a number of several: events
 * @param bars in the order in which they are shown
 */
public record Bars(String title, String unit, List<Bar> bars) implements Chart {
    public Bars {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param value 0 or more
     */
    public record Bar(String label, long value) {}

    /** The largest number; 0 without bars. */
    public long largest() {
        return bars.stream().mapToLong(Bar::value).max().orElse(0);
    }
}
