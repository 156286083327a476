package dev.trailwise.sql.scan;

import java.util.List;
import java.util.Optional;

/**
 * A column of a relation.
 *
 * @param relation the parts of the relation's name in lower case
 * @param name its name in lower case, empty when it has none
 * @param source where its values come from
 */
record ScannedColumn(List<String> relation, String name, Source source) {
    /** Stands for columns that are not looked into: how many they are is not known. */
    static final ScannedColumn UNKNOWN = new ScannedColumn(List.of(), "", Source.ROWS);

    /** Whether this is {@link #UNKNOWN}, whatever was made of it. */
    boolean isUnknown() {
        return relation.isEmpty() && name.isEmpty();
    }

    /** Whether all of the columns are known. */
    static boolean allKnown(List<ScannedColumn> columns) {
        return columns.stream().noneMatch(ScannedColumn::isUnknown);
    }

    ScannedColumn in(List<String> other) {
        return new ScannedColumn(other, name, source);
    }

    /** The same column, of which a condition from here on says nothing about partitions. */
    ScannedColumn opaque() {
        return new ScannedColumn(relation, name, Source.ROWS);
    }

    /** The same column on the side of an outer join that may have no match. */
    ScannedColumn of(OuterJoin join) {
        return new ScannedColumn(relation, name, new Nullable(join, source));
    }

    /** Where the values of a column come from. */
    interface Source {
        /** Rows decide. */
        Source ROWS = (scan, partition) -> StaticValue.DATA;

        /** Rows decide, unless Trino knows better. */
        Source UNDECIDED = (scan, partition) -> StaticValue.UNDECIDED;

        /** What the column is in rows that come from a partition of a scan. */
        StaticValue value(PartitionScan scan, PartitionScan.Binding partition);

        /** The partition column that it is, unchanged. */
        default Optional<Partition> partition() {
            return Optional.empty();
        }

        /** The partition column that it is in rows with a match, which a condition above may turn into all rows. */
        default Optional<Partition> matched() {
            return partition();
        }
    }

    /** A partition column of a scan. */
    record Partition(PartitionScan scan, String column) implements Source {
        @Override
        public StaticValue value(PartitionScan wanted, PartitionScan.Binding partition) {
            return wanted == scan ? partition.value(column) : StaticValue.DATA;
        }

        @Override
        public Optional<Partition> partition() {
            return Optional.of(this);
        }
    }

    /** An outer join; it is an inner one where a condition above rejects rows without a match. */
    static final class OuterJoin {
        private boolean inner;

        void becomesInner() {
            inner = true;
        }

        boolean isInner() {
            return inner;
        }
    }

    /** A column that is NULL in rows without a match. */
    record Nullable(OuterJoin join, Source source) implements Source {
        @Override
        public StaticValue value(PartitionScan scan, PartitionScan.Binding partition) {
            return join.isInner() ? source.value(scan, partition) : StaticValue.DATA;
        }

        @Override
        public Optional<Partition> partition() {
            return join.isInner() ? source.partition() : Optional.empty();
        }

        @Override
        public Optional<Partition> matched() {
            return source.matched();
        }
    }
}
