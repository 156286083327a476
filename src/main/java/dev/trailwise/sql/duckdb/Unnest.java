package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.duckdb.Relations.Relation;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.NameScope.Column;
import dev.trailwise.sql.duckdb.translation.Output;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.ColumnAliasesContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.ArrayList;
import java.util.List;

/**
 * UNNEST: an array into a column, an array of rows into a column a field, a map into keys and values, several side by
 * side. Athena's documentation also shows an array of rows under one alias, as a column of rows; both forms are taken.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/query-examples-cloudtrail-logs.html">Athena's example</a>
 */
final class Unnest {
    private final Translation translation;
    private final Expressions expressions;

    Unnest(Translation translation, Expressions expressions) {
        this.translation = translation;
        this.expressions = expressions;
    }

    /** One argument: what DuckDB unnests, and the columns that an element becomes. */
    private record Argument(String list, List<Output.Named> parts, Type element) {}

    /**
     * Joins the elements with the rows of a relation. DuckDB joins a row with the elements of its own arrays by all
     * values that the arrays are computed of, and keeps a copy of them for each element: 6 GB for 5,000 elements in an
     * event of 1.2 MB. In a list of SELECT it copies nothing, and drops the columns that nothing reads.
     *
     * @param left the relation whose arrays they may be, or nothing
     * @param keep whether a row without elements stays, as in LEFT JOIN
     */
    Relation translate(Relation left, AliasedRelationContext aliased, boolean keep) {
        UnnestContext unnest = (UnnestContext) aliased.relationPrimary();
        ColumnAliasesContext aliases = aliased.columnAliases();
        List<Argument> arguments =
                unnest.expression().stream().map(this::argument).toList();
        boolean ordinal = unnest.ORDINALITY() != null;
        int given = aliases == null ? -1 : aliases.identifier().size() - (ordinal ? 1 : 0);
        boolean asRows = given == arguments.size();
        String alias = translation.fresh("r");
        List<String> inner = new ArrayList<>();
        List<String> outer = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (Column column : left.columns()) {
            String name = Output.column(columns.size());
            inner.add(column.value().sql() + " AS " + name);
            outer.add(name);
            columns.add(new Column(
                    column.relation(),
                    column.name(),
                    Expr.of(alias + "." + name, column.value().type()),
                    column.origin(),
                    column.hidden()));
            if (column.hidden()) {
                translation.use(column.origin()); // the table then has it
            }
        }
        List<Column> elements = new ArrayList<>();
        List<String> lengths = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            inner.add(arguments.get(i).list() + " AS " + list(i));
            lengths.add("coalesce(len(" + list(i) + "), 0)");
        }
        String length = "greatest(" + String.join(", ", lengths) + ")";
        for (int i = 0; i < arguments.size(); i++) {
            String list = keep ? "CASE WHEN " + length + " = 0 THEN [NULL] ELSE " + list(i) + " END" : list(i);
            outer.add("unnest(" + list + ") AS " + element(i));
            elements.addAll(columns(arguments.get(i), alias + "." + element(i), asRows));
        }
        if (ordinal) {
            String numbers = "range(1, " + length + " + 1)";
            outer.add("unnest(" + (keep ? "CASE WHEN " + length + " = 0 THEN [NULL] ELSE " + numbers + " END" : numbers)
                    + ") AS \"o\"");
            elements.add(new Column(List.of(), "ordinality", Expr.of(alias + ".\"o\"", Type.Simple.BIGINT)));
        }
        String sql = "(SELECT " + String.join(", ", outer) + " FROM (SELECT " + String.join(", ", inner) + left.from()
                + ") AS " + translation.fresh("r") + ") AS " + alias;
        return new Relation(sql, Relations.concat(columns, named(aliased, elements)));
    }

    private static String list(int index) {
        return "\"l" + (index + 1) + "\"";
    }

    private static String element(int index) {
        return "\"e" + (index + 1) + "\"";
    }

    private Argument argument(ExpressionContext expression) {
        Expr value = expressions.of(expression);
        if (value.type() instanceof Type.Array array) {
            List<Output.Named> parts = array.element() instanceof Type.Row row
                    ? row.fields().stream()
                            .map(field -> new Output.Named(field.name(), field.type()))
                            .toList()
                    : List.of();
            return new Argument(value.sql(), parts, array.element());
        }
        if (value.type() instanceof Type.MapOf map) {
            return new Argument(
                    "map_entries(" + value.sql() + ")",
                    List.of(new Output.Named("key", map.key()), new Output.Named("value", map.value())),
                    map);
        }
        throw translation.wrong(expression, "UNNEST takes an array or a map, not " + value.type());
    }

    private static List<Column> columns(Argument argument, String element, boolean asRows) {
        boolean map = argument.element() instanceof Type.MapOf;
        if (argument.parts().isEmpty() || (asRows && !map)) {
            return List.of(new Column(List.of(), "", Expr.of(element, argument.element())));
        }
        List<Column> columns = new ArrayList<>();
        for (Output.Named part : argument.parts()) {
            String value = part.name().isEmpty()
                    ? "struct_extract(" + element + ", " + (columns.size() + 1) + ")"
                    : element + "." + SqlLiteral.identifier(part.name());
            columns.add(new Column(List.of(), map ? "" : part.name(), Expr.of(value, part.type())));
        }
        return columns;
    }

    private List<Column> named(AliasedRelationContext aliased, List<Column> columns) {
        ColumnAliasesContext aliases = aliased.columnAliases();
        if (aliases != null && aliases.identifier().size() != columns.size()) {
            throw translation.wrong(
                    aliases,
                    "there are " + aliases.identifier().size() + " names here for the " + columns.size()
                            + " columns of UNNEST: an array of rows gives a column for each field");
        }
        List<String> relation = aliased.identifier() == null ? List.of() : List.of(Names.lower(aliased.identifier()));
        List<Column> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            named.add(column.renamed(relation, aliases == null ? column.name() : Names.of(aliases.identifier(i))));
        }
        return named;
    }
}
