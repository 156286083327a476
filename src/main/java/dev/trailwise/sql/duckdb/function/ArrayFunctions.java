package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.Failures;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.duckdb.value.Casts;
import dev.trailwise.sql.duckdb.value.IpAddresses;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.text.SqlLiteral;
import java.util.stream.Collectors;

/** Functions of arrays and maps. */
final class ArrayFunctions {
    private final Expressions expressions;
    private final Translation translation;

    ArrayFunctions(Expressions expressions) {
        this.expressions = expressions;
        this.translation = expressions.translation();
    }

    static String zip(Call call) {
        String known = call.arguments().stream()
                .map(list -> list.sql() + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return "(CASE WHEN " + known + " THEN list_zip(" + Expr.list(call.arguments()) + ") END)";
    }

    static String mapConcat(Call call) {
        String known =
                call.arguments().stream().map(map -> map.sql() + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return "(CASE WHEN " + known + " THEN map_concat(" + Expr.list(call.arguments()) + ") END)";
    }

    static String contains(Call call) {
        if (call.arguments().get(1).type() == Simple.IPADDRESS) {
            return IpAddresses.contains(
                            call.arguments().get(0), call.arguments().get(1))
                    .sql();
        }
        boolean floating = call.arguments().get(1).type().floating();
        // NaN equals nothing in Trino, and NaN in DuckDB.
        String array = floating ? "list_filter(" + call.sql(0) + ", lambda e: e IS NULL OR NOT isnan(e))" : call.sql(0);
        String element = call.sql(1);
        return "(CASE WHEN " + known(call.sql(0), element) + " THEN coalesce(nullif(list_contains(" + array + ", "
                + element + "), FALSE), CASE WHEN list_count(" + array + ") = len(" + array + ") THEN FALSE END) END)";
    }

    String arrayJoin(Call call) {
        Type element = ((Type.Array) call.arguments().get(0).type()).element();
        boolean plain = (element instanceof Simple && element != Simple.VARBINARY) || element instanceof Type.Decimal;
        if (!plain) {
            throw translation.wrong(call.at(), "array_join of " + element + ": its elements must have a text form");
        }
        String name = translation.local(call.at(), "l");
        Expr each = Expr.of(name, element);
        String text =
                Casts.cast(expressions, call.at(), each, Simple.VARCHAR, false).sql();
        boolean filled = call.arguments().size() > 2;
        String shown = filled ? "coalesce(" + text + ", " + call.sql(2) + ")" : text;
        String texts = "list_transform(" + call.sql(0) + ", lambda " + name + ": " + shown + ")";
        String known = known(call.sql(0), call.sql(1)) + (filled ? " AND " + call.sql(2) + " IS NOT NULL" : "");
        return joinedTexts(call.sql(1), texts, known);
    }

    /** The texts of a list that are not NULL with a separator between; DuckDB's own function wants a literal as separator. */
    static String joinedTexts(String separator, String texts, String known) {
        String given = "list_filter(" + texts + ", lambda t: t IS NOT NULL)";
        String joined = SqlLiteral.isText(separator)
                ? "array_to_string(" + texts + ", " + separator + ")"
                : "CASE WHEN len(" + given + ") > 0 THEN list_reduce(" + given + ", lambda a, b: a || " + separator
                        + " || b) END";
        return "(CASE WHEN " + known + " THEN coalesce(" + joined + ", '') END)";
    }

    /** That no argument is NULL, in their order: one that fails comes before a NULL after it. */
    static String known(String first, String second) {
        return first + " IS NOT NULL AND " + second + " IS NOT NULL";
    }

    /** NaN is neither the greatest nor the least where there is a number. */
    static String arrayExtreme(Call call, String name) {
        String array = call.sql(0);
        String numbers = "list_filter(" + array + ", lambda n: NOT isnan(n))";
        String found = "list_" + name + "(" + array + ")";
        return "(CASE WHEN list_count(" + array + ") = len(" + array + ") THEN "
                + (call.result().floating() ? "coalesce(list_" + name + "(" + numbers + "), " + found + ")" : found)
                + " END)";
    }

    static String slice(Call call) {
        String start = call.sql(1);
        String array = call.sql(0);
        String count = call.sql(2);
        String known = array + " IS NOT NULL AND " + start + " IS NOT NULL AND " + count + " IS NOT NULL";
        String from = "CASE WHEN " + start + " < 0 THEN len(" + array + ") + " + start + " + 1 ELSE " + start + " END";
        String cut =
                "list_slice(" + array + ", " + from + ", " + from + " + least(" + count + ", len(" + array + ")) - 1)";
        return "(CASE WHEN NOT (" + known + ") THEN NULL WHEN " + count + " < 0 THEN "
                + Failures.of("length must be greater than or equal to 0") + " WHEN " + start + " = 0 THEN "
                + Failures.of("SQL array indices start at 1") + " WHEN " + count + " = 0 OR abs(CAST(" + start
                + " AS HUGEINT)) > len(" + array + ") THEN list_slice(" + array + ", 1, 0) ELSE " + cut + " END)";
    }

    String sets(Call call, String name) {
        String x = call.sql(0);
        String y = call.sql(1);
        String e = translation.local(call.at(), "e");
        String i = translation.local(call.at(), "i");
        String both = "(" + x + " || " + y + ")";
        String in = "list_position(" + y + ", " + e + ") IS NOT NULL";
        return switch (name) {
            case "array_union" ->
                "list_filter(" + both + ", lambda " + e + ", " + i + ": " + i + " = list_position(" + both + ", " + e
                        + "))";
            case "array_intersect" ->
                "CASE WHEN " + known(x, y) + " THEN list_filter(" + x + ", lambda " + e + ", " + i + ": " + i
                        + " = list_position(" + x + ", " + e + ") AND " + in + ") END";
            case "array_except" ->
                "CASE WHEN " + x + " IS NOT NULL AND len(" + y + ") = 0 THEN " + x + " WHEN " + known(x, y)
                        + " THEN list_filter(" + x
                        + ", lambda " + e + ", " + i + ": " + i + " = list_position(" + x + ", " + e + ") AND NOT ("
                        + in + ")) END";
            default ->
                "CASE WHEN len(" + x + ") = 0 AND " + y + " IS NOT NULL OR len(" + y + ") = 0 AND " + x
                        + " IS NOT NULL THEN FALSE WHEN list_has_any(" + x + ", " + y + ") THEN TRUE WHEN list_count("
                        + x + ") = len(" + x
                        + ") AND list_count(" + y + ") = len(" + y + ") THEN FALSE END";
        };
    }
}
