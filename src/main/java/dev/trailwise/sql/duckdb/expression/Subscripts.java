package dev.trailwise.sql.duckdb.expression;

import dev.trailwise.sql.CommonMistakes;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.Failures;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.Excerpt;
import io.trino.grammar.sql.SqlBaseParser.SubscriptContext;
import java.util.Optional;

/** {@code x[i]}: where the element is missing, an error as in Trino. */
final class Subscripts {
    private Subscripts() {}

    static Expr translate(Expressions expressions, SubscriptContext subscript) {
        Expr base = expressions.of(subscript.value);
        Expr index = expressions.of(subscript.index);
        if (base.type() instanceof Type.Array array) {
            String at =
                    expressions.as(subscript.index, index, Type.Simple.BIGINT).sql();
            return Expr.of(
                    "(CASE WHEN " + at + " BETWEEN 1 AND len(" + base.sql() + ") THEN " + base.sql() + "[" + at
                            + "] WHEN " + at + " = 0 AND " + base.sql() + " IS NOT NULL THEN "
                            + Failures.of("SQL array indices start at 1") + " WHEN " + at + " < 0 AND " + base.sql()
                            + " IS NOT NULL THEN " + Failures.of("Array subscript is negative") + " WHEN "
                            + base.sql() + " IS NOT NULL AND " + at + " IS NOT NULL THEN "
                            + Failures.of("Array subscript must be less than or equal to array length") + " END)",
                    array.element());
        }
        if (base.type() instanceof Type.MapOf map) {
            String key = expressions.as(subscript.index, index, map.key()).sql();
            return Expr.of(
                    "(CASE WHEN map_contains(" + base.sql() + ", " + key + ") THEN " + base.sql() + "[" + key
                            + "] WHEN " + base.sql() + " IS NOT NULL THEN " + Failures.of("Key not present in map")
                            + " END)",
                    map.value());
        }
        if (base.type() instanceof Type.Row row) {
            Optional<Integer> field = ParseTrees.ordinal(ParseTrees.unwrap(subscript.index))
                    .filter(at -> at >= 1 && at <= row.fields().size());
            int at = field.orElseThrow(() -> expressions
                    .translation()
                    .wrong(
                            subscript.index,
                            "a field of a row is accessed by its number, 1 to "
                                    + row.fields().size()));
            return Expr.of(
                    "struct_extract_at(" + base.sql() + ", " + at + ")",
                    row.fields().get(at - 1).type());
        }
        throw expressions
                .translation()
                .wrong(
                        subscript,
                        "only arrays, maps and rows have elements, not " + base.type()
                                + CommonMistakes.field(
                                        Excerpt.neutral(subscript.value.getText()),
                                        Excerpt.neutral(ParseTrees.string(subscript.index)
                                                .orElse("name"))));
    }
}
