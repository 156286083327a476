package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.SortOrder;
import dev.trailwise.sql.duckdb.value.Arithmetic;
import dev.trailwise.sql.duckdb.value.Literals;
import dev.trailwise.sql.function.Function;
import dev.trailwise.sql.function.Type;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.ListaggContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.SortItemContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** Aggregates and window functions: the syntax inside and after their parentheses. */
public final class Aggregates {
    private static final String FIRSTS =
            "list_filter(a, lambda e, i: i = list_position(list_transform(a, lambda e: e.k), e.k))";

    private final Expressions expressions;

    public Aggregates(Expressions expressions) {
        this.expressions = expressions;
    }

    /** Refuses what only an aggregate can have. */
    void refuse(FunctionCallContext call) {
        if (call.setQuantifier() != null
                || !call.sortItem().isEmpty()
                || call.filter() != null
                || call.over() != null) {
            throw expressions
                    .translation()
                    .wrong(call, "only an aggregate or window function takes DISTINCT, ORDER BY, FILTER or OVER");
        }
    }

    public Expr translate(FunctionCallContext call, Call unfiltered) {
        Call bound = AggregateArguments.filtered(unfiltered, kept(call));
        Function function = bound.function();
        if (function.kind() == Function.Kind.WINDOW && call.over() == null) {
            throw expressions.translation().wrong(call, function.name() + " is a window function: it needs OVER (…)");
        }
        new AggregateArguments(expressions.translation()).check(bound);
        String inside = inside(call, bound.arguments());
        if (call.nullTreatment() != null) {
            inside += call.nullTreatment().IGNORE() == null ? "" : " IGNORE NULLS";
        }
        String after = after(call);
        return switch (function.support()) {
            case NATIVE -> Expr.of(function.body() + "(" + inside + ")" + after, bound.result());
            case EXPRESSION -> Expr.of(FunctionCalls.filled(bound, inside, after), bound.result());
            default ->
                switch (function.name()) {
                    case "map_agg" -> map(bound, after);
                    case "multimap_agg" -> multimap(bound, after);
                    default -> average(bound, inside, after);
                };
        };
    }

    /**
     * The rows whose arguments Trino computes, as a condition: without GROUP BY those that any FILTER keeps, if all aggregates
     * have one. Nothing for all rows.
     */
    private Optional<String> kept(FunctionCallContext call) {
        ParserRuleContext select = call;
        while (select != null && !(select instanceof QuerySpecificationContext)) {
            select = select.getParent();
        }
        if (call.filter() == null
                || call.over() != null
                || !(select instanceof QuerySpecificationContext query)
                || query.groupBy() != null
                || ParseTrees.contains(query, ListaggContext.class)) {
            return Optional.empty();
        }
        List<FunctionCallContext> all = aggregates(query);
        return all.stream().allMatch(aggregate -> aggregate.filter() != null)
                ? Optional.of(all.stream()
                        .map(aggregate ->
                                expressions.condition(aggregate.filter().booleanExpression()))
                        .distinct()
                        .collect(Collectors.joining(" OR ")))
                : Optional.empty();
    }

    private static List<FunctionCallContext> aggregates(ParserRuleContext node) {
        List<FunctionCallContext> found = new ArrayList<>();
        for (ParserRuleContext child : node.getRuleContexts(ParserRuleContext.class)) {
            boolean aggregate = child instanceof FunctionCallContext call && FunctionCalls.isAggregate(call);
            if (aggregate) {
                found.add((FunctionCallContext) child);
            } else if (!(child instanceof QueryContext)) {
                found.addAll(aggregates(child));
            }
        }
        return found;
    }

    /** The average of decimals is a decimal of the same type, rounded half away from zero. */
    private static Expr average(Call bound, String inside, String after) {
        Type.Decimal type = (Type.Decimal) bound.arguments().get(0).type();
        Expr sum = Expr.of("sum(" + inside + ")" + after, new Type.Decimal(38, type.scale()));
        return Arithmetic.average(sum, "count(" + inside + ")" + after, type);
    }

    /** Of the values of a repeated key the first is kept. */
    private static Expr map(Call bound, String after) {
        return entries(bound, after, FIRSTS);
    }

    /** Of each key the values in a list. */
    private static Expr multimap(Call bound, String after) {
        return entries(
                bound,
                after,
                "list_transform(" + FIRSTS
                        + ", lambda f: struct_pack(k := f.k, v := list_transform(list_filter(a, lambda e: e.k = f.k),"
                        + " lambda e: e.v)))");
    }

    /** A map of entries made of the list {@code a} of all of them; a NULL key is left out, and no entry is no map. */
    private static Expr entries(Call bound, String after, String entries) {
        String all = "list_filter(list(struct_pack(k := " + bound.sql(0) + ", v := " + bound.sql(1) + "))" + after
                + ", lambda e: e.k IS NOT NULL)";
        // A lambda gives the list a name: written out several times, DuckDB cannot take one over a window.
        return Expr.of(
                "list_extract(list_transform([" + all + "], lambda a: CASE WHEN len(a) > 0 THEN map_from_entries("
                        + entries + ") END), 1)",
                bound.result());
    }

    private String inside(FunctionCallContext call, List<Expr> arguments) {
        boolean distinct = call.setQuantifier() != null && call.setQuantifier().DISTINCT() != null;
        return (distinct ? "DISTINCT " : "") + Expr.list(arguments) + order(call.sortItem());
    }

    String order(List<SortItemContext> items) {
        return items.isEmpty()
                ? ""
                : " ORDER BY "
                        + items.stream()
                                .map(item -> expressions
                                                .withOffset(item.expression())
                                                .sql()
                                        + SortOrder.of(item))
                                .collect(Collectors.joining(", "));
    }

    /** FILTER and OVER. */
    String after(FunctionCallContext call) {
        String filter = call.filter() == null
                ? ""
                : " FILTER (WHERE " + expressions.condition(call.filter().booleanExpression()) + ")";
        return filter + (call.over() == null ? "" : " " + new Windows(expressions).over(call.over()));
    }

    /** Text joined in order; Trino's overflow rules have no meaning where there is no limit. */
    public Expr listagg(ListaggContext listagg) {
        if (listagg.listAggOverflowBehavior() != null
                && listagg.listAggOverflowBehavior().TRUNCATE() != null) {
            throw expressions.translation().unsupported(listagg, "LISTAGG … ON OVERFLOW TRUNCATE");
        }
        Expr value = expressions.as(listagg.expression(), expressions.of(listagg.expression()), Type.Simple.VARCHAR);
        String separator = listagg.string() == null
                ? "''"
                : Literals.string(expressions, listagg.string()).sql();
        boolean distinct =
                listagg.setQuantifier() != null && listagg.setQuantifier().DISTINCT() != null;
        String filter = listagg.filter() == null
                ? ""
                : " FILTER (WHERE " + expressions.condition(listagg.filter().booleanExpression()) + ")";
        return Expr.of(
                "string_agg(" + (distinct ? "DISTINCT " : "") + value.sql() + ", " + separator
                        + order(listagg.sortItem()) + ")" + filter,
                Type.Simple.VARCHAR);
    }
}
