package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.duckdb.value.Arithmetic;
import dev.trailwise.sql.duckdb.value.Casts;
import dev.trailwise.sql.duckdb.value.Comparisons;
import dev.trailwise.sql.duckdb.value.Literals;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import java.util.List;
import java.util.stream.Collectors;

/** The functions that {@code functions.txt} marks with @. */
final class FunctionRewrites {
    private final Expressions expressions;
    private final Translation translation;
    private final TextFunctions texts;
    private final ArrayFunctions arrays;
    private final LambdaFunctions lambdas;
    private final TimeFunctions times;
    private final JsonFunctions json;

    FunctionRewrites(Expressions expressions) {
        this.expressions = expressions;
        this.translation = expressions.translation();
        this.texts = new TextFunctions(expressions);
        this.arrays = new ArrayFunctions(expressions);
        this.lambdas = new LambdaFunctions(expressions);
        this.times = new TimeFunctions(expressions);
        this.json = new JsonFunctions(expressions);
    }

    Expr rewrite(Call call) {
        boolean rounding = call.result() instanceof Type.Decimal
                && call.function().parameters().get(0).name().equals("decimal");
        return rounding ? DecimalFunctions.of(translation, call) : Expr.of(sql(call), call.result());
    }

    private String sql(Call call) {
        String name = call.function().name();
        AggregateArguments.greatest(translation, call);
        return switch (name) {
            case "greatest", "least" -> extreme(call, name);
            case "concat" -> joined(call.arguments());
            case "trim", "ltrim", "rtrim" -> name + "(" + call.sql(0) + ", " + Literals.WHITESPACE + ")";
            case "substr", "substring" -> TextFunctions.substring(call);
            case "bitwise_left_shift", "bitwise_right_shift", "bitwise_right_shift_arithmetic" -> shifted(call, name);
            case "round" ->
                "CAST(" + JavaCalls.checked("round_whole", call.sql(0), call.sql(1)) + " AS "
                        + call.result().duckDb() + ")";
            case "zip" -> ArrayFunctions.zip(call);
            case "format" -> texts.format(call);
            case "typeof" -> TypeNames.literal(translation, call);
            case "map_concat" -> ArrayFunctions.mapConcat(call);
            case "nullif" -> nullIf(call);
            case "date_trunc" -> times.dateTrunc(call);
            case "array_max", "array_min" -> ArrayFunctions.arrayExtreme(call, name.substring("array_".length()));
            case "concat_ws" ->
                ArrayFunctions.joinedTexts(call.sql(0), call.sql(1), ArrayFunctions.known(call.sql(0), call.sql(1)));
            case "lpad", "rpad" -> TextFunctions.padded(call, name);
            case "split", "split_part" -> Splits.of(call);
            case "codepoint" -> texts.codepoint(call);
            case "sequence" -> Sequences.of(call);
            case "contains" -> ArrayFunctions.contains(call);
            case "array_join" -> arrays.arrayJoin(call);
            case "any_match", "all_match", "none_match" -> LambdaFunctions.match(call, name);
            case "reduce" -> lambdas.reduce(call);
            case "zip_with" -> lambdas.zipWith(call);
            case "map_filter", "transform_values" -> lambdas.overEntries(call, name);
            case "slice" -> ArrayFunctions.slice(call);
            case "array_union", "array_intersect", "array_except", "arrays_overlap" -> arrays.sets(call, name);
            case "mod" ->
                Arithmetic.modulus(call.arguments().get(0), call.arguments().get(1))
                        .sql();
            case "date" ->
                Casts.cast(expressions, call.at(), call.arguments().get(0), Simple.DATE, false)
                        .sql();
            case "date_diff" -> times.dateDiff(call);
            case "date_add" -> times.dateAdd(call);
            case "from_iso8601_timestamp" -> TimeFunctions.iso(call.sql(0));
            case "to_iso8601" -> times.iso8601(call);
            case "date_format", "format_datetime" -> DateFormats.of(call);
            case "date_parse" -> "CAST(" + JavaCalls.checked(name, call.sql(0), call.sql(1)) + " AS TIMESTAMP)";
            case "parse_datetime" ->
                "CAST(" + JavaCalls.checked(name, call.sql(0), call.sql(1)) + " || '+00' AS TIMESTAMPTZ)";
            default -> name.startsWith("json_") ? json.json(call, name) : RegularExpressions.rewrite(call);
        };
    }

    private static String extreme(Call call, String name) {
        String all = Expr.list(call.arguments());
        String found = name + "(" + all + ")";
        if (call.result().floating()) {
            String numbers = "list_filter([" + all + "], lambda n: NOT isnan(n))";
            found = "coalesce(list_" + (name.equals("greatest") ? "max" : "min") + "(" + numbers + "), " + found + ")";
        }
        return "(CASE WHEN list_count([" + all + "]) = " + call.arguments().size() + " THEN " + found + " END)";
    }

    private static String joined(List<Expr> parts) {
        if (parts.size() < 2) {
            return parts.get(0).sql();
        }
        return parts.stream().map(Expr::sql).collect(Collectors.joining(" || ", "(", ")"));
    }

    private static String shifted(Call call, String name) {
        int bits = switch ((Simple) call.result()) {
            case TINYINT -> 8;
            case SMALLINT -> 16;
            case INTEGER -> 32;
            default -> 64;
        };
        String value = "CAST(" + call.sql(0) + " AS BIGINT)";
        String by = "CAST(" + call.sql(1) + " AS BIGINT)";
        return "CAST(" + JavaCalls.tolerant(name, value, by, Integer.toString(bits)) + " AS "
                + call.result().duckDb() + ")";
    }

    private String nullIf(Call call) {
        Expr value = call.arguments().get(0);
        if (value.type() instanceof Type.MapOf) {
            throw translation.unsupported(call.at(), "a comparison of maps");
        }
        return value.type().floating() || value.type() instanceof Type.Array
                ? "(CASE WHEN "
                        + Comparisons.compared(value, "=", call.arguments().get(1)) + " THEN NULL ELSE " + value.sql()
                        + " END)"
                : "nullif(" + Expr.list(call.arguments()) + ")";
    }
}
