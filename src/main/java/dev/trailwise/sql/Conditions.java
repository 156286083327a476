package dev.trailwise.sql;

import dev.trailwise.sql.ScannedColumn.Origin;
import io.trino.grammar.sql.SqlBaseParser.AndContext;
import io.trino.grammar.sql.SqlBaseParser.BetweenContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.OrContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** What a condition proves of columns: equality, ranges and lists of constants, joined by AND and OR. */
final class Conditions {
    private final Constants constants;

    Conditions(Constants constants) {
        this.constants = constants;
    }

    /** Notes at the scans what the condition proves of these columns, and where it may prove more than is understood. */
    void apply(ParserRuleContext condition, List<ScannedColumn> columns) {
        for (ParserRuleContext part : Trees.conjuncts(condition)) {
            Map<List<Origin>, Bound> proved = proved(part, columns);
            proved.forEach(
                    (origins, bound) -> origins.forEach(origin -> origin.scan().bound(origin.column(), bound)));
            mentioned(part, columns)
                    .filter(origins -> !proved.containsKey(origins))
                    .flatMap(List::stream)
                    .forEach(origin -> origin.scan().mayReadLess(origin.column()));
        }
    }

    /** The columns that a condition speaks of, outside of the queries in it. */
    private static Stream<List<Origin>> mentioned(ParseTree node, List<ScannedColumn> columns) {
        if (node instanceof QueryContext) {
            return Stream.empty();
        }
        if (node instanceof PrimaryExpressionContext primary && Trees.isPath(primary)) {
            return origins(primary, columns).stream();
        }
        return IntStream.range(0, node.getChildCount())
                .mapToObj(node::getChild)
                .flatMap(child -> mentioned(child, columns));
    }

    private Map<List<Origin>, Bound> proved(ParserRuleContext condition, List<ScannedColumn> columns) {
        ParserRuleContext only = Trees.unwrap(condition);
        if (only instanceof AndContext and) {
            Map<List<Origin>, Bound> both = new HashMap<>(proved(and.booleanExpression(0), columns));
            proved(and.booleanExpression(1), columns)
                    .forEach((origins, bound) -> both.merge(origins, bound, Bound::and));
            return both;
        }
        if (only instanceof OrContext or) {
            Map<List<Origin>, Bound> left = proved(or.booleanExpression(0), columns);
            Map<List<Origin>, Bound> right = proved(or.booleanExpression(1), columns);
            Map<List<Origin>, Bound> either = new HashMap<>();
            left.forEach((origins, bound) -> {
                Bound other = right.get(origins);
                if (other != null) {
                    either.put(origins, bound.or(other));
                }
            });
            return either;
        }
        return only instanceof PredicatedContext predicated && predicated.predicate() != null
                ? predicate(predicated, columns)
                : Map.of();
    }

    private Map<List<Origin>, Bound> predicate(PredicatedContext predicated, List<ScannedColumn> columns) {
        if (predicated.predicate() instanceof ComparisonContext comparison) {
            String operator = comparison.comparisonOperator().getText();
            Map<List<Origin>, Bound> plain = compared(predicated.valueExpression, operator, comparison.right, columns);
            return plain.isEmpty()
                    ? compared(comparison.right, mirrored(operator), predicated.valueExpression, columns)
                    : plain;
        }
        Optional<List<Origin>> origins = origins(predicated.valueExpression, columns);
        if (origins.isEmpty()) {
            return Map.of();
        }
        Optional<Bound> bound = Optional.empty();
        if (predicated.predicate() instanceof BetweenContext between && between.NOT() == null) {
            bound = constants
                    .text(between.lower)
                    .flatMap(low -> constants
                            .text(between.upper)
                            .map(high -> Bound.from(low, true).and(Bound.to(high, true))));
        } else if (predicated.predicate() instanceof InListContext list && list.NOT() == null) {
            bound = values(list.expression());
        }
        List<Origin> of = origins.get();
        return bound.map(proved -> Map.of(of, proved)).orElse(Map.of());
    }

    private Optional<Bound> values(List<ExpressionContext> list) {
        TreeSet<String> values = new TreeSet<>();
        for (ExpressionContext item : list) {
            Optional<String> value = constants.text(item);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(Bound.of(values));
    }

    private Map<List<Origin>, Bound> compared(
            ParserRuleContext left, String operator, ParserRuleContext right, List<ScannedColumn> columns) {
        Optional<List<Origin>> origins = origins(left, columns);
        Optional<String> constant = constants.text(right);
        if (origins.isEmpty() || constant.isEmpty()) {
            return Map.of();
        }
        String value = constant.get();
        Optional<Bound> bound = switch (operator) {
            case "=" -> Optional.of(Bound.only(value));
            case "<" -> Optional.of(Bound.to(value, false));
            case "<=" -> Optional.of(Bound.to(value, true));
            case ">" -> Optional.of(Bound.from(value, false));
            case ">=" -> Optional.of(Bound.from(value, true));
            default -> Optional.empty();
        };
        return bound.map(proved -> Map.of(origins.get(), proved)).orElse(Map.of());
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private static Optional<List<Origin>> origins(ParserRuleContext expression, List<ScannedColumn> columns) {
        return column(Trees.unwrap(expression), columns)
                .map(ScannedColumn::origins)
                .filter(origins -> !origins.isEmpty());
    }

    /** The column that a path names; nothing when it is none, or ambiguous. */
    static Optional<ScannedColumn> column(ParserRuleContext expression, List<ScannedColumn> columns) {
        List<String> path = expression instanceof PrimaryExpressionContext primary ? Trees.path(primary) : List.of();
        if (path.isEmpty()) {
            return Optional.empty();
        }
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
