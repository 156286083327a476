package dev.trailwise.sql.duckdb.expression;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.HiddenNulls;
import dev.trailwise.sql.duckdb.translation.Output;
import dev.trailwise.sql.duckdb.translation.TryExpressions;
import dev.trailwise.sql.duckdb.value.Comparisons;
import dev.trailwise.sql.duckdb.value.TypeChecks;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.BetweenContext;
import io.trino.grammar.sql.SqlBaseParser.ColumnReferenceContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.DistinctFromContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.InSubqueryContext;
import io.trino.grammar.sql.SqlBaseParser.LikeContext;
import io.trino.grammar.sql.SqlBaseParser.NullPredicateContext;
import io.trino.grammar.sql.SqlBaseParser.PredicateContext;
import io.trino.grammar.sql.SqlBaseParser.QuantifiedComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** What can follow a value to make a condition. */
final class Predicates {
    private final Expressions expressions;

    Predicates(Expressions expressions) {
        this.expressions = expressions;
    }

    Expr translate(PredicateContext predicate, ParserRuleContext at, Expr value) {
        if (predicate instanceof ComparisonContext comparison) {
            return comparison(comparison, value);
        }
        if (predicate instanceof BetweenContext between) {
            return bool(between(between, value));
        }
        if (predicate instanceof InListContext list) {
            return inList(list, value);
        }
        if (predicate instanceof InSubqueryContext in) {
            Optional<Expr> elements = new UnnestPredicates(expressions).in(at, value, in.query());
            if (elements.isPresent()) {
                return bool(not(in.NOT()).strip() + elements.get().sql());
            }
            String left = value.sql().startsWith("row(") ? value.sql().substring("row".length()) : value.sql();
            return bool(left + not(in.NOT()) + " IN (" + subquery(in.query(), value, "IN") + ")");
        }
        if (predicate instanceof LikeContext like) {
            return HiddenNulls.binary(like(like, at, value), value, like.pattern);
        }
        if (predicate instanceof NullPredicateContext isNull) {
            return bool(value.sql() + " IS" + not(isNull.NOT()) + " NULL");
        }
        if (predicate instanceof DistinctFromContext distinct) {
            Expr other = compared(distinct.right, value, "IS DISTINCT FROM");
            return bool(value.sql() + " IS" + not(distinct.NOT()) + " DISTINCT FROM " + other.sql());
        }
        return quantified((QuantifiedComparisonContext) predicate, value);
    }

    private static Expr bool(String sql) {
        return Expr.bool("(" + sql + ")");
    }

    private static String not(Object word) {
        return word == null ? "" : " NOT";
    }

    private Expr compared(ParserRuleContext at, Expr value, String operator) {
        Expr other = expressions.withOffset(at);
        new TypeChecks(expressions.translation()).comparable(at, value, other, operator);
        return other;
    }

    private Expr comparison(ComparisonContext comparison, Expr value) {
        String operator = comparison.comparisonOperator().getText();
        Expr other = expressions.withOffset(comparison.right);
        new TypeChecks(expressions.translation()).comparable(comparison, value, other, operator);
        return bool(Comparisons.compared(value, operator, other));
    }

    private String between(BetweenContext between, Expr value) {
        Expr lower = compared(between.lower, value, "BETWEEN");
        Expr upper = compared(between.upper, value, "BETWEEN");
        String above = Comparisons.compared(value, ">=", lower);
        String below = Comparisons.compared(value, "<=", upper);
        if (TryExpressions.isFallible(lower.sql())) {
            // DuckDB does not compute the lower bound where the upper one says all; Trino computes it first.
            return not(between.NOT()).strip() + "(CASE WHEN (" + above + ") IS FALSE THEN FALSE ELSE (" + above
                    + ") AND (" + below + ") END)";
        }
        if (value.type().floating() || lower.type().floating() || upper.type().floating()) {
            String both = above + " AND " + below;
            return between.NOT() == null ? both : "NOT (" + both + ")";
        }
        return value.sql() + not(between.NOT()) + " BETWEEN " + lower.sql() + " AND " + upper.sql();
    }

    private Expr inList(InListContext list, Expr value) {
        List<Item> items = new ArrayList<>();
        for (ExpressionContext at : list.expression()) {
            Expr item = compared(at, value, "IN");
            items.add(new Item(item, isConstant(at), isFallible(item)));
        }
        boolean mixed =
                items.stream().anyMatch(Item::constant) && !items.stream().allMatch(Item::constant);
        String in;
        if (isConstant(list.value) && mixed) {
            in = ordered(value, items, all(items, item -> !item.constant()));
        } else if (items.stream().anyMatch(Item::fallible)) {
            in = ordered(value, items, all(items, item -> true));
        } else {
            in = in(value, all(items, item -> true));
        }
        return bool((list.NOT() == null ? "" : "NOT ") + in);
    }

    /** A value of an IN list. */
    private record Item(Expr value, boolean constant, boolean fallible) {
        /** Whether it is compared while the query is planned. */
        boolean planned() {
            return constant && !fallible;
        }
    }

    private static List<Expr> all(List<Item> items, Predicate<Item> some) {
        return items.stream().filter(some).map(Item::value).toList();
    }

    /**
     * As in Trino constants are compared first, then the others from the last up to one that is equal. A constant that is
     * compared with constants and others is done with those, NULL among them, while the query is planned.
     *
     * @param rest the items that decide when none is equal
     */
    private static String ordered(Expr value, List<Item> items, List<Expr> rest) {
        StringBuilder choice = new StringBuilder("(CASE WHEN " + value.sql() + " IS NULL THEN NULL");
        List<Expr> constants = all(items, Item::planned);
        if (!constants.isEmpty()) {
            choice.append(" WHEN ").append(in(value, constants)).append(" THEN TRUE");
        }
        List<Expr> others = all(items, item -> !item.planned());
        for (int i = others.size() - 1; i >= 0; i--) {
            choice.append(" WHEN ").append(in(value, List.of(others.get(i)))).append(" THEN TRUE");
        }
        return choice + " ELSE " + in(value, rest) + " END)";
    }

    /** Whether Trino computes it while it plans; it does not look into TRY. */
    private static boolean isConstant(ParserRuleContext node) {
        return !ParseTrees.contains(node, ColumnReferenceContext.class)
                && !ParseTrees.contains(node, QueryContext.class)
                && ParseTrees.everywhere(node, FunctionCallContext.class).stream()
                        .noneMatch(call -> call.qualifiedName().getText().equalsIgnoreCase("try"));
    }

    private static boolean isFallible(Expr item) {
        return TryExpressions.isFallible(item.sql()) && !SqlLiteral.isText(item.sql());
    }

    private static String in(Expr value, List<Expr> items) {
        return value.type().floating()
                ? items.stream()
                        .map(item -> Comparisons.compared(value, "=", item))
                        .collect(Collectors.joining(" OR ", "(", ")"))
                : "(" + value.sql() + " IN (" + Expr.list(items) + "))";
    }

    private String subquery(QueryContext query, Expr value, String operator) {
        Output output = expressions.query(query);
        if (value.type() instanceof Type.Row row
                && row.fields().size() == output.columns().size()) {
            for (int i = 0; i < row.fields().size(); i++) {
                Expr part = Expr.of("", row.fields().get(i).type());
                new TypeChecks(expressions.translation())
                        .comparable(
                                query, part, Expr.of("", output.columns().get(i).type()), operator);
            }
            return output.sql();
        }
        if (output.columns().size() != 1) {
            throw expressions
                    .translation()
                    .wrong(
                            query,
                            "this subquery must have one column, not "
                                    + output.columns().size());
        }
        new TypeChecks(expressions.translation())
                .comparable(query, value, Expr.of("", output.columns().get(0).type()), operator);
        return output.sql();
    }

    private Expr like(LikeContext like, ParserRuleContext at, Expr value) {
        String text = expressions.as(at, value, Type.Simple.VARCHAR).sql();
        String pattern = expressions
                .as(like.pattern, expressions.of(like.pattern), Type.Simple.VARCHAR)
                .sql();
        String escape = like.escape == null
                ? ""
                : " ESCAPE "
                        + expressions
                                .as(like.escape, expressions.of(like.escape), Type.Simple.VARCHAR)
                                .sql();
        return bool(text + not(like.NOT()) + " LIKE " + pattern + escape);
    }

    private Expr quantified(QuantifiedComparisonContext comparison, Expr value) {
        String operator = comparison.comparisonOperator().getText();
        String quantifier = comparison.comparisonQuantifier().getText().toUpperCase(Locale.ROOT);
        return bool(value.sql() + " " + operator + " " + (quantifier.equals("SOME") ? "ANY" : quantifier) + " ("
                + subquery(comparison.query(), value, operator) + ")");
    }
}
