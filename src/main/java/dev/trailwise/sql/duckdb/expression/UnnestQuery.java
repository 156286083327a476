package dev.trailwise.sql.duckdb.expression;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.function.FunctionCalls;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.NameScope.Column;
import dev.trailwise.sql.function.Type;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.ListaggContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.SampledRelationContext;
import io.trino.grammar.sql.SqlBaseParser.SelectItemContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subquery with a row for each element of an UNNEST that fits a condition. As a subquery DuckDB joins the row around it with
 * its elements by all that the array is computed of, and copies that for each element: 6 GB for 5,000 elements in an event of
 * 1.2 MB.
 *
 * @param select the SELECT, of which nothing is grouped
 * @param relation the UNNEST with its alias
 */
public record UnnestQuery(QuerySpecificationContext select, AliasedRelationContext relation) {
    public static Optional<UnnestQuery> of(QueryContext query) {
        return ParseTrees.plainSelect(query)
                .filter(plain -> plain.groupBy() == null
                        && plain.having == null
                        && plain.windowDefinition().isEmpty()
                        && plain.relation().size() == 1
                        && plain.selectItem().stream().allMatch(UnnestQuery::isOfOneRow))
                .flatMap(plain -> unnest(plain.relation(0)).map(unnest -> new UnnestQuery(plain, unnest)));
    }

    private static boolean isOfOneRow(SelectItemContext item) {
        return !ParseTrees.contains(item, ListaggContext.class)
                && ParseTrees.everywhere(item, FunctionCallContext.class).stream()
                        .noneMatch(call -> call.over() != null || FunctionCalls.isAggregate(call));
    }

    public UnnestContext unnest() {
        return (UnnestContext) relation.relationPrimary();
    }

    /** The UNNEST that a relation is, if it is one. */
    public static Optional<AliasedRelationContext> unnest(RelationContext relation) {
        return relation instanceof RelationDefaultContext plain ? unnest(plain.sampledRelation()) : Optional.empty();
    }

    public static Optional<AliasedRelationContext> unnest(SampledRelationContext sampled) {
        return plain(sampled).filter(aliased -> aliased.relationPrimary() instanceof UnnestContext);
    }

    /** A relation that is neither sampled nor matched with a pattern. */
    public static Optional<AliasedRelationContext> plain(SampledRelationContext sampled) {
        boolean plain =
                sampled.TABLESAMPLE() == null && sampled.patternRecognition().MATCH_RECOGNIZE() == null;
        return Optional.of(sampled.patternRecognition().aliasedRelation()).filter(aliased -> plain);
    }

    /** The only array that it unnests, and the columns that an element of it is; nothing where they are not so plain. */
    Optional<Elements> elements(Expressions expressions) {
        if (unnest().ORDINALITY() != null
                || unnest().expression().size() != 1
                || ParseTrees.contains(select.selectItem(0), QueryContext.class)
                || (select.where != null && ParseTrees.contains(select.where, QueryContext.class))) {
            return Optional.empty();
        }
        Expr array = expressions.of(unnest().expression(0));
        if (!(array.type() instanceof Type.Array type)) {
            return Optional.empty();
        }
        String element = expressions.translation().fresh("l");
        return columns(Expr.of(element, type.element())).map(columns -> {
            Expressions inside = expressions.inside(columns);
            String kept = select.where == null
                    ? array.sql()
                    : "list_filter(" + array.sql() + ", lambda " + element + ": " + inside.condition(select.where)
                            + ")";
            return new Elements(kept, element, inside);
        });
    }

    /**
     * Elements of an array.
     *
     * @param list those that fit the condition
     * @param name the name of one in a lambda
     * @param inside where expressions over one are translated
     */
    record Elements(String list, String name, Expressions inside) {
        /** Whether a condition is true for one of them; not for no array. */
        String any(String condition) {
            return "coalesce(len(list_filter(" + list + ", lambda " + name + ": " + condition + ")) > 0, FALSE)";
        }
    }

    private Optional<List<Column>> columns(Expr element) {
        List<String> name = relation.identifier() == null ? List.of() : List.of(Names.lower(relation.identifier()));
        List<String> aliases = relation.columnAliases() == null
                ? List.of()
                : relation.columnAliases().identifier().stream().map(Names::of).toList();
        if (!(element.type() instanceof Type.Row row) || aliases.size() == 1) {
            return aliases.size() > 1
                    ? Optional.empty()
                    : Optional.of(List.of(new Column(name, aliases.isEmpty() ? "" : aliases.get(0), element)));
        }
        List<Type.Field> fields = row.fields();
        if (!row.named() || (!aliases.isEmpty() && aliases.size() != fields.size())) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String shown = aliases.isEmpty() ? fields.get(i).name() : aliases.get(i);
            columns.add(new Column(name, shown, Expr.field(element, fields.get(i))));
        }
        return Optional.of(columns);
    }
}
