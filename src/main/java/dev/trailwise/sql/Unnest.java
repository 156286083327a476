package dev.trailwise.sql;

import dev.trailwise.sql.NameScope.Column;
import dev.trailwise.sql.Relations.Relation;
import io.trino.grammar.sql.SqlBaseParser.ColumnAliasesContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    Relation translate(UnnestContext unnest, @Nullable ColumnAliasesContext aliases) {
        List<Argument> arguments =
                unnest.expression().stream().map(this::argument).toList();
        boolean ordinal = unnest.ORDINALITY() != null;
        int given = aliases == null ? -1 : aliases.identifier().size() - (ordinal ? 1 : 0);
        boolean asRows = given == arguments.size();
        String alias = translation.fresh("r");
        List<Column> columns = new ArrayList<>();
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String element = Output.column(i);
            elements.add(element);
            columns.addAll(columns(arguments.get(i), alias + "." + element, asRows));
        }
        if (ordinal) {
            elements.add("\"o\"");
            columns.add(new Column(List.of(), "ordinality", Expr.of(alias + ".\"o\"", Type.Simple.BIGINT)));
        }
        return new Relation(source(arguments, elements, alias, ordinal), named(aliases, columns));
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

    private static String source(List<Argument> arguments, List<String> elements, String alias, boolean ordinal) {
        if (arguments.size() == 1) {
            return "unnest(" + arguments.get(0).list() + ")" + (ordinal ? " WITH ORDINALITY" : "") + " AS " + alias
                    + "(" + String.join(", ", elements) + ")";
        }
        List<String> lists = new ArrayList<>();
        List<String> lengths = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            lists.add("unnest(" + arguments.get(i).list() + ") AS " + elements.get(i));
            lengths.add("coalesce(len(" + arguments.get(i).list() + "), 0)");
        }
        if (ordinal) {
            lists.add("unnest(range(1, greatest(" + String.join(", ", lengths) + ") + 1)) AS \"o\"");
        }
        return "LATERAL (SELECT " + String.join(", ", lists) + ") AS " + alias;
    }

    private List<Column> named(@Nullable ColumnAliasesContext aliases, List<Column> columns) {
        if (aliases == null) {
            return columns;
        }
        if (aliases.identifier().size() != columns.size()) {
            throw translation.wrong(
                    aliases,
                    "there are " + aliases.identifier().size() + " names here for the " + columns.size()
                            + " columns of UNNEST: an array of rows gives a column for each field");
        }
        List<Column> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            named.add(new Column(
                    List.of(), Names.of(aliases.identifier(i)), columns.get(i).value()));
        }
        return named;
    }
}
