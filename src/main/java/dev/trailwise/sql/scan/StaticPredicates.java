package dev.trailwise.sql.scan;

import dev.trailwise.sql.scan.StaticExpressions.Columns;
import io.trino.grammar.sql.SqlBaseParser.BetweenContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.DistinctFromContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.LikeContext;
import io.trino.grammar.sql.SqlBaseParser.NullPredicateContext;
import io.trino.grammar.sql.SqlBaseParser.PredicateContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/** Evaluates comparisons, lists, ranges and patterns on the values of one partition. */
final class StaticPredicates {
    private final StaticExpressions expressions;
    private final Columns columns;

    StaticPredicates(StaticExpressions expressions, Columns columns) {
        this.expressions = expressions;
        this.columns = columns;
    }

    StaticValue value(PredicatedContext predicated) {
        StaticValue value = of(predicated.valueExpression);
        PredicateContext predicate = predicated.predicate();
        if (predicate instanceof ComparisonContext comparison) {
            return StaticComparison.compare(
                    value, comparison.comparisonOperator().getText(), of(comparison.right));
        }
        if (predicate instanceof BetweenContext between) {
            StaticValue within = StaticComparison.compare(value, ">=", of(between.lower))
                    .and(StaticComparison.compare(value, "<=", of(between.upper)));
            return between.NOT() == null ? within : within.not();
        }
        if (predicate instanceof InListContext list) {
            StaticValue among = StaticValue.of(false);
            for (ParserRuleContext item : list.expression()) {
                among = among.or(StaticComparison.equal(value, of(item)));
            }
            return list.NOT() == null ? among : among.not();
        }
        if (predicate instanceof LikeContext like) {
            StaticValue matches = like(value, of(like.pattern), Optional.ofNullable(like.escape));
            return like.NOT() == null ? matches : matches.not();
        }
        if (predicate instanceof NullPredicateContext isNull) {
            StaticValue none = value.isKnown() ? StaticValue.of(value.isNull()) : value;
            return isNull.NOT() == null ? none : none.not();
        }
        if (predicate instanceof DistinctFromContext distinct) {
            StaticValue other = of(distinct.right);
            boolean oneNull = value.isNull() || other.isNull();
            StaticValue same = oneNull && value.isKnown() && other.isKnown()
                    ? StaticValue.of(value.isNull() && other.isNull())
                    : oneNull ? StaticValue.UNDECIDED : StaticComparison.equal(value, other);
            return distinct.NOT() == null ? same.not() : same;
        }
        return StaticValue.unknown(List.of(value));
    }

    private StaticValue of(ParserRuleContext expression) {
        return expressions.value(expression, columns);
    }

    private StaticValue like(StaticValue value, StaticValue pattern, Optional<ParserRuleContext> escape) {
        Optional<StaticValue> mark = escape.map(this::of);
        if (value.isNull() || pattern.isNull()) {
            return StaticValue.NULL;
        }
        if (value.value() instanceof String text
                && pattern.value() instanceof String shape
                && mark.map(known -> known.value() instanceof String).orElse(true)) {
            return regex(shape, mark.map(known -> String.valueOf(known.value())).orElse(""))
                    .map(regex -> StaticValue.of(regex.matcher(text).matches()))
                    .orElse(StaticValue.UNDECIDED);
        }
        return StaticValue.unknown(List.of(value, pattern));
    }

    /** Nothing for a pattern that Trino refuses. */
    private static Optional<Pattern> regex(String like, String escape) {
        StringBuilder regex = new StringBuilder();
        boolean literal = false;
        for (int codePoint : like.codePoints().toArray()) {
            String letter = Character.toString(codePoint);
            if (literal && !letter.equals("%") && !letter.equals("_") && !letter.equals(escape)) {
                return Optional.empty();
            }
            if (!literal && letter.equals(escape)) {
                literal = true;
                continue;
            }
            regex.append(
                    literal
                            ? Pattern.quote(letter)
                            : letter.equals("%") ? ".*" : letter.equals("_") ? "." : Pattern.quote(letter));
            literal = false;
        }
        return literal ? Optional.empty() : Optional.of(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }
}
