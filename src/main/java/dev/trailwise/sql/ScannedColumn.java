package dev.trailwise.sql;

import dev.trailwise.table.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of a relation.
 *
 * @param relation the parts of the relation's name in lower case
 * @param name its name in lower case, empty when it has none
 * @param origins the partition columns whose values it has, none for any other
 */
record ScannedColumn(List<String> relation, String name, List<Origin> origins) {
    /** Stands for columns that are not looked into: how many they are is not known. */
    static final ScannedColumn UNKNOWN = new ScannedColumn(List.of(), "", List.of());

    /** Whether this is {@link #UNKNOWN}, whatever was made of it. */
    boolean isUnknown() {
        return relation.isEmpty() && name.isEmpty() && origins.isEmpty();
    }

    /** Whether all of the columns are known. */
    static boolean allKnown(List<ScannedColumn> columns) {
        return columns.stream().noneMatch(ScannedColumn::isUnknown);
    }

    ScannedColumn in(List<String> other) {
        return new ScannedColumn(other, name, origins);
    }

    ScannedColumn opaque() {
        return new ScannedColumn(relation, name, List.of());
    }

    /** A column of a scan. */
    record Origin(Scan scan, String column) {}

    /** A scan while conditions are still being found. */
    static final class Scan {
        private final TableName table;
        private final Position position;
        private final Map<String, Bound> bounds = new HashMap<>();
        private boolean mayReadLess;

        Scan(TableName table, Position position) {
            this.table = table;
            this.position = position;
        }

        void bound(String column, Bound bound) {
            bounds.merge(column, bound, Bound::and);
        }

        /** A condition speaks of the column in a way that is not understood; that of an event's time spares nothing. */
        void mayReadLess(String column) {
            mayReadLess |= !column.equals("eventtime");
        }

        TableScan done() {
            return new TableScan(table, position, of("account"), of("region"), of("day"), of("eventtime"), mayReadLess);
        }

        private Bound of(String column) {
            return bounds.getOrDefault(column, Bound.ANY);
        }
    }
}
