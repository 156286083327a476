package dev.trailwise.chart;

import java.util.List;

/**
 * Numbers in rows and columns.
 *
 * @param title what the chart is about
 * @param unit the noun after a number of several: events
 * @param rows the names of the rows
 * @param columns the names of the columns
 * @param values the numbers, 0 or more: a list a row, with one for each column
 */
public record HeatMap(String title, String unit, List<String> rows, List<String> columns, List<List<Long>> values)
        implements Chart {
    /** The steps of {@link #heat}, the first of them for 0. */
    public static final int STEPS = 6;

    public HeatMap {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        values = values.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (values.size() != rows.size() || values.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException(values + " in " + rows + " and " + columns);
        }
    }

    public long value(int row, int column) {
        return values.get(row).get(column);
    }

    /** The largest number; 0 for an empty map. */
    public long largest() {
        return values.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /**
     * How strongly a number is shown, from 0 for none to {@link #STEPS} - 1 for the largest. Each step stands for the same
     * ratio: next to a hundred thousand, tens would else look like none.
     */
    public int heat(int row, int column) {
        long value = value(row, column);
        if (value == 0) {
            return 0;
        }
        double share = Math.log1p((double) value) / Math.log1p((double) largest());
        return Math.max(1, (int) Math.ceil(share * (STEPS - 1)));
    }
}
