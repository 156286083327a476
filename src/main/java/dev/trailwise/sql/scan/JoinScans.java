package dev.trailwise.sql.scan;

import dev.trailwise.sql.scan.ScannedColumn.OuterJoin;
import dev.trailwise.sql.scan.ScannedColumn.Source;
import io.trino.grammar.sql.SqlBaseParser.BooleanExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.JoinTypeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A join of two relations: which scans its conditions filter, and what its columns are. */
final class JoinScans {
    private final Side left;
    private final Side right;

    /** What ON says holds for the rows of a side that are kept only with a match. */
    private final List<PartitionScan> matched;

    JoinScans(
            @Nullable JoinTypeContext type,
            List<ScannedColumn> leftColumns,
            List<ScannedColumn> rightColumns,
            List<PartitionScan> leftScans,
            List<PartitionScan> rightScans) {
        boolean full = type != null && type.FULL() != null;
        OuterJoin join = new OuterJoin();
        this.left = new Side(leftColumns, leftScans, full || (type != null && type.LEFT() != null), join);
        this.right = new Side(
                rightColumns,
                rightScans,
                full || (type != null && type.RIGHT() != null),
                full ? new OuterJoin() : join);
        this.matched = Stream.of(left, right)
                .filter(side -> !side.kept())
                .flatMap(side -> side.scans().stream())
                .toList();
    }

    /**
     * One side.
     *
     * @param kept whether its rows are kept without a match
     * @param nullable the outer join that makes its columns NULL in rows of the other side without a match
     */
    private record Side(List<ScannedColumn> columns, List<PartitionScan> scans, boolean kept, OuterJoin nullable) {}

    /** Notes the condition of ON. */
    void on(BooleanExpressionContext condition, Conditions conditions) {
        List<ScannedColumn> both = new ArrayList<>(left.columns());
        both.addAll(right.columns());
        List<ScannedColumn> filtered = new ArrayList<>(left.kept() ? List.of() : left.columns());
        filtered.addAll(right.kept() ? List.of() : right.columns());
        Conditions.equalities(condition, both, this::equal);
        if (left.kept()) {
            conditions.requireOfInner(condition, both, left.scans(), right.nullable());
        }
        if (right.kept()) {
            conditions.requireOfInner(condition, both, right.scans(), left.nullable());
        }
        conditions.require(condition, both, filtered, matched);
    }

    /** Trino carries conditions over to an equal partition column, even where an outer join turns out an inner one. */
    private void equal(Source a, Source b) {
        Conditions.equal(a, b, matched);
        if (left.kept() || right.kept()) {
            Stream.of(a, b)
                    .filter(side -> a.matched().isPresent() && b.matched().isPresent())
                    .flatMap(side -> side.matched().stream())
                    .filter(column -> StaticExpressions.isPartitionColumn(column.column()))
                    .forEach(
                            column -> Stream.of(left, right).map(Side::nullable).forEach(column.scan()::mayReadLess));
        }
    }

    /**
     * The columns of the joined rows.
     *
     * @param using the columns named by USING: they come first, once
     */
    List<ScannedColumn> columns(Set<String> using) {
        List<ScannedColumn> columns = new ArrayList<>();
        for (String name : using) {
            List<ScannedColumn> ours = named(name, left);
            List<ScannedColumn> theirs = named(name, right);
            ours.forEach(a -> theirs.forEach(b -> equal(a.source(), b.source())));
            // Of an outer join it is the one or the other, which Trino does not take apart.
            columns.add(
                    left.kept() || right.kept() || ours.size() != 1
                            ? new ScannedColumn(List.of(), name, Source.UNDECIDED)
                            : ours.get(0).in(List.of()));
        }
        columns.addAll(others(left, right.kept(), using));
        columns.addAll(others(right, left.kept(), using));
        return columns;
    }

    private static List<ScannedColumn> others(Side side, boolean otherKept, Set<String> using) {
        return side.columns().stream()
                .filter(column -> !using.contains(column.name()))
                .map(column -> otherKept ? column.of(side.nullable()) : column)
                .toList();
    }

    private static List<ScannedColumn> named(String name, Side side) {
        return side.columns().stream()
                .filter(column -> column.name().equals(name))
                .toList();
    }
}
