package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.RecursiveQuery;
import dev.trailwise.sql.duckdb.expression.ExpressionTranslation;
import dev.trailwise.sql.duckdb.translation.Ctes;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.NameScope;
import dev.trailwise.sql.duckdb.translation.Output;
import dev.trailwise.sql.duckdb.translation.SortOrder;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Coercion;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.InlineTableContext;
import io.trino.grammar.sql.SqlBaseParser.NamedQueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryNoWithContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.RowConstructorContext;
import io.trino.grammar.sql.SqlBaseParser.RowCountContext;
import io.trino.grammar.sql.SqlBaseParser.SetOperationContext;
import io.trino.grammar.sql.SqlBaseParser.SortItemContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryContext;
import io.trino.grammar.sql.SqlBaseParser.TableContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** Queries: WITH, set operations, VALUES, and what follows them. One SELECT is {@link SelectTranslation}'s. */
final class QueryTranslation {
    private final Translation translation;
    private final NameScope outer;
    private final Ctes ctes;

    QueryTranslation(Translation translation, NameScope outer, Ctes ctes) {
        this.translation = translation;
        this.outer = outer;
        this.ctes = ctes;
    }

    /** A query inside an expression. */
    static Output nested(Translation translation, QueryContext query, NameScope outer, Ctes ctes) {
        return new QueryTranslation(translation, outer, ctes).query(query, false);
    }

    /**
     * Translates a query.
     *
     * @param outermost whether its columns bear the names that the reader sees
     */
    Output query(QueryContext query, boolean outermost) {
        if (query.with() == null) {
            return body(query.queryNoWith(), outermost);
        }
        Ctes visible = ctes;
        List<String> named = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (NamedQueryContext cte : query.with().namedQuery()) {
            if (!names.add(Names.lower(cte.name))) {
                throw translation.wrong(
                        cte, "WITH query name '" + Names.lower(cte.name) + "' specified more than once");
            }
            Optional<RecursiveQuery> recursive =
                    query.with().RECURSIVE() == null ? Optional.empty() : RecursiveQuery.of(translation.sql(), cte);
            QueryTranslation inner = new QueryTranslation(translation, outer, visible);
            Output output = recursive.isPresent()
                    ? inner.recursive(cte, recursive.get(), named)
                    : inner.named(cte, inner.query(cte.query(), false), "", named);
            visible = visible.and(Names.lower(cte.name), output);
        }
        Output body = new QueryTranslation(translation, outer, visible).body(query.queryNoWith(), outermost);
        return new Output("WITH " + String.join(", ", named) + " " + body.sql(), body.columns());
    }

    private Output named(NamedQueryContext cte, Output query, String materialized, List<String> named) {
        String name = translation.fresh("w");
        named.add(name + " AS " + materialized + "(" + query.sql() + ")");
        return new Output(name, renamed(cte, query));
    }

    private Output recursive(NamedQueryContext cte, RecursiveQuery query, List<String> named) {
        Output base = named(cte, term(query.base(), false), "MATERIALIZED ", named);
        Output step = new QueryTranslation(translation, outer, ctes.and(Names.lower(cte.name), base))
                .term(query.step(), false);
        Output all = new Output(translation.fresh("w"), base.columns());
        named.addAll(new Recursion(translation, cte, query, base).rounds(step, all.sql()));
        return all;
    }

    private List<Output.Named> renamed(NamedQueryContext cte, Output output) {
        if (cte.columnAliases() != null) {
            Aliases.checkDistinct(translation, cte.columnAliases());
        }
        return cte.columnAliases() == null
                ? output.columns()
                : Aliases.renamed(translation, cte.columnAliases(), output.columns());
    }

    private Output body(QueryNoWithContext query, boolean outermost) {
        if (query.TIES() != null) {
            return withTies(query, outermost);
        }
        Output ordered = ordered(query, outermost);
        return new Output(ordered.sql() + limits(query), ordered.columns());
    }

    /** The first rows, and those that the order does not tell from the last of them. */
    private Output withTies(QueryNoWithContext query, boolean outermost) {
        if (query.sortItem().isEmpty()) {
            throw translation.wrong(query, "WITH TIES needs ORDER BY");
        }
        Output term = translation.use(term(query.queryTerm(), false));
        String alias = translation.fresh("r");
        Expressions expressions =
                new ExpressionTranslation(translation, new NameScope(term.under(alias, List.of()), outer), ctes);
        String order = query.sortItem().stream()
                .map(item -> key(expressions, item, term, alias))
                .collect(Collectors.joining(", "));
        String from = "(" + term.sql() + ") AS " + alias;
        if (query.offset != null) {
            from = "(SELECT * FROM " + from + " ORDER BY " + order + " OFFSET " + count(query.offset) + ") AS " + alias;
        }
        String most = query.fetchFirst == null ? "1" : count(query.fetchFirst);
        return new Output(
                "SELECT " + columns(term, outermost) + " FROM " + from + " QUALIFY rank() OVER (ORDER BY " + order
                        + ") <= " + most + " ORDER BY " + order,
                term.columns());
    }

    private String key(Expressions expressions, SortItemContext item, Output term, String alias) {
        ParserRuleContext expression = ParseTrees.unwrap(item.expression());
        Optional<Integer> ordinal = ParseTrees.ordinal(expression);
        if (ordinal.filter(place -> place < 1 || place > term.columns().size()).isPresent()) {
            throw translation.wrong(
                    expression,
                    "ORDER BY " + ordinal.get() + ": there are "
                            + term.columns().size() + " columns");
        }
        return ordinal.map(place -> alias + "." + Output.column(place - 1))
                        .orElseGet(() -> expressions.of(item.expression()).sql())
                + SortOrder.of(item);
    }

    private Output ordered(QueryNoWithContext query, boolean outermost) {
        QueryTermContext term = query.queryTerm();
        if (term instanceof QueryTermDefaultContext only
                && only.queryPrimary() instanceof QueryPrimaryDefaultContext select) {
            return new SelectTranslation(translation, outer, ctes)
                    .select(select.querySpecification(), query.sortItem(), outermost);
        }
        if (query.sortItem().isEmpty()) {
            boolean nested =
                    term instanceof QueryTermDefaultContext only && only.queryPrimary() instanceof SubqueryContext;
            boolean limited = query.limit != null || query.offset != null || query.FETCH() != null;
            return nested && limited ? wrapped(query, outermost) : term(term, outermost);
        }
        return wrapped(query, outermost);
    }

    /** The term as a relation, so that its order can be any expression over its columns. */
    private Output wrapped(QueryNoWithContext query, boolean outermost) {
        Output term = translation.use(term(query.queryTerm(), false));
        String alias = translation.fresh("r");
        NameScope scope = new NameScope(term.under(alias, List.of()), outer);
        String sql = "SELECT " + columns(term, outermost) + " FROM (" + term.sql() + ") AS " + alias;
        if (!query.sortItem().isEmpty()) {
            Expressions expressions = new ExpressionTranslation(translation, scope, ctes);
            sql += " ORDER BY "
                    + query.sortItem().stream()
                            .map(item -> sortItem(expressions, item))
                            .collect(Collectors.joining(", "));
        }
        return new Output(sql, term.columns());
    }

    private static String columns(Output term, boolean outermost) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < term.columns().size(); i++) {
            items.add(Output.column(i) + (outermost ? " AS " + SqlLiteral.identifier(term.shown(i)) : ""));
        }
        return String.join(", ", items);
    }

    private static String sortItem(Expressions expressions, SortItemContext item) {
        ParserRuleContext expression = ParseTrees.unwrap(item.expression());
        String key = ParseTrees.ordinal(expression).isPresent()
                ? expression.getText()
                : expressions.of(item.expression()).sql();
        return key + SortOrder.of(item);
    }

    private String limits(QueryNoWithContext query) {
        StringBuilder limits = new StringBuilder();
        if (query.limit != null && query.limit.rowCount() != null) {
            limits.append(" LIMIT ").append(count(query.limit.rowCount()));
        }
        if (query.FETCH() != null) {
            limits.append(" LIMIT ").append(query.fetchFirst == null ? "1" : count(query.fetchFirst));
        }
        if (query.offset != null) {
            limits.append(" OFFSET ").append(count(query.offset));
        }
        return limits.toString();
    }

    private static String count(RowCountContext count) {
        return Long.toString(Long.parseLong(count.getText().replace("_", "")));
    }

    private Output term(QueryTermContext term, boolean outermost) {
        return term instanceof SetOperationContext operation
                ? operation(operation, outermost)
                : primary(((QueryTermDefaultContext) term).queryPrimary(), outermost);
    }

    private Output operation(SetOperationContext operation, boolean outermost) {
        Output left = translation.use(term(operation.left, outermost));
        Output right = translation.use(term(operation.right, false));
        if (left.columns().size() != right.columns().size()) {
            throw translation.wrong(
                    operation.right,
                    "the two sides of " + operation.operator.getText().toUpperCase(Locale.ROOT)
                            + " have different numbers of columns: "
                            + left.columns().size() + " and " + right.columns().size());
        }
        List<Output.Named> columns = new ArrayList<>();
        for (int i = 0; i < left.columns().size(); i++) {
            columns.add(common(operation, left.columns().get(i), right.columns().get(i), i));
        }
        boolean all =
                operation.setQuantifier() != null && operation.setQuantifier().ALL() != null;
        String word = operation.operator.getText().toUpperCase(Locale.ROOT) + (all ? " ALL" : "");
        return new Output("(" + left.sql() + ") " + word + " (" + right.sql() + ")", columns);
    }

    private Output.Named common(SetOperationContext operation, Output.Named left, Output.Named right, int index) {
        Type type = Coercion.common(left.type(), right.type())
                .orElseThrow(() -> translation.wrong(
                        operation.right,
                        "column " + (index + 1) + " is " + left.type() + " on one side and " + right.type()
                                + " on the other"));
        return new Output.Named(left.name(), type);
    }

    private Output primary(QueryPrimaryContext primary, boolean outermost) {
        if (primary instanceof QueryPrimaryDefaultContext select) {
            return new SelectTranslation(translation, outer, ctes)
                    .select(select.querySpecification(), List.of(), outermost);
        }
        if (primary instanceof SubqueryContext nested) {
            return body(nested.queryNoWith(), outermost);
        }
        if (primary instanceof TableContext table) {
            return new SelectTranslation(translation, outer, ctes).table(table, outermost);
        }
        return values((InlineTableContext) primary, outermost);
    }

    private Output values(InlineTableContext values, boolean outermost) {
        Expressions expressions = new ExpressionTranslation(translation, outer, ctes);
        List<List<Expr>> rows =
                values.expression().stream().map(row -> row(expressions, row)).toList();
        List<Output.Named> columns = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            columns.add(new Output.Named("", column(values, rows, i)));
        }
        String alias = translation.fresh("r");
        List<String> text = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            names.add(Output.column(i));
        }
        for (List<Expr> row : rows) {
            text.add("(" + row.stream().map(Expr::sql).collect(Collectors.joining(", ")) + ")");
        }
        Output output = new Output("", columns);
        return new Output(
                "SELECT " + columns(output, outermost) + " FROM (VALUES " + String.join(", ", text) + ") AS " + alias
                        + "(" + String.join(", ", names) + ")",
                columns);
    }

    private static List<Expr> row(Expressions expressions, ParserRuleContext row) {
        ParserRuleContext only = ParseTrees.unwrap(row);
        if (only instanceof RowConstructorContext fields) {
            return fields.expression().stream().map(expressions::of).toList();
        }
        return List.of(expressions.of(row));
    }

    private Type column(InlineTableContext values, List<List<Expr>> rows, int index) {
        Type type = Type.Simple.UNKNOWN;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).size() != rows.get(0).size()) {
                throw translation.wrong(values.expression(row), "the rows of VALUES have different numbers of columns");
            }
            Type next = rows.get(row).get(index).type();
            Type before = type;
            int at = row;
            type = Coercion.common(before, next)
                    .orElseThrow(() -> translation.wrong(
                            values.expression(at),
                            "a column of VALUES is " + before + " in one row, " + next + " here"));
        }
        return type;
    }
}
