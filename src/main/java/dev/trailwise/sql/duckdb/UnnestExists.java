package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.Trees;
import dev.trailwise.sql.duckdb.NameScope.Column;
import dev.trailwise.sql.function.Type;
import io.trino.grammar.sql.SqlBaseParser.ColumnAliasesContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code EXISTS (SELECT … FROM UNNEST(array) … WHERE …)} as a filter of the array, which DuckDB answers about 25 times
 * as fast as a join with what was unnested.
 */
final class UnnestExists {
    private final Expressions expressions;

    UnnestExists(Expressions expressions) {
        this.expressions = expressions;
    }

    Optional<Expr> translate(QueryContext query) {
        Optional<QuerySpecificationContext> select = Trees.plainSelect(query)
                .filter(plain -> plain.groupBy() == null
                        && plain.having == null
                        && plain.relation().size() == 1)
                .filter(UnnestExists::oneRowEach);
        if (select.isEmpty() || !(select.get().relation(0) instanceof RelationDefaultContext relation)) {
            return Optional.empty();
        }
        var aliased = relation.sampledRelation().patternRecognition().aliasedRelation();
        boolean plain = relation.sampledRelation().TABLESAMPLE() == null
                && relation.sampledRelation().patternRecognition().MATCH_RECOGNIZE() == null;
        if (!plain
                || !(aliased.relationPrimary() instanceof UnnestContext unnest)
                || unnest.ORDINALITY() != null
                || unnest.expression().size() != 1
                || select.get().where == null) {
            return Optional.empty();
        }
        Expr array = expressions.of(unnest.expression(0));
        if (!(array.type() instanceof Type.Array type)) {
            return Optional.empty();
        }
        List<String> name = aliased.identifier() == null ? List.of() : List.of(Names.lower(aliased.identifier()));
        String element = expressions.translation().fresh("l");
        Optional<List<Column>> columns = columns(aliased.columnAliases(), name, Expr.of(element, type.element()));
        return columns.map(named -> Expressions.bool("coalesce(len(list_filter(" + array.sql() + ", lambda " + element
                + ": " + expressions.inside(named).condition(select.get().where) + ")) > 0, FALSE)"));
    }

    /** Whether it has a row for each element that fits: an aggregate has one for none, and a nested query fits no lambda. */
    private static boolean oneRowEach(QuerySpecificationContext select) {
        return select.selectItem().stream().noneMatch(item -> Trees.contains(item, FunctionCallContext.class))
                && (select.where == null || !Trees.contains(select.where, QueryContext.class));
    }

    private static Optional<List<Column>> columns(ColumnAliasesContext aliases, List<String> name, Expr element) {
        List<Column> columns = new ArrayList<>();
        boolean whole = !(element.type() instanceof Type.Row)
                || (aliases != null && aliases.identifier().size() == 1);
        if (whole) {
            String shown = aliases == null ? "" : Names.of(aliases.identifier(0));
            return aliases != null && aliases.identifier().size() != 1
                    ? Optional.empty()
                    : Optional.of(List.of(new Column(name, shown, element)));
        }
        Type.Row row = (Type.Row) element.type();
        if (!row.named()
                || (aliases != null
                        && aliases.identifier().size() != row.fields().size())) {
            return Optional.empty();
        }
        for (int i = 0; i < row.fields().size(); i++) {
            Type.Field field = row.fields().get(i);
            String shown = aliases == null ? field.name() : Names.of(aliases.identifier(i));
            columns.add(new Column(name, shown, Expressions.field(element, field)));
        }
        return Optional.of(columns);
    }
}
