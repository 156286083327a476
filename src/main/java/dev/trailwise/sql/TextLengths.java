package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.ArrayConstructorContext;
import io.trino.grammar.sql.SqlBaseParser.CastContext;
import io.trino.grammar.sql.SqlBaseParser.ConcatenationContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.InlineTableContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.RowConstructorContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * The length that Trino gives the type of text, or of the texts in an array: {@code 'ab'} is {@code varchar(2)}. It matters
 * only where a type must not become wider.
 */
public final class TextLengths {
    /** The type {@code varchar} without a length. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    private static final Pattern VARCHAR =
            Pattern.compile("varchar(?:\\(([0-9]{1,9})\\))?|array\\(varchar(?:\\(([0-9]{1,9})\\))?\\)");

    /** Functions whose text has no length, whatever their arguments. */
    private static final Set<String> UNBOUNDED_FUNCTIONS = Set.of(
            "array_join",
            "concat",
            "date_format",
            "format",
            "format_datetime",
            "json_extract_scalar",
            "json_format",
            "listagg",
            "to_iso8601");

    private TextLengths() {}

    /**
     * The length of a column of text or of arrays of texts; nothing where it is not known.
     *
     * @param array whether the column is one of arrays
     * @param columns the lengths of the columns that can be named, with or without their table, in lower case
     */
    public static OptionalInt column(
            QueryTermContext term, int column, boolean array, Map<List<String>, Integer> columns) {
        QueryPrimaryContext primary = term instanceof QueryTermDefaultContext only ? only.queryPrimary() : null;
        if (primary instanceof QueryPrimaryDefaultContext select) {
            var items = select.querySpecification().selectItem();
            boolean named = items.stream().allMatch(SelectSingleContext.class::isInstance);
            return named && column < items.size()
                    ? of(((SelectSingleContext) items.get(column)).expression(), array, columns)
                    : OptionalInt.empty();
        }
        if (primary instanceof InlineTableContext values) {
            return longest(
                    values.expression().stream().map(row -> cell(row, column)).toList(), array, columns);
        }
        return OptionalInt.empty();
    }

    private static ParserRuleContext cell(ExpressionContext row, int column) {
        return ParseTrees.unwrap(row) instanceof RowConstructorContext cells ? cells.expression(column) : row;
    }

    private static OptionalInt longest(
            List<? extends ParserRuleContext> expressions, boolean array, Map<List<String>, Integer> columns) {
        int longest = 0;
        for (ParserRuleContext expression : expressions) {
            OptionalInt length = of(expression, array, columns);
            if (length.isEmpty()) {
                return length;
            }
            longest = Math.max(longest, length.getAsInt());
        }
        return OptionalInt.of(longest);
    }

    private static OptionalInt of(ParserRuleContext expression, boolean array, Map<List<String>, Integer> columns) {
        ParserRuleContext only = ParseTrees.unwrap(expression);
        var literal = ParseTrees.string(only);
        if (literal.isPresent()) {
            return OptionalInt.of(literal.get().codePointCount(0, literal.get().length()));
        }
        if (only instanceof ConcatenationContext both) {
            return array ? longest(both.valueExpression(), true, columns) : OptionalInt.of(UNBOUNDED);
        }
        if (only instanceof ArrayConstructorContext elements) {
            return longest(elements.expression(), false, columns);
        }
        if (only instanceof CastContext cast) {
            Matcher type = VARCHAR.matcher(cast.type().getText().toLowerCase(Locale.ROOT));
            if (!type.matches()) {
                return OptionalInt.empty();
            }
            String length = type.group(1) == null ? type.group(2) : type.group(1);
            return OptionalInt.of(length == null ? UNBOUNDED : Integer.parseInt(length));
        }
        if (only instanceof FunctionCallContext call) {
            String name = call.qualifiedName().getText().toLowerCase(Locale.ROOT);
            return UNBOUNDED_FUNCTIONS.contains(name) ? OptionalInt.of(UNBOUNDED) : OptionalInt.empty();
        }
        Integer length = only instanceof PrimaryExpressionContext path ? columns.get(ParseTrees.path(path)) : null;
        return length == null ? OptionalInt.empty() : OptionalInt.of(length);
    }
}
