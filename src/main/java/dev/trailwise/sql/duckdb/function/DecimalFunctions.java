package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Type.Decimal;

/**
 * Rounding of decimals, whose value is a decimal again.
 *
 * @see <a href="https://github.com/trinodb/trino/blob/435/core/trino-main/src/main/java/io/trino/operator/scalar/MathFunctions.java">The
 *     types of the results</a>
 */
final class DecimalFunctions {
    private static final int WIDEST = 38;

    private DecimalFunctions() {}

    static Expr of(Translation translation, Call call) {
        String name = call.function().name();
        Decimal type = (Decimal) call.result();
        boolean places = call.arguments().size() > 1;
        Decimal whole = new Decimal(Math.max(1, type.precision() - type.scale() + Math.min(type.scale(), 1)), 0);
        if (places
                && ParseTrees.ordinal(ParseTrees.unwrap(call.places().get(1))).isEmpty()
                && !call.places().get(1).getText().matches("-?[0-9]+")) {
            throw translation.unsupported(call.places().get(1), "a number of places that is not a literal");
        }
        return switch (name) {
            case "round" ->
                places
                        ? rounded(call, new Decimal(Math.min(WIDEST, type.precision() + 1), type.scale()))
                        : cast("round(" + call.sql(0) + ")", whole);
            case "truncate" ->
                cast("trunc(" + call.sql(0) + ")", new Decimal(Math.max(1, type.precision() - type.scale()), 0));
            case "sign" -> cast("sign(" + call.sql(0) + ")", new Decimal(1, 0));
            case "ceil", "ceiling", "floor" -> cast(name + "(" + call.sql(0) + ")", whole);
            default ->
                throw new IllegalStateException(
                        "functions.txt has a function of decimals that is not written: " + name);
        };
    }

    /** DuckDB makes 0 of NULL, and of what has fewer digits before the point than are rounded. */
    private static Expr rounded(Call call, Decimal result) {
        String value = call.sql(0);
        return cast(
                "CASE WHEN " + value + " IS NOT NULL THEN round(CAST(" + value + " AS " + result.duckDb() + "), "
                        + call.sql(1) + ") END",
                result);
    }

    private static Expr cast(String sql, Decimal type) {
        return Expr.of("CAST(" + sql + " AS " + type.duckDb() + ")", type);
    }
}
