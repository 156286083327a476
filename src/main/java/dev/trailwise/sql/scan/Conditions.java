package dev.trailwise.sql.scan;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.scan.ScannedColumn.Nullable;
import dev.trailwise.sql.scan.ScannedColumn.OuterJoin;
import dev.trailwise.sql.scan.ScannedColumn.Partition;
import dev.trailwise.sql.scan.ScannedColumn.Source;
import dev.trailwise.table.FileColumn;
import io.trino.grammar.sql.SqlBaseParser.BetweenContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;

/** Gives the conditions of a query to the scans whose partitions they decide about. */
final class Conditions {
    private static final String TIME = "eventtime";

    private final StaticExpressions expressions;

    Conditions(StaticExpressions expressions) {
        this.expressions = expressions;
    }

    /**
     * Notes a condition that all rows have to meet.
     *
     * @param columns what it can name
     * @param scans the scans that these rows come from
     */
    void require(ParserRuleContext condition, List<ScannedColumn> columns, List<PartitionScan> scans) {
        require(condition, columns, columns, scans);
    }

    /**
     * Notes a condition that the rows of some of the scans have to meet.
     *
     * @param columns what it can name
     * @param filtered those of the columns whose rows it filters: not those of the kept side of an outer join
     * @param scans the scans whose rows it filters
     */
    void require(
            ParserRuleContext condition,
            List<ScannedColumn> columns,
            List<ScannedColumn> filtered,
            List<PartitionScan> scans) {
        List<ParserRuleContext> parts = ParseTrees.conjuncts(condition);
        normalize(parts, filtered);
        FixedColumns fixed = new FixedColumns(expressions, columns);
        for (ParserRuleContext part : parts) {
            equality(part, columns, (a, b) -> equal(a, b, scans));
            time(part, columns);
            fixed.of(part).forEach((column, texts) -> {
                if (scans.contains(column.scan())) {
                    column.scan().limit(column.column(), texts);
                }
            });
            for (PartitionScan scan : scans) {
                scan.require(partition -> expressions.value(part, path -> value(path, columns, scan, partition)));
            }
        }
    }

    /** Notes a condition of ON for the rows that an outer join keeps: it filters them once the join is an inner one. */
    void requireOfInner(
            ParserRuleContext condition, List<ScannedColumn> columns, List<PartitionScan> kept, OuterJoin join) {
        for (ParserRuleContext part : ParseTrees.conjuncts(condition)) {
            for (PartitionScan scan : kept) {
                scan.require(partition -> join.isInner()
                        ? undecided(expressions.value(part, path -> value(path, columns, scan, partition)))
                        : StaticValue.DATA);
            }
        }
    }

    /** Whether Trino sees that the join is an inner one is not sure enough to leave a partition out of the price. */
    private static StaticValue undecided(StaticValue value) {
        return value.rejects() ? StaticValue.UNDECIDED : value;
    }

    /** The values of a column that is computed. */
    Source computed(ParserRuleContext expression, List<ScannedColumn> columns) {
        return (scan, partition) -> expressions.value(expression, path -> value(path, columns, scan, partition));
    }

    private static StaticValue value(
            List<String> path, List<ScannedColumn> columns, PartitionScan scan, PartitionScan.Binding partition) {
        return column(path, columns)
                .map(column -> column.source().value(scan, partition))
                .orElseGet(() -> unknown(path.get(path.size() - 1)));
    }

    /** Trino knows the file of a row before it reads it. */
    private static StaticValue unknown(String name) {
        return StaticExpressions.isPartitionColumn(name)
                        || FileColumn.named(name).isPresent()
                ? StaticValue.UNDECIDED
                : StaticValue.DATA;
    }

    /** An outer join is an inner one where a condition rejects rows without a match, that is with NULLs. */
    private void normalize(List<ParserRuleContext> parts, List<ScannedColumn> columns) {
        columns.stream()
                .flatMap(column ->
                        column.source() instanceof Nullable nullable ? Stream.of(nullable.join()) : Stream.empty())
                .distinct()
                .filter(join -> parts.stream()
                        .anyMatch(part -> expressions
                                .value(part, path -> unmatched(path, columns, join))
                                .rejects()))
                .forEach(OuterJoin::becomesInner);
    }

    private static StaticValue unmatched(List<String> path, List<ScannedColumn> columns, OuterJoin join) {
        return column(path, columns)
                        .filter(column -> column.source() instanceof Nullable nullable
                                && nullable.join().equals(join))
                        .isPresent()
                ? StaticValue.NULL
                : StaticValue.DATA;
    }

    private static void equality(
            ParserRuleContext condition, List<ScannedColumn> columns, BiConsumer<Source, Source> pairs) {
        if (ParseTrees.unwrap(condition) instanceof PredicatedContext predicated
                && predicated.predicate() instanceof ComparisonContext comparison
                && comparison.comparisonOperator().getText().equals("=")) {
            Optional<Source> left = source(predicated.valueExpression, columns);
            Optional<Source> right = source(comparison.right, columns);
            left.ifPresent(a -> right.ifPresent(b -> pairs.accept(a, b)));
        }
    }

    /** Hands over both sides of each equality of two columns that the condition asks of all rows. */
    static void equalities(ParserRuleContext condition, List<ScannedColumn> columns, BiConsumer<Source, Source> pairs) {
        ParseTrees.conjuncts(condition).forEach(part -> equality(part, columns, pairs));
    }

    /** Both columns have the same value in all rows that are kept of these scans. */
    static void equal(Source left, Source right, List<PartitionScan> scans) {
        left.partition().ifPresent(a -> right.partition().ifPresent(b -> equal(a, b, scans)));
    }

    private static void equal(Partition a, Partition b, List<PartitionScan> scans) {
        boolean both =
                StaticExpressions.isPartitionColumn(a.column()) && StaticExpressions.isPartitionColumn(b.column());
        if (both && a.scan() != b.scan()) {
            if (scans.contains(a.scan())) {
                a.scan().equal(a.column(), b);
            }
            if (scans.contains(b.scan())) {
                b.scan().equal(b.column(), a);
            }
        }
    }

    private static Optional<Source> source(ParserRuleContext expression, List<ScannedColumn> columns) {
        return column(ParseTrees.unwrap(expression), columns).map(ScannedColumn::source);
    }

    private static Optional<Partition> partition(ParserRuleContext expression, List<ScannedColumn> columns) {
        return source(expression, columns).flatMap(Source::partition);
    }

    /** Records {@code eventtime >= '…'}: a hint says which condition on {@code day} would scan less. */
    private static void time(ParserRuleContext condition, List<ScannedColumn> columns) {
        ParserRuleContext only = ParseTrees.unwrap(condition);
        if (!(only instanceof PredicatedContext predicated) || predicated.predicate() == null) {
            return;
        }
        Optional<String> from = Optional.empty();
        if (predicated.predicate() instanceof BetweenContext between && between.NOT() == null) {
            from = ParseTrees.string(between.lower);
        } else if (predicated.predicate() instanceof ComparisonContext comparison
                && Set.of(">", ">=", "=")
                        .contains(comparison.comparisonOperator().getText())) {
            from = ParseTrees.string(comparison.right);
        }
        Optional<String> first = from;
        partition(predicated.valueExpression, columns)
                .filter(column -> column.column().equals(TIME))
                .ifPresent(column -> first.ifPresent(column.scan()::eventsFrom));
    }

    /** The column that a path names; empty when there is no such column or the name is ambiguous. */
    static Optional<ScannedColumn> column(ParserRuleContext expression, List<ScannedColumn> columns) {
        List<String> path =
                expression instanceof PrimaryExpressionContext primary ? ParseTrees.path(primary) : List.of();
        return path.isEmpty() ? Optional.empty() : column(path, columns);
    }

    static Optional<ScannedColumn> column(List<String> path, List<ScannedColumn> columns) {
        List<String> relation = path.subList(0, path.size() - 1);
        List<ScannedColumn> named = columns.stream()
                .filter(column -> column.name().equals(path.get(path.size() - 1)) && in(column, relation))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** Whether a qualifier such as {@code t} or {@code db.t} means the column's relation. */
    static boolean in(ScannedColumn column, List<String> qualifier) {
        int skipped = column.relation().size() - qualifier.size();
        return qualifier.isEmpty()
                || (skipped >= 0
                        && column.relation()
                                .subList(skipped, column.relation().size())
                                .equals(qualifier));
    }
}
