package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.NamedQueryContext;
import io.trino.grammar.sql.SqlBaseParser.QualifiedNameContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.SetOperationContext;
import io.trino.grammar.sql.SqlBaseParser.TableArgumentTableContext;
import io.trino.grammar.sql.SqlBaseParser.TableContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Finds the tables of a query, and how often each is read. A CTE hides a table of its name, whatever the case, from the
 * CTEs after it and from its query's body and all that is nested there; it sees itself only WITH RECURSIVE, as in Trino.
 * Trino puts a CTE's query in place of each mention of it, so its tables are read once for each.
 */
final class TableReferences {
    /** How often Trino reads the first rows of a recursive CTE: once for themselves, and once in each step. */
    private static final long BASE_READS = RecursiveQuery.DEPTH + 2;

    /** How often it reads the step: each one contains all steps before it, and one more looks for rows that are too many. */
    private static final long STEP_READS = (RecursiveQuery.DEPTH + 1) * (RecursiveQuery.DEPTH + 2) / 2;

    /** Beyond it nobody counts, nor could Trino plan the query. */
    private static final long MOST_READS = 1_000_000;

    private final SqlText text;
    private final List<TableReference> found = new ArrayList<>();

    private TableReferences(SqlText text) {
        this.text = text;
    }

    /**
     * How often each reference is read, in the order of the text; a CTE that is never mentioned counts as read once,
     * though Trino leaves it out.
     */
    static Map<TableReference, Long> in(SqlText text, QueryContext query) {
        TableReferences references = new TableReferences(text);
        Map<TableReference, Long> reads = references.walk(query, Map.of());
        Map<TableReference, Long> inOrder = new LinkedHashMap<>();
        references.found.forEach(table -> inOrder.put(table, reads.getOrDefault(table, 1L)));
        return Collections.unmodifiableMap(inOrder);
    }

    /** What is read when the node is run once, given what each CTE in sight reads. */
    private Map<TableReference, Long> walk(ParseTree node, Map<String, Map<TableReference, Long>> ctes) {
        if (node instanceof QueryContext query) {
            return walkQuery(query, ctes);
        }
        if (node instanceof TableNameContext table) {
            return add(table, table.qualifiedName(), ctes, form(table));
        }
        if (node instanceof TableContext table) {
            return add(table, table.qualifiedName(), ctes, TableReference.Form.STATEMENT);
        }
        if (node instanceof TableArgumentTableContext table) {
            return add(table.qualifiedName(), table.qualifiedName(), ctes, TableReference.Form.ARGUMENT);
        }
        return walkChildren(node, ctes);
    }

    private Map<TableReference, Long> walkQuery(QueryContext query, Map<String, Map<TableReference, Long>> outer) {
        if (query.with() == null) {
            return walkChildren(query, outer);
        }
        boolean recursive = query.with().RECURSIVE() != null;
        Map<String, Map<TableReference, Long>> ctes = new HashMap<>(outer);
        for (NamedQueryContext named : query.with().namedQuery()) {
            String name = Names.lower(named.name);
            if (recursive && RecursiveQuery.readsItself(named)) {
                ctes.put(name, Map.of());
                ctes.put(name, walkRecursive(named.query(), Map.copyOf(ctes)));
            } else {
                ctes.put(name, walk(named.query(), Map.copyOf(ctes)));
            }
        }
        return walk(query.queryNoWith(), ctes);
    }

    private Map<TableReference, Long> walkRecursive(QueryContext query, Map<String, Map<TableReference, Long>> ctes) {
        if (query.with() != null || !(query.queryNoWith().queryTerm() instanceof SetOperationContext union)) {
            return walk(query, ctes); // which Trino refuses
        }
        Map<TableReference, Long> reads = new HashMap<>();
        walk(union.left, ctes).forEach((table, times) -> count(reads, table, times * BASE_READS));
        walk(union.right, ctes).forEach((table, times) -> count(reads, table, times * STEP_READS));
        return reads;
    }

    private static void count(Map<TableReference, Long> reads, TableReference table, long times) {
        reads.merge(table, Math.min(MOST_READS, times), (a, b) -> Math.min(MOST_READS, a + b));
    }

    private Map<TableReference, Long> walkChildren(ParseTree node, Map<String, Map<TableReference, Long>> ctes) {
        Map<TableReference, Long> reads = new HashMap<>();
        for (int i = 0; i < node.getChildCount(); i++) {
            walk(node.getChild(i), ctes).forEach((table, times) -> count(reads, table, times));
        }
        return reads;
    }

    private static TableReference.Form form(TableNameContext table) {
        if (table.queryPeriod() != null) {
            return TableReference.Form.VERSIONED;
        }
        boolean aliased = table.getParent() instanceof AliasedRelationContext relation && relation.identifier() != null;
        return aliased ? TableReference.Form.ALIASED : TableReference.Form.BARE;
    }

    private Map<TableReference, Long> add(
            ParserRuleContext place,
            QualifiedNameContext name,
            Map<String, Map<TableReference, Long>> ctes,
            TableReference.Form form) {
        List<String> parts = new ArrayList<>();
        for (IdentifierContext part : name.identifier()) {
            parts.add(Names.lower(part));
        }
        Map<TableReference, Long> cte = parts.size() == 1 ? ctes.get(parts.get(0)) : null;
        if (cte != null) {
            return cte;
        }
        int start = place.getStart().getStartIndex();
        TableReference table = new TableReference(
                List.copyOf(parts),
                text.authorPosition(start),
                start,
                name.getStop().getStopIndex() + 1,
                form);
        found.add(table);
        return new HashMap<>(Map.of(table, 1L));
    }
}
