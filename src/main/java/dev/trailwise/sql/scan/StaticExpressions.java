package dev.trailwise.sql.scan;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.function.Function;
import dev.trailwise.sql.function.FunctionRegistry;
import io.trino.grammar.sql.SqlBaseParser.AndContext;
import io.trino.grammar.sql.SqlBaseParser.ArithmeticBinaryContext;
import io.trino.grammar.sql.SqlBaseParser.ArrayConstructorContext;
import io.trino.grammar.sql.SqlBaseParser.BooleanValueContext;
import io.trino.grammar.sql.SqlBaseParser.CastContext;
import io.trino.grammar.sql.SqlBaseParser.ConcatenationContext;
import io.trino.grammar.sql.SqlBaseParser.ExistsContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.IntegerLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.LogicalNotContext;
import io.trino.grammar.sql.SqlBaseParser.NullLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.OrContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.RowConstructorContext;
import io.trino.grammar.sql.SqlBaseParser.SearchedCaseContext;
import io.trino.grammar.sql.SqlBaseParser.SimpleCaseContext;
import io.trino.grammar.sql.SqlBaseParser.SubscriptContext;
import io.trino.grammar.sql.SqlBaseParser.SubstringContext;
import io.trino.grammar.sql.SqlBaseParser.WhenClauseContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions on the values of one partition, as Trino does to leave partitions out: what depends on rows stays
 * open, and a condition that is false in spite of that leaves the partition out.
 *
 * @see <a
 *     href="https://github.com/trinodb/trino/blob/435/core/trino-main/src/main/java/io/trino/sql/planner/LayoutConstraintEvaluator.java">LayoutConstraintEvaluator
 *     of Trino 435</a>
 */
final class StaticExpressions {
    private static final Set<String> PARTITION_COLUMNS = Set.of("account", "region", "day");
    private static final Set<String> RANDOM = Set.of("rand", "random", "uuid", "shuffle");

    private final Constants constants;

    StaticExpressions(Instant now) {
        this.constants = new Constants(now);
    }

    /** The values of columns. */
    interface Columns {
        /** The value of the column that a path names, in lower case. */
        StaticValue of(List<String> path);
    }

    StaticValue value(ParserRuleContext expression, Columns columns) {
        ParserRuleContext only = ParseTrees.unwrap(expression);
        if (only instanceof AndContext and) {
            return value(and.booleanExpression(0), columns).and(value(and.booleanExpression(1), columns));
        }
        if (only instanceof OrContext or) {
            return value(or.booleanExpression(0), columns).or(value(or.booleanExpression(1), columns));
        }
        if (only instanceof LogicalNotContext not) {
            return value(not.booleanExpression(), columns).not();
        }
        if (only instanceof PredicatedContext predicated && predicated.predicate() != null) {
            return new StaticPredicates(this, columns).value(predicated);
        }
        if (only instanceof PrimaryExpressionContext primary && ParseTrees.isPath(primary)) {
            return columns.of(ParseTrees.path(primary));
        }
        return literal(only).orElseGet(() -> composed(only, columns));
    }

    private Optional<StaticValue> literal(ParserRuleContext expression) {
        if (expression instanceof NullLiteralContext) {
            return Optional.of(StaticValue.NULL);
        }
        if (expression instanceof BooleanValueContext truth) {
            return Optional.of(StaticValue.of(truth.getText().equalsIgnoreCase("true")));
        }
        if (expression instanceof IntegerLiteralContext number
                && number.getText().matches("[0-9]{1,18}")) {
            return Optional.of(StaticValue.of(Long.valueOf(number.getText())));
        }
        Optional<Object> constant = constants.text(expression).map(text -> text);
        return constant.or(() -> constants.dateOrTime(expression)).map(StaticValue::of);
    }

    private StaticValue composed(ParserRuleContext expression, Columns columns) {
        if (expression instanceof ConcatenationContext joined) {
            return call("concat", List.of(joined.left, joined.right), columns);
        }
        if (expression instanceof SubstringContext part) {
            return call("substr", part.valueExpression(), columns);
        }
        if (expression instanceof FunctionCallContext call) {
            return call(call, columns);
        }
        if (expression instanceof CastContext cast) {
            return cast(cast, columns);
        }
        if (expression instanceof RowConstructorContext row) {
            return list(row.expression(), columns);
        }
        if (expression instanceof ArrayConstructorContext array) {
            return list(array.expression(), columns);
        }
        if (expression instanceof SubscriptContext element) {
            return call("element_at", List.of(element.value, element.index), columns);
        }
        if (expression instanceof ArithmeticBinaryContext sum) {
            return arithmetic(sum, columns);
        }
        if (expression instanceof SearchedCaseContext choice) {
            return choice(choice.whenClause(), choice.elseExpression, when -> value(when.condition, columns), columns);
        }
        if (expression instanceof SimpleCaseContext choice) {
            StaticValue operand = value(choice.operand, columns);
            return choice(
                    choice.whenClause(),
                    choice.elseExpression,
                    when -> StaticComparison.equal(operand, value(when.condition, columns)),
                    columns);
        }
        return other(expression, columns);
    }

    private StaticValue call(FunctionCallContext call, Columns columns) {
        String name = call.qualifiedName().getText().toLowerCase(Locale.ROOT);
        boolean overRows = call.ASTERISK() != null
                || call.over() != null
                || call.filter() != null
                || call.setQuantifier() != null
                || RANDOM.contains(name)
                || isAggregate(name);
        return overRows ? StaticValue.DATA : call(name, call.expression(), columns);
    }

    private static boolean isAggregate(String name) {
        List<Function> forms = FunctionRegistry.get().named(name);
        return !forms.isEmpty() && forms.stream().noneMatch(form -> form.kind() == Function.Kind.SCALAR);
    }

    private StaticValue call(String name, List<? extends ParserRuleContext> arguments, Columns columns) {
        List<StaticValue> values = new ArrayList<>();
        arguments.forEach(argument -> values.add(value(argument, columns)));
        return StaticFunctions.value(name, values);
    }

    private StaticValue cast(CastContext cast, Columns columns) {
        String type = cast.type().getText().toLowerCase(Locale.ROOT);
        return StaticFunctions.value("cast " + type, List.of(value(cast.expression(), columns)));
    }

    private StaticValue list(List<? extends ParserRuleContext> items, Columns columns) {
        List<@Nullable Object> values = new ArrayList<>();
        List<StaticValue> all = new ArrayList<>();
        for (ParserRuleContext item : items) {
            StaticValue value = value(item, columns);
            all.add(value);
            values.add(value.value());
        }
        return all.stream().allMatch(StaticValue::isKnown) ? StaticValue.of(values) : StaticValue.unknown(all);
    }

    private StaticValue arithmetic(ArithmeticBinaryContext sum, Columns columns) {
        StaticValue left = value(sum.left, columns);
        Object value = left.value();
        if (value instanceof LocalDate || value instanceof LocalDateTime) {
            return constants.shifted(value, sum).map(StaticValue::of).orElse(StaticValue.UNDECIDED);
        }
        return StaticFunctions.value(sum.operator.getText(), List.of(left, value(sum.right, columns)));
    }

    private interface Condition {
        StaticValue of(WhenClauseContext when);
    }

    private StaticValue choice(
            List<WhenClauseContext> whens,
            @Nullable ParserRuleContext otherwise,
            Condition condition,
            Columns columns) {
        for (WhenClauseContext when : whens) {
            StaticValue holds = condition.of(when);
            if (!holds.isKnown()) {
                return StaticValue.UNDECIDED;
            }
            if (holds.isTrue()) {
                return value(when.result, columns);
            }
        }
        return otherwise == null ? StaticValue.NULL : value(otherwise, columns);
    }

    /** What has no meaning here: rows decide it when they decide a part of it. */
    private StaticValue other(ParserRuleContext expression, Columns columns) {
        if (expression instanceof ExistsContext && !mentionsPartitions(expression)) {
            return StaticValue.DATA;
        }
        List<StaticValue> parts = new ArrayList<>();
        collect(expression, columns, parts);
        return StaticValue.unknown(parts);
    }

    private void collect(ParseTree node, Columns columns, List<StaticValue> parts) {
        for (int i = 0; i < node.getChildCount(); i++) {
            ParseTree child = node.getChild(i);
            if (child instanceof PrimaryExpressionContext primary && ParseTrees.isPath(primary)) {
                parts.add(columns.of(ParseTrees.path(primary)));
            } else if (!(child instanceof QueryContext)) {
                collect(child, columns, parts);
            }
        }
    }

    /** Whether a subquery names a partition column, its own or one of the query around it. */
    static boolean mentionsPartitions(ParseTree node) {
        if (node instanceof PrimaryExpressionContext primary && ParseTrees.isPath(primary)) {
            List<String> path = ParseTrees.path(primary);
            return PARTITION_COLUMNS.contains(path.get(path.size() - 1));
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            if (mentionsPartitions(node.getChild(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isPartitionColumn(String name) {
        return PARTITION_COLUMNS.contains(name);
    }
}
