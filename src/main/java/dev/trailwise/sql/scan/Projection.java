package dev.trailwise.sql.scan;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryRelationContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A query that only picks columns and fields of the rows of one table, in no order, where texts in the row compare with
 * literals: each row can be decided and written by itself.
 *
 * @param table which table
 * @param columns the columns and fields, in lower case, such as {@code useridentity.arn}
 * @param conditions what must be true of a row, all of them
 */
public record Projection(TableName table, List<String> columns, List<TextCondition> conditions) {
    public Projection {
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
    }

    /**
     * What a query picks.
     *
     * @param tables the tables that it may read
     * @return nothing when it does more
     */
    public static Optional<Projection> of(ParsedSql query, Map<TableName, TableDefinition> tables) {
        if (query.kind() != ParsedSql.Kind.QUERY || query.tables().size() != 1) {
            return Optional.empty();
        }
        return query.tables()
                .get(0)
                .physical(tables.keySet())
                .flatMap(table -> ParseTrees.plainSelect(query.query())
                        .flatMap(select ->
                                of(select, table, new RowConditions(Objects.requireNonNull(tables.get(table))))));
    }

    private static Optional<Projection> of(QuerySpecificationContext select, TableName table, RowConditions rows) {
        AliasedRelationContext relation = RowConditions.relation(select).orElse(null);
        if (relation == null || !areAll(select, relation, rows)) {
            return Optional.empty();
        }
        List<String> columns = select.selectItem().stream()
                .filter(SelectSingleContext.class::isInstance)
                .flatMap(item -> rows.path(((SelectSingleContext) item).expression(), relation).stream())
                .toList();
        return columns.size() == select.selectItem().size()
                ? Optional.of(new Projection(table, columns, rows.conditions()))
                : Optional.empty();
    }

    /** Whether rows of the table, or of a {@code SELECT *} of it, are decided by the conditions that are read. */
    private static boolean areAll(
            QuerySpecificationContext select, AliasedRelationContext relation, RowConditions rows) {
        if (!RowConditions.keepsRows(select) || !rows.read(select, relation)) {
            return false;
        }
        if (relation.relationPrimary() instanceof SubqueryRelationContext subquery) {
            return ParseTrees.plainSelect(subquery.query())
                    .filter(inner -> inner.selectItem().size() == 1
                            && inner.selectItem(0).getText().equals("*"))
                    .filter(inner -> RowConditions.relation(inner)
                            .filter(from -> areAll(inner, from, rows))
                            .isPresent())
                    .isPresent();
        }
        return relation.relationPrimary() instanceof TableNameContext name && name.getChildCount() == 1;
    }
}
