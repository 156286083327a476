package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.duckdb.expression.UnnestQuery;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.NameScope.Column;
import dev.trailwise.sql.duckdb.translation.ResolvedName;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.LateralContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.SampledRelationContext;
import io.trino.grammar.sql.SqlBaseParser.SelectItemContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code LATERAL (SELECT … FROM UNNEST(…))} as a join with the elements, of which it has a row for each that fits.
 *
 * @param relation the subquery with its alias
 * @param query the same, taken apart
 */
record Laterals(AliasedRelationContext relation, UnnestQuery query) {
    static Optional<Laterals> of(RelationContext relation) {
        return relation instanceof RelationDefaultContext plain ? of(plain.sampledRelation()) : Optional.empty();
    }

    static Optional<Laterals> of(SampledRelationContext sampled) {
        return UnnestQuery.plain(sampled)
                .flatMap(aliased -> aliased.relationPrimary() instanceof LateralContext lateral
                        ? UnnestQuery.of(lateral.query())
                                .filter(query -> hasOnlyNamedItems(query.select()))
                                .map(query -> new Laterals(aliased, query))
                        : Optional.empty());
    }

    private static boolean hasOnlyNamedItems(QuerySpecificationContext select) {
        return select.setQuantifier() == null
                && select.selectItem().stream().allMatch(SelectSingleContext.class::isInstance);
    }

    /** The columns of the subquery over the elements. */
    List<Column> columns(Expressions elements) {
        List<Column> columns = new ArrayList<>();
        for (SelectItemContext item : query.select().selectItem()) {
            SelectSingleContext single = (SelectSingleContext) item;
            ResolvedName value = elements.passed(single.expression());
            columns.add(new Column(List.of(), SelectTranslation.name(single), value.value(), value.origin()));
        }
        return columns;
    }

    /** The condition of the subquery. */
    List<String> conditions(Expressions elements) {
        return query.select().where == null ? List.of() : List.of(elements.condition(query.select().where));
    }
}
