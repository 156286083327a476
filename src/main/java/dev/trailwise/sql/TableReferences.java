package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.NamedQueryContext;
import io.trino.grammar.sql.SqlBaseParser.QualifiedNameContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.TableArgumentTableContext;
import io.trino.grammar.sql.SqlBaseParser.TableContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Finds the tables of a query. A CTE hides a table of its name, whatever the case, from the CTEs after it and from its
 * query's body and all that is nested there; it sees itself only WITH RECURSIVE, as in Trino.
 */
final class TableReferences {
    private final SqlText text;
    private final List<TableReference> found = new ArrayList<>();

    private TableReferences(SqlText text) {
        this.text = text;
    }

    static List<TableReference> in(SqlText text, QueryContext query) {
        TableReferences references = new TableReferences(text);
        references.walk(query, Set.of());
        return List.copyOf(references.found);
    }

    private void walk(ParseTree node, Set<String> hidden) {
        if (node instanceof QueryContext query) {
            walkQuery(query, hidden);
        } else if (node instanceof TableNameContext table) {
            add(table, table.qualifiedName(), hidden, form(table));
        } else if (node instanceof TableContext table) {
            add(table, table.qualifiedName(), hidden, TableReference.Form.STATEMENT);
        } else if (node instanceof TableArgumentTableContext table) {
            add(table.qualifiedName(), table.qualifiedName(), hidden, TableReference.Form.ARGUMENT);
        } else {
            walkChildren(node, hidden);
        }
    }

    private void walkQuery(QueryContext query, Set<String> outer) {
        if (query.with() == null) {
            walkChildren(query, outer);
            return;
        }
        boolean recursive = query.with().RECURSIVE() != null;
        Set<String> hidden = new HashSet<>(outer);
        for (NamedQueryContext named : query.with().namedQuery()) {
            String name = Names.lower(named.name);
            if (recursive) {
                hidden.add(name);
            }
            walk(named.query(), Set.copyOf(hidden));
            hidden.add(name);
        }
        walk(query.queryNoWith(), hidden);
    }

    private void walkChildren(ParseTree node, Set<String> hidden) {
        for (int i = 0; i < node.getChildCount(); i++) {
            walk(node.getChild(i), hidden);
        }
    }

    private static TableReference.Form form(TableNameContext table) {
        if (table.queryPeriod() != null) {
            return TableReference.Form.VERSIONED;
        }
        boolean aliased = table.getParent() instanceof AliasedRelationContext relation && relation.identifier() != null;
        return aliased ? TableReference.Form.ALIASED : TableReference.Form.BARE;
    }

    private void add(ParserRuleContext place, QualifiedNameContext name, Set<String> hidden, TableReference.Form form) {
        List<String> parts = new ArrayList<>();
        for (IdentifierContext part : name.identifier()) {
            parts.add(Names.lower(part));
        }
        if (parts.size() == 1 && hidden.contains(parts.get(0))) {
            return;
        }
        int start = place.getStart().getStartIndex();
        found.add(new TableReference(
                List.copyOf(parts),
                text.authorPosition(start),
                start,
                name.getStop().getStopIndex() + 1,
                form));
    }
}
