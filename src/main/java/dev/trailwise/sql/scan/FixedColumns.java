package dev.trailwise.sql.scan;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.scan.ScannedColumn.Partition;
import io.trino.grammar.sql.SqlBaseParser.AndContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.OrContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.ParserRuleContext;

/** Finds the columns that a condition limits to some texts: {@code eventname = 'CreateUser'}, lists, and OR of such. */
final class FixedColumns {
    private final StaticExpressions expressions;
    private final List<ScannedColumn> columns;

    /** @param columns what the condition can name */
    FixedColumns(StaticExpressions expressions, List<ScannedColumn> columns) {
        this.expressions = expressions;
        this.columns = columns;
    }

    /** The texts that columns have wherever the condition is true. */
    Map<Partition, Set<String>> of(ParserRuleContext condition) {
        ParserRuleContext only = ParseTrees.unwrap(condition);
        if (only instanceof AndContext and) {
            Map<Partition, Set<String>> all = new HashMap<>();
            and.booleanExpression()
                    .forEach(
                            part -> of(part).forEach((column, texts) -> all.merge(column, texts, FixedColumns::fewer)));
            return all;
        }
        if (only instanceof OrContext or) {
            return or.booleanExpression().stream()
                    .map(this::of)
                    .reduce(FixedColumns::either)
                    .orElse(Map.of());
        }
        if (only instanceof PredicatedContext predicated
                && predicated.predicate() instanceof ComparisonContext comparison
                && comparison.comparisonOperator().getText().equals("=")) {
            Map<Partition, Set<String>> found = one(predicated.valueExpression, List.of(comparison.right));
            return found.isEmpty() ? one(comparison.right, List.of(predicated.valueExpression)) : found;
        }
        if (only instanceof PredicatedContext predicated
                && predicated.predicate() instanceof InListContext list
                && list.NOT() == null) {
            return one(predicated.valueExpression, list.expression());
        }
        return Map.of();
    }

    /** Of two limits that both hold. */
    static Set<String> fewer(Set<String> one, Set<String> other) {
        return other.size() < one.size() ? other : one;
    }

    private static Map<Partition, Set<String>> either(
            Map<Partition, Set<String>> one, Map<Partition, Set<String>> other) {
        Map<Partition, Set<String>> both = new HashMap<>();
        one.forEach((column, texts) -> {
            Set<String> others = other.get(column);
            if (others != null) {
                Set<String> all = new TreeSet<>(texts);
                all.addAll(others);
                both.put(column, all);
            }
        });
        return both;
    }

    private Map<Partition, Set<String>> one(ParserRuleContext expression, List<? extends ParserRuleContext> items) {
        Optional<Partition> column = column(expression);
        if (column.isEmpty()) {
            return Map.of();
        }
        Set<String> texts = new TreeSet<>();
        for (ParserRuleContext item : items) {
            StaticValue value = expressions.value(item, path -> StaticValue.DATA);
            if (value.value() instanceof String text) {
                texts.add(text);
            } else if (!value.isNull()) { // nothing equals NULL
                return Map.of();
            }
        }
        return Map.of(column.get(), texts);
    }

    /** The column that an expression is, or is in lower case. */
    private Optional<Partition> column(ParserRuleContext expression) {
        ParserRuleContext only = ParseTrees.unwrap(expression);
        if (only instanceof FunctionCallContext call
                && call.qualifiedName().getText().equalsIgnoreCase("lower")
                && call.expression().size() == 1) {
            return path(call.expression(0), columns)
                    .map(column -> new Partition(column.scan(), TableScan.lower(column.column())));
        }
        return path(only, columns);
    }

    /** The column of a scan, or the field of one, that a path names. */
    static Optional<Partition> path(ParserRuleContext expression, List<ScannedColumn> columns) {
        ParserRuleContext only = ParseTrees.unwrap(expression);
        if (!(only instanceof PrimaryExpressionContext primary) || !ParseTrees.isPath(primary)) {
            return Optional.empty();
        }
        List<String> path = ParseTrees.path(primary);
        Optional<ScannedColumn> whole = Conditions.column(path, columns);
        if (whole.isPresent() || path.size() < 2) {
            return whole.flatMap(column -> column.source().partition());
        }
        String field = path.get(path.size() - 1);
        return Conditions.column(path.subList(0, path.size() - 1), columns)
                .flatMap(column -> column.source().partition())
                .map(column -> new Partition(column.scan(), column.column() + "." + field));
    }
}
