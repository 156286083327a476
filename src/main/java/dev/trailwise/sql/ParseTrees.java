package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.AndContext;
import io.trino.grammar.sql.SqlBaseParser.BasicStringLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.ColumnReferenceContext;
import io.trino.grammar.sql.SqlBaseParser.DereferenceContext;
import io.trino.grammar.sql.SqlBaseParser.IntegerLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.ParenthesizedExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryNoWithContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.StringLiteralContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Shortcuts through the grammar's deep parse trees. */
public final class ParseTrees {
    private ParseTrees() {}

    /** What an expression is, below the levels that only stand for precedence and redundant parentheses. */
    public static ParserRuleContext unwrap(ParserRuleContext node) {
        ParserRuleContext at = node;
        while (true) {
            if (at instanceof ParenthesizedExpressionContext inner) {
                at = inner.expression();
            } else if (at.getChildCount() == 1
                    && at.getChild(0) instanceof ParserRuleContext only
                    && !(at instanceof StringLiteralContext)
                    && !(at instanceof ColumnReferenceContext)) {
                at = only;
            } else {
                return at;
            }
        }
    }

    /** Whether it is only names with dots between: a column, or a field of one. */
    public static boolean isPath(PrimaryExpressionContext node) {
        if (node instanceof DereferenceContext field) {
            return isPath(field.base);
        }
        return node instanceof ColumnReferenceContext;
    }

    /** The text of a string literal, its quotes undone; empty for any other expression. */
    public static Optional<String> string(ParserRuleContext node) {
        ParserRuleContext only = unwrap(node);
        ParserRuleContext inner = only instanceof StringLiteralContext literal ? literal.string() : only;
        if (inner instanceof BasicStringLiteralContext text) {
            String quoted = text.getText();
            return Optional.of(quoted.substring(1, quoted.length() - 1).replace("''", "'"));
        }
        return Optional.empty();
    }

    /** The names of a path such as {@code a.b.c} in lower case; empty for anything but a path. */
    public static List<String> path(PrimaryExpressionContext node) {
        if (node instanceof ColumnReferenceContext column) {
            return List.of(Names.lower(column.identifier()));
        }
        if (node instanceof DereferenceContext field && isPath(field)) {
            List<String> path = new ArrayList<>(path(field.base));
            path.add(Names.lower(field.fieldName));
            return path;
        }
        return List.of();
    }

    /** The column that an expression names, in lower case, without its table; nothing for what is no path of one or two names. */
    public static Optional<String> columnName(ParserRuleContext expression) {
        List<String> path = unwrap(expression) instanceof PrimaryExpressionContext primary ? path(primary) : List.of();
        return path.isEmpty() || path.size() > 2 ? Optional.empty() : Optional.of(path.get(path.size() - 1));
    }

    /** The conditions that must all be true for this one to be. */
    public static List<ParserRuleContext> conjuncts(ParserRuleContext condition) {
        ParserRuleContext only = unwrap(condition);
        return only instanceof AndContext and
                ? and.booleanExpression().stream()
                        .flatMap(part -> conjuncts(part).stream())
                        .toList()
                : List.of(only);
    }

    /** The number of a whole-number literal, as {@code ORDER BY 1} uses it. */
    public static Optional<Integer> ordinal(ParserRuleContext node) {
        String text = node.getText();
        return node instanceof IntegerLiteralContext && text.matches("[0-9]{1,6}")
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    /** The SELECT of a query that is nothing more: no WITH, order, limit or set operation. */
    public static Optional<QuerySpecificationContext> plainSelect(QueryContext query) {
        QueryNoWithContext body = query.queryNoWith();
        boolean more = query.with() != null
                || !body.sortItem().isEmpty()
                || body.limit != null
                || body.offset != null
                || body.FETCH() != null;
        if (!more
                && body.queryTerm() instanceof QueryTermDefaultContext term
                && term.queryPrimary() instanceof QueryPrimaryDefaultContext select) {
            return Optional.of(select.querySpecification());
        }
        return Optional.empty();
    }

    /** Whether a node of this kind is at or below another. */
    public static boolean contains(ParseTree node, Class<? extends ParseTree> kind) {
        return find(node, kind).isPresent();
    }

    /** The outermost nodes of this kind at or below another, in their order. */
    public static <T extends ParseTree> List<T> all(ParseTree node, Class<T> kind) {
        if (kind.isInstance(node)) {
            return List.of(kind.cast(node));
        }
        List<T> found = new ArrayList<>();
        for (int i = 0; i < node.getChildCount(); i++) {
            found.addAll(all(node.getChild(i), kind));
        }
        return found;
    }

    /** All nodes of this kind at or below another, inside each other too. */
    public static <T extends ParseTree> List<T> everywhere(ParseTree node, Class<T> kind) {
        List<T> found = new ArrayList<>();
        if (kind.isInstance(node)) {
            found.add(kind.cast(node));
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            found.addAll(everywhere(node.getChild(i), kind));
        }
        return found;
    }

    /** The first node of this kind at or below another. */
    public static <T extends ParseTree> Optional<T> find(ParseTree node, Class<T> kind) {
        if (kind.isInstance(node)) {
            return Optional.of(kind.cast(node));
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            Optional<T> found = find(node.getChild(i), kind);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
