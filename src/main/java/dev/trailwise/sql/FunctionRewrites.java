package dev.trailwise.sql;

import dev.trailwise.sql.FunctionCalls.Call;
import dev.trailwise.sql.Type.Simple;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** The functions that {@code functions.txt} marks with @. */
final class FunctionRewrites {
    private static final Set<String> UNITS =
            Set.of("millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year");
    private static final Set<String> DATE_UNITS = Set.of("day", "week", "month", "quarter", "year");

    private final Expressions expressions;
    private final Translation translation;

    FunctionRewrites(Expressions expressions) {
        this.expressions = expressions;
        this.translation = expressions.translation();
    }

    Expr rewrite(Call call) {
        return call.result() instanceof Type.Decimal ? DecimalFunctions.of(call) : Expr.of(sql(call), call.result());
    }

    private String sql(Call call) {
        String name = call.function().name();
        return switch (name) {
            case "greatest", "least" -> extreme(call, name);
            case "concat" -> joined(call.arguments());
            case "trim", "ltrim", "rtrim" -> name + "(" + call.sql(0) + ", " + Literals.WHITESPACE + ")";
            case "substr", "substring" -> substring(call);
            case "contains" -> contains(call);
            case "array_join" -> arrayJoin(call);
            case "any_match", "all_match", "none_match" -> match(call, name);
            case "reduce" -> reduce(call);
            case "zip_with" -> zipWith(call);
            case "map_filter", "transform_values" -> overEntries(call, name);
            case "slice" -> slice(call);
            case "array_union", "array_intersect", "array_except", "arrays_overlap" -> sets(call, name);
            case "mod" ->
                Arithmetic.modulus(call.arguments().get(0), call.arguments().get(1))
                        .sql();
            case "date" ->
                Casts.cast(expressions, call.at(), call.arguments().get(0), Simple.DATE, false)
                        .sql();
            case "date_diff" -> "date_sub(" + unit(call) + ", " + call.sql(1) + ", " + call.sql(2) + ")";
            case "date_add" -> dateAdd(call);
            case "from_iso8601_timestamp" -> iso(call.sql(0));
            case "to_iso8601" -> iso8601(call);
            case "date_format" ->
                "strftime(" + call.sql(0) + ", "
                        + DateFormats.mysql(translation, call.places().get(1)) + ")";
            case "date_parse" ->
                "strptime(" + call.sql(0) + ", "
                        + DateFormats.mysql(translation, call.places().get(1)) + ")";
            case "format_datetime" ->
                "strftime(" + call.sql(0) + ", "
                        + DateFormats.joda(translation, call.places().get(1)) + ")";
            case "parse_datetime" ->
                "CAST(strptime(" + call.sql(0) + ", "
                        + DateFormats.joda(translation, call.places().get(1)) + ") AS TIMESTAMPTZ)";
            default -> name.startsWith("json_") ? json(call, name) : new RegularExpressions(translation).rewrite(call);
        };
    }

    private String iso8601(Call call) {
        Expr value = call.arguments().get(0);
        translation.checkPrecision(call.at(), value);
        String zone = value.type() == Simple.TIMESTAMP_TZ ? "Z" : "";
        return "strftime(" + value.sql() + ", '%Y-%m-%dT%H:%M:%S.%g" + zone + "')";
    }

    private static String extreme(Call call, String name) {
        String anyNull =
                call.arguments().stream().map(value -> value.sql() + " IS NULL").collect(Collectors.joining(" OR "));
        return "(CASE WHEN NOT (" + anyNull + ") THEN " + name + "(" + Expressions.sql(call.arguments()) + ") END)";
    }

    private static String joined(List<Expr> parts) {
        if (parts.size() < 2) {
            return parts.get(0).sql();
        }
        return parts.stream().map(Expr::sql).collect(Collectors.joining(" || ", "(", ")"));
    }

    /** Position 0 and positions before the start give '' in Trino. */
    private static String substring(Call call) {
        String text = call.sql(0);
        String start = call.sql(1);
        String rest = call.arguments().size() > 2 ? ", " + call.sql(2) : "";
        String cut = "substr(" + text + ", " + start + rest + ")";
        if (start.matches("(CAST\\()?[1-9][0-9]*( AS BIGINT\\))?")) {
            return cut;
        }
        return "(CASE WHEN " + start + " = 0 OR " + start + " < - length(" + text + ") THEN left(" + text + ", 0) ELSE "
                + cut + " END)";
    }

    private static String contains(Call call) {
        if (call.arguments().get(1).type() == Simple.IPADDRESS) {
            return IpAddresses.contains(
                            call.arguments().get(0), call.arguments().get(1))
                    .sql();
        }
        String array = call.sql(0);
        String element = call.sql(1);
        return "(CASE WHEN " + element + " IS NOT NULL THEN coalesce(nullif(list_contains(" + array + ", " + element
                + "), FALSE), CASE WHEN list_count(" + array + ") = len(" + array + ") THEN FALSE END) END)";
    }

    private String arrayJoin(Call call) {
        Type element = ((Type.Array) call.arguments().get(0).type()).element();
        boolean plain = element == Simple.VARCHAR
                || element == Simple.BOOLEAN
                || element.integer()
                || element == Simple.UNKNOWN;
        if (!plain) {
            throw translation.unsupported(call.at(), "array_join of " + element);
        }
        String name = translation.fresh("l");
        String text = "CAST(" + name + " AS VARCHAR)";
        String shown = call.arguments().size() > 2 ? "coalesce(" + text + ", " + call.sql(2) + ")" : text;
        String joined = "array_to_string(list_transform(" + call.sql(0) + ", lambda " + name + ": " + shown + "), "
                + call.sql(1) + ")";
        return "(CASE WHEN " + call.sql(0) + " IS NOT NULL AND " + call.sql(1) + " IS NOT NULL THEN coalesce(" + joined
                + ", '') END)";
    }

    /** NULL when no element decides but one gives NULL, as in Trino. */
    private static String match(Call call, String name) {
        String array = call.sql(0);
        String lambda = call.sql(1);
        int colon = lambda.indexOf(": ");
        String head = lambda.substring(0, colon + 2);
        String test = lambda.substring(colon + 2);
        boolean all = name.equals("all_match");
        boolean found = name.equals("any_match");
        String decided = "len(list_filter(" + array + ", " + head + (all ? "NOT " : "") + test + ")) > 0";
        String undecided = "len(list_filter(" + array + ", " + head + test + " IS NULL)) > 0";
        return "(CASE WHEN " + decided + " THEN " + found + " WHEN " + undecided + " THEN NULL WHEN " + array
                + " IS NOT NULL THEN " + !found + " END)";
    }

    private String reduce(Call call) {
        Type element = ((Type.Array) call.arguments().get(0).type()).element();
        Type state = call.letters().getOrDefault("S", Simple.UNKNOWN);
        if (!element.equals(state)) {
            throw translation.unsupported(
                    call.at(),
                    "reduce whose state (" + state + ") is of another type than the elements (" + element + ")");
        }
        Expr start = expressions.as(call.places().get(1), call.arguments().get(1), state);
        String folded = "list_reduce(" + call.sql(0) + ", " + call.sql(2) + ", " + start.sql() + ")";
        return "list_transform([" + folded + "], " + call.sql(3) + ")[1]";
    }

    private String zipWith(Call call) {
        String lambda = call.sql(2);
        int colon = lambda.indexOf(": ");
        String[] names = lambda.substring("lambda ".length(), colon).split(", ");
        String pair = translation.fresh("l");
        String body = lambda.substring(colon + 2)
                .replace(names[0], "struct_extract(" + pair + ", 1)")
                .replace(names[1], "struct_extract(" + pair + ", 2)");
        return "list_transform(list_zip(" + call.sql(0) + ", " + call.sql(1) + "), lambda " + pair + ": " + body + ")";
    }

    private String overEntries(Call call, String name) {
        String lambda = call.sql(1);
        int colon = lambda.indexOf(": ");
        String[] names = lambda.substring("lambda ".length(), colon).split(", ");
        String entry = translation.fresh("l");
        String body =
                lambda.substring(colon + 2).replace(names[0], entry + ".key").replace(names[1], entry + ".value");
        String entries = "map_entries(" + call.sql(0) + ")";
        return name.equals("map_filter")
                ? "map_from_entries(list_filter(" + entries + ", lambda " + entry + ": " + body + "))"
                : "map_from_entries(list_transform(" + entries + ", lambda " + entry + ": struct_pack(k := " + entry
                        + ".key, v := " + body + ")))";
    }

    private static String slice(Call call) {
        String start = call.sql(1);
        String from =
                "CASE WHEN " + start + " < 0 THEN len(" + call.sql(0) + ") + " + start + " + 1 ELSE " + start + " END";
        return "list_slice(" + call.sql(0) + ", " + from + ", " + from + " + " + call.sql(2) + " - 1)";
    }

    private String sets(Call call, String name) {
        String x = call.sql(0);
        String y = call.sql(1);
        String e = translation.fresh("l");
        String i = translation.fresh("l");
        String both = "(" + x + " || " + y + ")";
        String in = "list_position(" + y + ", " + e + ") IS NOT NULL";
        return switch (name) {
            case "array_union" ->
                "list_filter(" + both + ", lambda " + e + ", " + i + ": " + i + " = list_position(" + both + ", " + e
                        + "))";
            case "array_intersect" ->
                "CASE WHEN " + y + " IS NOT NULL THEN list_filter(" + x + ", lambda " + e + ", " + i + ": " + i
                        + " = list_position(" + x + ", " + e + ") AND " + in + ") END";
            case "array_except" ->
                "CASE WHEN " + y + " IS NOT NULL THEN list_filter(" + x + ", lambda " + e + ", " + i + ": " + i
                        + " = list_position(" + x + ", " + e + ") AND NOT (" + in + ")) END";
            default ->
                "CASE WHEN list_has_any(" + x + ", " + y + ") THEN TRUE WHEN list_count(" + x + ") = len(" + x
                        + ") AND list_count(" + y + ") = len(" + y + ") THEN FALSE END";
        };
    }

    private String json(Call call, String name) {
        String json = call.sql(0);
        return switch (name) {
            case "json_extract_scalar" -> Json.scalar(json, path(call));
            case "json_extract" -> Json.extract(json, path(call));
            case "json_size" ->
                "(CASE " + Json.type(json, path(call)) + " WHEN 'ARRAY' THEN CAST(json_array_length(" + json + ", "
                        + path(call)
                        + ") AS BIGINT) WHEN 'OBJECT' THEN CAST(len(json_keys(" + json + ", " + path(call)
                        + ")) AS BIGINT) ELSE CASE WHEN "
                        + Json.type(json, path(call)) + " IS NOT NULL THEN CAST(0 AS BIGINT) END END)";
            case "json_array_length" ->
                "(CASE WHEN " + Json.type(json, "'$'") + " = 'ARRAY' THEN CAST(json_array_length(" + json
                        + ") AS BIGINT) END)";
            default ->
                "(CASE WHEN " + Json.type(json, "'$'") + " = 'ARRAY' THEN list_contains(CAST(CAST(" + json
                        + " AS JSON) AS JSON[]), to_json(" + call.sql(1) + ")) END)";
        };
    }

    private String path(Call call) {
        ParserRuleContext at = call.places().get(1);
        return Trees.string(at)
                .flatMap(JsonPath::duckDb)
                .map(SqlLiteral::text)
                .orElseThrow(() -> translation.unsupported(
                        at, "a JSON path other than a literal of names and indexes, such as '$.a[0].b',"));
    }

    private String unit(Call call) {
        ParserRuleContext at = call.places().get(0);
        String unit = Trees.string(at).orElse("").toLowerCase(Locale.ROOT);
        boolean date = call.arguments().get(call.arguments().size() - 1).type() == Simple.DATE;
        if (!(date ? DATE_UNITS : UNITS).contains(unit)) {
            throw translation.wrong(
                    at,
                    "this unit is not one of "
                            + String.join(
                                    ", ",
                                    (date ? DATE_UNITS : UNITS)
                                            .stream().sorted().toList()));
        }
        return SqlLiteral.text(unit);
    }

    private String dateAdd(Call call) {
        String unit = unit(call).replace("'", "");
        String step = unit.equals("quarter") ? "3 month" : "1 " + unit;
        String sum = "(" + call.sql(2) + " + " + call.sql(1) + " * INTERVAL '" + step + "')";
        return call.arguments().get(2).type() == Simple.DATE ? "CAST(" + sum + " AS DATE)" : sum;
    }

    /** The T tells an ISO 8601 timestamp from what DuckDB takes besides; a date alone is one too. */
    private static String iso(String text) {
        return "(CASE WHEN substr(" + text + ", 11, 1) = 'T' OR length(" + text + ") = 10 THEN CAST(" + text
                + " AS TIMESTAMPTZ) WHEN " + text + " IS NOT NULL THEN CAST('not ISO 8601: ' || " + text
                + " AS TIMESTAMPTZ) END)";
    }
}
