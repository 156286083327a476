package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.Trees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.Failures;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.duckdb.value.Arithmetic;
import dev.trailwise.sql.duckdb.value.Casts;
import dev.trailwise.sql.duckdb.value.Comparisons;
import dev.trailwise.sql.duckdb.value.IpAddresses;
import dev.trailwise.sql.duckdb.value.Json;
import dev.trailwise.sql.duckdb.value.Literals;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.scalar.InvalidValue;
import dev.trailwise.sql.scalar.JsonPaths;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** The functions that {@code functions.txt} marks with @. */
final class FunctionRewrites {
    private static final Set<String> UNITS =
            Set.of("millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year");
    private static final Pattern POSITIVE = Pattern.compile("(CAST\\()?[1-9][0-9]{0,8}( AS BIGINT\\))?");
    private static final int LONGEST_PADDED = 16_777_216;
    private static final Set<String> DATE_UNITS = Set.of("day", "week", "month", "quarter", "year");

    private final Expressions expressions;
    private final Translation translation;

    FunctionRewrites(Expressions expressions) {
        this.expressions = expressions;
        this.translation = expressions.translation();
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
            case "substr", "substring" -> substring(call);
            case "bitwise_left_shift", "bitwise_right_shift", "bitwise_right_shift_arithmetic" -> shifted(call, name);
            case "round" ->
                "CAST(" + JavaCalls.checked("round_whole", call.sql(0), call.sql(1)) + " AS "
                        + call.result().duckDb() + ")";
            case "zip" -> zip(call);
            case "format" -> format(call);
            case "typeof" -> TypeNames.literal(translation, call);
            case "map_concat" -> mapConcat(call);
            case "nullif" -> nullIf(call);
            case "date_trunc" -> dateTrunc(call);
            case "array_max", "array_min" -> arrayExtreme(call, name.substring("array_".length()));
            case "concat_ws" -> joinedTexts(call.sql(0), call.sql(1), known(call.sql(0), call.sql(1)));
            case "lpad", "rpad" -> padded(call, name);
            case "split", "split_part" -> Splits.of(call);
            case "codepoint" -> codepoint(call);
            case "sequence" -> sequence(call);
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
            case "date_format", "format_datetime" -> DateFormats.of(call);
            case "date_parse" -> "CAST(" + JavaCalls.checked(name, call.sql(0), call.sql(1)) + " AS TIMESTAMP)";
            case "parse_datetime" ->
                "CAST(" + JavaCalls.checked(name, call.sql(0), call.sql(1)) + " || '+00' AS TIMESTAMPTZ)";
            default -> name.startsWith("json_") ? json(call, name) : RegularExpressions.rewrite(call);
        };
    }

    private String iso8601(Call call) {
        Expr value = call.arguments().get(0);
        translation.checkPrecision(call.at(), value);
        if (call.zone().isPresent()) {
            return DateFormats.iso8601(value, call.zone().get());
        }
        String zone = value.type() == Simple.TIMESTAMP_TZ ? "Z" : "";
        return "strftime(" + value.sql() + ", '%Y-%m-%dT%H:%M:%S.%g" + zone + "')";
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

    private static String zip(Call call) {
        String known = call.arguments().stream()
                .map(list -> list.sql() + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return "(CASE WHEN " + known + " THEN list_zip(" + Expr.list(call.arguments()) + ") END)";
    }

    /** The values as texts, each with the letter of its type before it. */
    private String format(Call call) {
        List<String> values = new java.util.ArrayList<>();
        for (int i = 1; i < call.arguments().size(); i++) {
            Expr value = call.arguments().get(i);
            Type type = value.type();
            if (type.moment() || !(type instanceof Simple || type instanceof Type.Decimal)) {
                throw translation.unsupported(call.places().get(i), "format of " + type);
            }
            String letter = type.integer()
                    ? "w"
                    : type.floating() ? "r" : type instanceof Type.Decimal ? "d" : type == Simple.BOOLEAN ? "b" : "t";
            String text = type.floating()
                    ? "CAST(" + value.sql() + " AS VARCHAR)"
                    : Casts.text(value).sql();
            values.add("'" + letter + "' || " + text);
        }
        return JavaCalls.checked(
                "format", call.sql(0), "CAST(to_json([" + String.join(", ", values) + "]) AS VARCHAR)");
    }

    private static String mapConcat(Call call) {
        String known =
                call.arguments().stream().map(map -> map.sql() + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return "(CASE WHEN " + known + " THEN map_concat(" + Expr.list(call.arguments()) + ") END)";
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

    private String dateTrunc(Call call) {
        String cut = "date_trunc(" + unit(call) + ", " + call.sql(1) + ")";
        return call.result() == Simple.DATE ? "CAST(" + cut + " AS DATE)" : cut;
    }

    /** Position 0, positions before the start and lengths below 1 give '' in Trino. */
    private static String substring(Call call) {
        String text = call.sql(0);
        String start = call.sql(1);
        boolean limited = call.arguments().size() > 2;
        String length = limited ? call.sql(2) : "";
        boolean plain = POSITIVE.matcher(start).matches()
                && (!limited || POSITIVE.matcher(length).matches());
        String cut = "substr(" + text + ", " + start
                + (limited ? ", " + (plain ? length : "least(" + length + ", 4294967295)") : "") + ")";
        if (plain) {
            return cut;
        }
        String known = text + " IS NOT NULL AND " + start + " IS NOT NULL"
                + (limited ? " AND " + length + " IS NOT NULL" : "");
        return "(CASE WHEN abs(CAST(" + start + " AS HUGEINT)) BETWEEN 1 AND length(" + text + ")"
                + (limited ? " AND " + length + " > 0" : "") + " THEN " + cut + " WHEN " + known + " THEN '' END)";
    }

    private static String padded(Call call, String name) {
        String size = call.sql(1);
        String pad = call.sql(2);
        return "(CASE WHEN " + pad + " = '' AND " + call.sql(0) + " IS NOT NULL AND " + size + " IS NOT NULL THEN "
                + Failures.of("Padding string must not be empty")
                + " WHEN " + size + " BETWEEN 0 AND " + LONGEST_PADDED + " THEN " + name + "(" + call.sql(0) + ", CAST("
                + size + " AS INTEGER), " + pad + ") WHEN " + size + " BETWEEN 0 AND 2147483647 AND " + call.sql(0)
                + " IS NOT NULL AND " + pad + " IS NOT NULL THEN "
                + Failures.of("the local engine pads to " + LONGEST_PADDED + " characters at most")
                + " WHEN " + call.sql(0) + " IS NOT NULL AND " + size + " IS NOT NULL AND " + pad
                + " IS NOT NULL THEN "
                + Failures.of("Target length must be in the range [0..2147483647]") + " END)";
    }

    /** It takes one character, which a literal or a cast shows to be one. */
    private String codepoint(Call call) {
        ParserRuleContext at = Trees.unwrap(call.places().get(0));
        boolean one = Trees.string(at)
                        .filter(text -> text.codePointCount(0, text.length()) <= 1)
                        .isPresent()
                || at.getText().toLowerCase(Locale.ROOT).matches(".*asvarchar\\(1\\)\\)");
        if (!one) {
            throw translation.wrong(at, "codepoint takes one character: write CAST(… AS varchar(1))");
        }
        return "(CASE WHEN length(" + call.sql(0) + ") = 1 THEN CAST(unicode(" + call.sql(0)
                + ") AS INTEGER) WHEN " + call.sql(0) + " IS NOT NULL THEN "
                + Failures.of("Input string must be a single character string") + " END)";
    }

    private static String sequence(Call call) {
        String start = call.sql(0);
        String stop = call.sql(1);
        boolean stepped = call.arguments().size() > 2;
        String step = stepped ? call.sql(2) : "(CASE WHEN " + start + " <= " + stop + " THEN 1 ELSE -1 END)";
        String entries = "((CAST(" + stop + " AS HUGEINT) - " + start + ") // " + step + ")";
        return "(CASE WHEN " + start + " IS NULL OR " + stop + " IS NULL OR " + step + " IS NULL THEN NULL WHEN " + step
                + " = 0 THEN " + Failures.of("step must not be zero") + " WHEN " + step
                + " > 0 AND "
                + stop + " < " + start + " OR " + step + " < 0 AND " + stop + " > " + start + " THEN "
                + Failures.of(
                        "sequence stop value should be greater than or equal to start value if step is greater than"
                                + " zero otherwise stop value should be less than or equal to start value")
                + " WHEN " + entries + " >= 10000 THEN "
                + Failures.of("result of sequence function must not have more than 10000 entries")
                + " WHEN " + entries + " >= 0 THEN generate_series(" + start + ", " + stop + ", " + step + ") END)";
    }

    private static String contains(Call call) {
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

    private String arrayJoin(Call call) {
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
    private static String joinedTexts(String separator, String texts, String known) {
        String given = "list_filter(" + texts + ", lambda t: t IS NOT NULL)";
        String joined = SqlLiteral.isText(separator)
                ? "array_to_string(" + texts + ", " + separator + ")"
                : "CASE WHEN len(" + given + ") > 0 THEN list_reduce(" + given + ", lambda a, b: a || " + separator
                        + " || b) END";
        return "(CASE WHEN " + known + " THEN coalesce(" + joined + ", '') END)";
    }

    /** That no argument is NULL, in their order: one that fails comes before a NULL after it. */
    private static String known(String first, String second) {
        return first + " IS NOT NULL AND " + second + " IS NOT NULL";
    }

    /** NaN is neither the greatest nor the least where there is a number. */
    private static String arrayExtreme(Call call, String name) {
        String array = call.sql(0);
        String numbers = "list_filter(" + array + ", lambda n: NOT isnan(n))";
        String found = "list_" + name + "(" + array + ")";
        return "(CASE WHEN list_count(" + array + ") = len(" + array + ") THEN "
                + (call.result().floating() ? "coalesce(list_" + name + "(" + numbers + "), " + found + ")" : found)
                + " END)";
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
        if (element == Simple.UNKNOWN || state == Simple.UNKNOWN) {
            throw translation.unsupported(call.at(), "reduce of values without a type");
        }
        String start = "CAST(" + call.sql(1) + " AS " + state.duckDb() + ")";
        String lambda = call.sql(2);
        int colon = lambda.indexOf(": ");
        String[] names = lambda.substring("lambda ".length(), colon).split(", ");
        String a = translation.local(call.at(), "a");
        String b = translation.local(call.at(), "b");
        String body = lambda.substring(colon + 2).replace(names[0], a + ".s").replace(names[1], b + ".e");
        String none = "CAST(NULL AS " + element.duckDb() + ")";
        String pairs = "list_transform(" + call.sql(0) + ", lambda " + b + ": struct_pack(s := CAST(NULL AS "
                + state.duckDb() + "), e := CAST(" + b + " AS " + element.duckDb() + ")))";
        String folded = "list_reduce(" + pairs + ", lambda " + a + ", " + b + ": struct_pack(s := CAST(" + body + " AS "
                + state.duckDb() + "), e := " + none + "), struct_pack(s := " + start + ", e := " + none + ")).s";
        return "(CASE WHEN " + call.sql(0) + " IS NOT NULL THEN list_transform([" + folded + "], " + call.sql(3)
                + ")[1] END)";
    }

    private String zipWith(Call call) {
        String lambda = call.sql(2);
        int colon = lambda.indexOf(": ");
        String[] names = lambda.substring("lambda ".length(), colon).split(", ");
        String pair = translation.local(call.at(), "l");
        String body = lambda.substring(colon + 2)
                .replace(names[0], "struct_extract(" + pair + ", 1)")
                .replace(names[1], "struct_extract(" + pair + ", 2)");
        return "(CASE WHEN " + call.sql(0) + " IS NOT NULL AND " + call.sql(1)
                + " IS NOT NULL THEN list_transform(list_zip(" + call.sql(0) + ", " + call.sql(1) + "), lambda " + pair
                + ": " + body + ") END)";
    }

    private String overEntries(Call call, String name) {
        String lambda = call.sql(1);
        int colon = lambda.indexOf(": ");
        String[] names = lambda.substring("lambda ".length(), colon).split(", ");
        String entry = translation.local(call.at(), "l");
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

    private String sets(Call call, String name) {
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

    /** Refuses a literal that is no path, where it stands. As in Trino, TRY around the literal is no help. */
    private void checkPath(ParserRuleContext argument) {
        ParserRuleContext at = Trees.unwrap(argument);
        while (at instanceof FunctionCallContext call
                && call.qualifiedName().getText().equalsIgnoreCase("try")
                && call.expression().size() == 1) {
            at = Trees.unwrap(call.expression(0));
        }
        ParserRuleContext literal = at;
        Trees.string(literal).ifPresent(path -> {
            try {
                JsonPaths.steps(path);
            } catch (InvalidValue invalid) {
                throw translation.wrong(
                        literal,
                        "invalid JSON path " + Excerpt.neutral(SqlLiteral.text(path))
                                + "; a name with other characters than letters, digits and _ is written '$[\"x-y\"]'");
            }
        });
    }

    private String json(Call call, String name) {
        if (!name.equals("json_array_length") && !name.equals("json_array_contains")) {
            checkPath(call.places().get(1));
        }
        String json =
                call.arguments().get(0).type() == Simple.JSON ? "CAST(" + call.sql(0) + " AS VARCHAR)" : call.sql(0);
        return switch (name) {
            case "json_extract_scalar" ->
                Json.scalar(
                        json,
                        call.sql(1),
                        Trees.string(call.places().get(1))
                                .flatMap(JsonPath::duckDb)
                                .map(SqlLiteral::text));
            case "json_extract" -> "CAST(" + JavaCalls.checked(name, json, call.sql(1)) + " AS JSON)";
            default -> JavaCalls.checked(name, json, call.sql(1));
        };
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

    /** The form of the logs is read by DuckDB, any other in Java. */
    private static String iso(String text) {
        return "(CASE WHEN " + text + " LIKE '____-__-__T__:__:__Z' AND substr(" + text
                + ", 12, 2) <> '24' AND TRY_CAST(" + text
                + " AS TIMESTAMPTZ) IS NOT NULL THEN TRY_CAST(" + text + " AS TIMESTAMPTZ) ELSE CAST("
                + JavaCalls.checked("from_iso8601_timestamp", text) + " || '+00' AS TIMESTAMPTZ) END)";
    }
}
