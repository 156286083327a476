package dev.trailwise.report.page;

import java.util.List;

/**
 * A table as it is read.
 *
 * @param caption what its rows are
 * @param columns its columns
 * @param rows texts, one for each column
 * @param total how many rows there are in all; more than are in the table where it is cut
 */
public record DataTable(String caption, List<Column> columns, List<List<String>> rows, long total) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A table with all rows. */
    public DataTable(String caption, List<Column> columns, List<List<String>> rows) {
        this(caption, columns, rows, rows.size());
    }

    /**
     * A column.
     *
     * @param number whether it is sorted and set as numbers
     */
    public record Column(String name, boolean number) {
        public static Column text(String name) {
            return new Column(name, false);
        }

        public static Column number(String name) {
            return new Column(name, true);
        }
    }

    boolean isCut() {
        return total > rows.size();
    }
}
