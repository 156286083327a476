package dev.trailwise.sql.scan;

import dev.trailwise.sql.scan.ScannedColumn.OuterJoin;
import dev.trailwise.sql.scan.ScannedColumn.Partition;
import dev.trailwise.sql.text.Position;
import dev.trailwise.table.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A scan of a table, with the conditions that Trino evaluates on each of its partitions. */
final class PartitionScan {
    private final TableName table;
    private final Position position;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Equality> equalities = new ArrayList<>();
    private final List<OuterJoin> joins = new ArrayList<>();
    private final Map<String, Set<String>> texts = new HashMap<>();
    private Optional<String> eventsFrom = Optional.empty();
    private boolean mayReadLess;

    PartitionScan(TableName table, Position position) {
        this.table = table;
        this.position = position;
    }

    /** The values of partition columns; of those that are not given, nothing is known. */
    record Binding(Map<String, String> values, Set<String> asked) {
        Binding(Map<String, String> values) {
            this(values, new HashSet<>());
        }

        StaticValue value(String column) {
            if (!StaticExpressions.isPartitionColumn(column)) {
                return StaticValue.DATA;
            }
            asked.add(column);
            String value = values.get(column);
            return value == null ? StaticValue.UNDECIDED : StaticValue.of(value);
        }
    }

    /** A condition that rows of the scan have to meet. */
    interface Condition {
        StaticValue value(Binding partition);
    }

    /** A partition column that equals one of another scan wherever rows are kept. */
    private record Equality(String column, Partition other) {}

    void require(Condition condition) {
        conditions.add(condition);
    }

    void equal(String column, Partition other) {
        equalities.add(new Equality(column, other));
        mayReadLess = true; // Trino also leaves out the values that the other side turns out not to have
    }

    void mayReadLess() {
        mayReadLess = true;
    }

    /** Trino may read less once a condition above makes this outer join an inner one. */
    void mayReadLess(OuterJoin join) {
        joins.add(join);
    }

    /** Conditions keep events from that time on; the latest of several counts. */
    void eventsFrom(String time) {
        eventsFrom = eventsFrom.filter(known -> known.compareTo(time) >= 0).or(() -> Optional.of(time));
    }

    /** Conditions keep only rows in which the column is one of the texts; the shortest of several lists counts. */
    void limit(String column, Set<String> values) {
        texts.merge(column, values, FixedColumns::fewer);
    }

    TableScan done() {
        boolean less = mayReadLess || joins.stream().anyMatch(OuterJoin::isInner);
        return new TableScan(
                table, position, this::read, eventsFrom, less, !conditions.isEmpty() || !equalities.isEmpty(), texts);
    }

    private TableScan.Read read(Map<String, String> partition) {
        boolean undecided = false;
        for (Condition condition : conditions) {
            StaticValue value = condition.value(new Binding(partition));
            if (value.rejects()) {
                return TableScan.Read.NO;
            }
            undecided |= value.kind() == StaticValue.Kind.UNDECIDED;
        }
        for (Equality equality : equalities) {
            String value = partition.get(equality.column());
            if (value != null
                    && equality.other().scan().excludes(equality.other().column(), value, new HashSet<>())) {
                return TableScan.Read.NO;
            }
        }
        return undecided ? TableScan.Read.MAYBE : TableScan.Read.YES;
    }

    /** Whether conditions on this column alone rule its value out, here or where it is equal to a column of another scan. */
    private boolean excludes(String column, String value, Set<Partition> seen) {
        if (!seen.add(new Partition(this, column))) {
            return false;
        }
        for (Condition condition : conditions) {
            Binding binding = new Binding(Map.of(column, value));
            if (condition.value(binding).rejects() && asksOnly(condition, column)) {
                return true;
            }
        }
        return equalities.stream()
                .filter(equality -> equality.column().equals(column))
                .anyMatch(equality ->
                        equality.other().scan().excludes(equality.other().column(), value, seen));
    }

    /** Trino carries a condition over to an equal column when it speaks of nothing else. */
    private static boolean asksOnly(Condition condition, String column) {
        Binding nothing = new Binding(Map.of());
        StaticValue value = condition.value(nothing);
        return value.kind() != StaticValue.Kind.DATA && Set.of(column).containsAll(nothing.asked());
    }
}
