package dev.trailwise.sql.scan;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.TableReference;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.OverContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationPrimaryContext;
import io.trino.grammar.sql.SqlBaseParser.SelectAllContext;
import io.trino.grammar.sql.SqlBaseParser.SelectItemContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryRelationContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Conditions that a query evaluates before anything else on the rows of a table: a row that fails one cannot matter to it. */
public final class EarlyConditions {
    private EarlyConditions() {}

    /**
     * The conditions of each table that the query names once.
     *
     * @param tables the tables that it may read
     */
    public static Map<TableName, List<TextCondition>> of(ParsedSql query, Map<TableName, TableDefinition> tables) {
        Map<TableName, List<TextCondition>> found = new HashMap<>();
        for (TableName table : tables.keySet()) {
            List<TableReference> references = query.tables().stream()
                    .filter(reference -> reference.physical(tables.keySet()).equals(Optional.of(table)))
                    .toList();
            if (references.size() == 1) {
                RowConditions rows = new RowConditions(Objects.requireNonNull(tables.get(table)));
                node(query, references.get(0)).ifPresent(node -> read(node, rows, tables.get(table)));
                found.put(table, rows.conditions());
            }
        }
        return found;
    }

    private static Optional<TableNameContext> node(ParsedSql query, TableReference reference) {
        return ParseTrees.everywhere(query.query(), TableNameContext.class).stream()
                .filter(name -> name.getStart().getStartIndex() == reference.start() && name.getChildCount() == 1)
                .findFirst();
    }

    /** Reads the WHERE around a relation, and, where that passes all rows on with their columns, the one around that. */
    private static void read(RelationPrimaryContext primary, RowConditions rows, TableDefinition table) {
        RelationPrimaryContext at = primary;
        while (at != null) {
            QuerySpecificationContext select = ancestor(at, QuerySpecificationContext.class);
            AliasedRelationContext relation =
                    select == null ? null : RowConditions.relation(select).orElse(null);
            if (select == null
                    || relation == null
                    || relation.relationPrimary() != at
                    || !rows.read(select, relation)
                    || !RowConditions.keepsRows(select)
                    || !passesColumns(select, table)) {
                return;
            }
            SubqueryRelationContext subquery = ancestor(select, SubqueryRelationContext.class);
            at = subquery != null && ParseTrees.plainSelect(subquery.query()).equals(Optional.of(select))
                    ? subquery
                    : null;
        }
    }

    /** Whether the columns are all of the table's, and others that are computed of one row. */
    private static boolean passesColumns(QuerySpecificationContext select, TableDefinition table) {
        List<SelectItemContext> items = select.selectItem();
        return items.get(0) instanceof SelectAllContext
                && items.get(0).getText().equals("*")
                && items.stream().skip(1).allMatch(item -> isComputed(item, table));
    }

    private static boolean isComputed(SelectItemContext item, TableDefinition table) {
        return item instanceof SelectSingleContext single
                && single.identifier() != null
                && table.column(Names.lower(single.identifier())).isEmpty()
                && !ParseTrees.contains(single, OverContext.class);
    }

    private static <T extends ParserRuleContext> @Nullable T ancestor(ParserRuleContext node, Class<T> kind) {
        for (ParseTree at = node.getParent(); at != null; at = at.getParent()) {
            if (kind.isInstance(at)) {
                return kind.cast(at);
            }
        }
        return null;
    }
}
