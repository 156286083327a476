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

    /** What is in a column. */
    public enum Kind {
        TEXT,
        /** Digits, sorted by their value. */
        NUMBER,
        /** A time of one length, in one line. */
        TIME
    }

    /** A column. */
    public record Column(String name, Kind kind) {
        public static Column text(String name) {
            return new Column(name, Kind.TEXT);
        }

        public static Column number(String name) {
            return new Column(name, Kind.NUMBER);
        }

        public static Column time(String name) {
            return new Column(name, Kind.TIME);
        }
    }

    boolean isCut() {
        return total > rows.size();
    }
}
