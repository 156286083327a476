package dev.trailwise.sql;

import dev.trailwise.sql.text.SqlProblem;
import io.trino.grammar.sql.SqlBaseParser.JoinRelationContext;
import io.trino.grammar.sql.SqlBaseParser.NamedQueryContext;
import io.trino.grammar.sql.SqlBaseParser.QualifiedNameContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryNoWithContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.RelationContext;
import io.trino.grammar.sql.SqlBaseParser.SetOperationContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryContext;
import io.trino.grammar.sql.SqlBaseParser.TableContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import io.trino.grammar.sql.SqlBaseParser.WithContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * A CTE of WITH RECURSIVE that reads itself, in the only shape that Trino runs.
 *
 * @param base the first rows
 * @param step what makes more rows of those of the round before
 * @param reference where the step reads the CTE
 * @param distinct whether equal rows count once
 */
public record RecursiveQuery(
        QueryTermContext base, QueryTermContext step, ParserRuleContext reference, boolean distinct) {
    /** After so many steps there must be no more rows. */
    public static final int DEPTH = 10;

    /** What Trino says when there are. */
    public static final String TOO_DEEP = "Recursion depth limit exceeded (" + DEPTH
            + "). Use 'max_recursion_depth' session property to modify the limit.";

    /**
     * A CTE of WITH RECURSIVE; nothing when it does not read itself.
     *
     * @throws SqlProblem for what Trino refuses, in its words
     */
    public static Optional<RecursiveQuery> of(ParsedSql sql, NamedQueryContext cte) {
        if (cte.columnAliases() == null) {
            throw sql.problem(cte, "missing column aliases in recursive WITH query");
        }
        ParseTrees.all(cte.query(), WithContext.class).stream()
                .filter(RecursiveQuery::nested)
                .findFirst()
                .ifPresent(with -> {
                    throw sql.problem(with, "nested recursive WITH query");
                });
        String name = Names.lower(cte.name);
        List<ParserRuleContext> all = references(cte.query(), name);
        if (!(cte.query().queryNoWith().queryTerm() instanceof SetOperationContext union)
                || union.UNION() == null
                || all.isEmpty()) {
            refuse(sql, all, "recursive reference not allowed in this context");
            return Optional.empty();
        }
        refuse(sql, references(union.left, name), "WITH table name is referenced in the base relation of recursion");
        List<ParserRuleContext> references = references(union.right, name);
        if (references.size() > 1) {
            throw sql.problem(references.get(1), "multiple recursive references in the step relation of recursion");
        }
        if (references.isEmpty()) {
            throw sql.problem(all.get(0), "recursive reference not allowed in this context");
        }
        List<RelationContext> from = from(sql, union.right);
        if (from.stream().allMatch(relation -> references(relation, name).isEmpty())) {
            throw sql.problem(
                    references.get(0), "recursive reference outside of FROM clause of the step relation of recursion");
        }
        checkWhole(sql, cte.query());
        from.forEach(relation -> checkFrom(sql, relation, name));
        boolean keepsEqual =
                union.setQuantifier() != null && union.setQuantifier().ALL() != null;
        return Optional.of(new RecursiveQuery(union.left, union.right, references.get(0), !keepsEqual));
    }

    private static boolean nested(WithContext with) {
        return with.RECURSIVE() != null
                || with.namedQuery().stream()
                        .flatMap(cte -> ParseTrees.all(cte, WithContext.class).stream())
                        .anyMatch(RecursiveQuery::nested);
    }

    private static void refuse(ParsedSql sql, List<? extends ParserRuleContext> places, String problem) {
        if (!places.isEmpty()) {
            throw sql.problem(places.get(0), problem);
        }
    }

    /** FROM of the step; nothing when it is no SELECT. */
    private static List<RelationContext> from(ParsedSql sql, QueryTermContext step) {
        QueryTermContext term = step;
        while (term instanceof QueryTermDefaultContext only && only.queryPrimary() instanceof SubqueryContext inner) {
            QueryNoWithContext query = inner.queryNoWith();
            term = query.queryTerm();
            if (select(term).isEmpty() && (query.limit != null || query.FETCH() != null)) {
                throw sql.problem(query, "FETCH FIRST / LIMIT clause in the step relation of recursion");
            }
        }
        return select(term).map(QuerySpecificationContext::relation).orElse(List.of());
    }

    private static Optional<QuerySpecificationContext> select(QueryTermContext term) {
        return term instanceof QueryTermDefaultContext only
                        && only.queryPrimary() instanceof QueryPrimaryDefaultContext select
                ? Optional.of(select.querySpecification())
                : Optional.empty();
    }

    private static void checkWhole(ParsedSql sql, QueryContext query) {
        QueryNoWithContext body = query.queryNoWith();
        if (query.with() != null) {
            throw sql.problem(query.with(), "immediate WITH clause in recursive query");
        }
        refuse(sql, body.sortItem(), "immediate ORDER BY clause in recursive query");
        if (body.offset != null) {
            throw sql.problem(body.offset, "immediate OFFSET clause in recursive query");
        }
        if (body.limit != null || body.FETCH() != null) {
            throw sql.problem(body, "immediate FETCH FIRST / LIMIT clause in recursive query");
        }
    }

    /** Outer joins and set operations for which more rows may mean fewer. */
    private static void checkFrom(ParsedSql sql, ParseTree node, String name) {
        if (node instanceof JoinRelationContext join && join.joinType() != null) {
            String type = join.joinType().getText().toUpperCase(Locale.ROOT).replace("OUTER", "");
            if (type.equals("RIGHT") || type.equals("FULL")) {
                refuse(sql, references(join.left, name), "recursive reference in left source of " + type + " join");
            }
            if ((type.equals("LEFT") || type.equals("FULL")) && join.rightRelation != null) {
                refuse(
                        sql,
                        references(join.rightRelation, name),
                        "recursive reference in right source of " + type + " join");
            }
        }
        if (node instanceof SetOperationContext operation && operation.UNION() == null) {
            boolean all = operation.setQuantifier() != null
                    && operation.setQuantifier().ALL() != null;
            if (operation.INTERSECT() != null && all) {
                refuse(sql, references(operation, name), "recursive reference in INTERSECT ALL");
            }
            if (operation.EXCEPT() != null) {
                refuse(
                        sql,
                        references(operation.right, name),
                        "recursive reference in right relation of EXCEPT " + (all ? "ALL" : "DISTINCT"));
                if (all) {
                    refuse(sql, references(operation, name), "recursive reference in left relation of EXCEPT ALL");
                }
            }
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            checkFrom(sql, node.getChild(i), name);
        }
    }

    /** Whether a CTE of WITH RECURSIVE reads itself. */
    public static boolean readsItself(NamedQueryContext cte) {
        return !references(cte.query(), Names.lower(cte.name)).isEmpty();
    }

    /** Where a CTE is read; nowhere when a CTE of the same name is read inside, for Trino does not tell the two apart. */
    private static List<ParserRuleContext> references(ParseTree node, String name) {
        List<ParserRuleContext> found = new ArrayList<>();
        boolean hidden = collect(node, name, false, found);
        return hidden ? List.of() : found;
    }

    private static boolean collect(ParseTree node, String name, boolean hides, List<ParserRuleContext> found) {
        if (node instanceof TableNameContext table && named(table.qualifiedName(), name)) {
            found.add(table);
            return hides;
        }
        if (node instanceof TableContext table && named(table.qualifiedName(), name)) {
            found.add(table);
            return hides;
        }
        boolean hiding = hides
                || (node instanceof QueryContext query
                        && query.with() != null
                        && query.with().namedQuery().stream()
                                .anyMatch(inner -> Names.lower(inner.name).equals(name)));
        boolean hidden = false;
        for (int i = 0; i < node.getChildCount(); i++) {
            hidden |= collect(node.getChild(i), name, hiding, found);
        }
        return hidden;
    }

    private static boolean named(QualifiedNameContext table, String name) {
        return table.identifier().size() == 1
                && Names.lower(table.identifier(0)).equals(name);
    }
}
