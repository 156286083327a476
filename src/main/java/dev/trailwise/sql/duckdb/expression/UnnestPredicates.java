package dev.trailwise.sql.duckdb.expression;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.function.FunctionCalls;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.value.Comparisons;
import dev.trailwise.sql.duckdb.value.TypeChecks;
import dev.trailwise.sql.function.Type;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * {@code EXISTS} and {@code IN} of a subquery over {@code UNNEST(array)} as filters of the array, which DuckDB answers about 25
 * times as fast as a join with what was unnested.
 */
final class UnnestPredicates {
    private final Expressions expressions;

    UnnestPredicates(Expressions expressions) {
        this.expressions = expressions;
    }

    Optional<Expr> exists(QueryContext query) {
        return UnnestQuery.of(query)
                .flatMap(unnest -> unnest.elements(expressions))
                .map(elements -> Expr.bool("coalesce(len(" + elements.list() + ") > 0, FALSE)"));
    }

    /** {@code value IN (query)}: NULL where no element is equal but one is not known to be. */
    Optional<Expr> in(ParserRuleContext at, Expr value, QueryContext query) {
        boolean plain = !(value.type() instanceof Type.Row)
                && !ParseTrees.contains(at, QueryContext.class)
                && ParseTrees.everywhere(at, FunctionCallContext.class).stream()
                        .noneMatch(call -> call.over() != null || FunctionCalls.isAggregate(call));
        Optional<UnnestQuery> unnest = UnnestQuery.of(query)
                .filter(found -> plain
                        && found.select().selectItem().size() == 1
                        && found.select().selectItem(0) instanceof SelectSingleContext);
        return unnest.flatMap(found -> found.elements(expressions).map(elements -> {
            SelectSingleContext item = (SelectSingleContext) found.select().selectItem(0);
            Expr other = elements.inside().withOffset(item.expression());
            new TypeChecks(expressions.translation()).comparable(query, value, other, "IN");
            String equal = Comparisons.compared(value, "=", other);
            return Expr.bool("(CASE WHEN " + elements.any(equal) + " THEN TRUE WHEN "
                    + elements.any("(" + equal + ") IS NULL") + " THEN NULL ELSE FALSE END)");
        }));
    }
}
