package dev.trailwise.sql;

import dev.trailwise.sql.FunctionRegistry.Function;
import dev.trailwise.sql.FunctionRegistry.Support;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.LambdaContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Function calls, each by its entry in the registry. */
final class FunctionRewrites {
    private static final Pattern ARGUMENT = Pattern.compile("\\$([1-9])");
    private static final Pattern FORMAT_LETTER = Pattern.compile("%(.?)");
    private static final Set<String> UNITS =
            Set.of("millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year");

    /** Trino's date_format is MySQL's; these letters mean the same to strftime. */
    private static final Map<String, String> FORMAT = Map.ofEntries(
            Map.entry("a", "%a"),
            Map.entry("b", "%b"),
            Map.entry("d", "%d"),
            Map.entry("H", "%H"),
            Map.entry("k", "%-H"),
            Map.entry("h", "%I"),
            Map.entry("I", "%I"),
            Map.entry("l", "%-I"),
            Map.entry("i", "%M"),
            Map.entry("j", "%j"),
            Map.entry("M", "%B"),
            Map.entry("m", "%m"),
            Map.entry("c", "%-m"),
            Map.entry("e", "%-d"),
            Map.entry("p", "%p"),
            Map.entry("r", "%I:%M:%S %p"),
            Map.entry("S", "%S"),
            Map.entry("s", "%S"),
            Map.entry("f", "%f"),
            Map.entry("T", "%H:%M:%S"),
            Map.entry("v", "%V"),
            Map.entry("W", "%A"),
            Map.entry("Y", "%Y"),
            Map.entry("y", "%y"),
            Map.entry("x", "%G"),
            Map.entry("%", "%%"));

    private final Translation translation;

    FunctionRewrites(Translation translation) {
        this.translation = translation;
    }

    String call(FunctionCallContext call) {
        if (call.processingMode() != null || call.qualifiedName().identifier().size() != 1) {
            throw unknown(call);
        }
        String name = Names.lower(call.qualifiedName().identifier(0));
        List<Function> forms = FunctionRegistry.get().named(name);
        if (forms.isEmpty()) {
            throw unknown(call);
        }
        if (call.ASTERISK() != null) {
            if (!name.equals("count") || call.label != null) {
                throw unknown(call);
            }
            return "count(*)" + trailer(call);
        }
        int arguments = call.expression().size();
        Function function = forms.stream()
                .filter(form -> form.takes(arguments))
                .findFirst()
                .orElseThrow(() -> translation.unsupported(
                        call,
                        "the function " + name + " with " + arguments + " argument" + (arguments == 1 ? "" : "s")));
        return apply(call, function);
    }

    private SqlProblem unknown(FunctionCallContext call) {
        return translation.unsupported(
                call, "the function " + Excerpt.neutral(call.qualifiedName().getText()));
    }

    private String apply(FunctionCallContext call, Function function) {
        if (function.support() == Support.UNSUPPORTED) {
            throw translation.unsupported(call, "the function " + function.name() + " (" + function.body() + ")");
        }
        if (function.support() == Support.NATIVE) {
            return function.body() + "(" + arguments(call) + ")" + trailer(call);
        }
        plain(call, function);
        if (function.support() == Support.REWRITTEN) {
            return rewrite(call, function.name());
        }
        String body = ARGUMENT.matcher(function.body())
                .replaceAll(argument ->
                        Matcher.quoteReplacement("(" + argument(call, Integer.parseInt(argument.group(1)) - 1) + ")"));
        return (body.startsWith("CASE") ? "(" + body + ")" : body) + trailer(call);
    }

    private void plain(FunctionCallContext call, Function function) {
        if (call.setQuantifier() != null || !call.sortItem().isEmpty()) {
            throw translation.unsupported(call, "DISTINCT or ORDER BY in " + function.name());
        }
        if (call.filter() != null || call.over() != null) {
            boolean aggregate = Set.of("approx_distinct", "approx_percentile").contains(function.name());
            if (!aggregate) {
                throw translation.unsupported(call, "FILTER or OVER after " + function.name());
            }
        }
    }

    private String arguments(FunctionCallContext call) {
        String quantifier = call.setQuantifier() == null ? "" : translation.visit(call.setQuantifier()) + " ";
        String order = call.sortItem().isEmpty() ? "" : " ORDER BY " + translation.list(call.sortItem());
        return quantifier + translation.list(call.expression()) + order;
    }

    private String trailer(FunctionCallContext call) {
        StringBuilder after = new StringBuilder();
        if (call.filter() != null) {
            after.append(' ').append(translation.visit(call.filter()));
        }
        if (call.nullTreatment() != null) {
            throw translation.unsupported(call.nullTreatment(), "IGNORE NULLS");
        }
        if (call.over() != null) {
            after.append(' ').append(translation.visit(call.over()));
        }
        return after.toString();
    }

    private String argument(FunctionCallContext call, int index) {
        return translation.visit(call.expression(index));
    }

    private String rewrite(FunctionCallContext call, String name) {
        return switch (name) {
            case "greatest", "least" -> extreme(call, name);
            case "concat" ->
                call.expression().stream()
                        .map(part -> "(" + translation.visit(part) + ")")
                        .collect(Collectors.joining(" || ", "(", ")"));
            case "json_extract_scalar" -> jsonScalar(call);
            case "json_extract" -> json(call, "TRY(json_extract(%s, %s))");
            case "json_size" -> jsonSize(call);
            case "array_join" ->
                "array_to_string(list_transform(" + argument(call, 0) + ", lambda e: coalesce(CAST(e AS VARCHAR), "
                        + argument(call, 2) + ")), " + argument(call, 1) + ")";
            case "array_remove" -> "list_filter(" + argument(call, 0) + ", lambda e: e <> (" + argument(call, 1) + "))";
            case "any_match" -> match(call, true, true);
            case "none_match" -> match(call, true, false);
            case "all_match" -> match(call, false, false);
            case "transform" -> "list_transform(" + argument(call, 0) + ", " + lambda(call, 1) + ")";
            case "filter" -> "list_filter(" + argument(call, 0) + ", " + lambda(call, 1) + ")";
            case "reduce" -> reduce(call);
            case "date_add" -> dateAdd(call);
            case "date_format" -> "strftime(" + argument(call, 0) + ", " + SqlLiteral.text(format(call)) + ")";
            case "date_parse" -> "strptime(" + argument(call, 0) + ", " + SqlLiteral.text(format(call)) + ")";
            default -> throw new IllegalStateException("functions.txt promises a rewrite of " + name);
        };
    }

    private String extreme(FunctionCallContext call, String name) {
        String anyNull = call.expression().stream()
                .map(part -> "(" + translation.visit(part) + ") IS NULL")
                .collect(Collectors.joining(" OR "));
        return "(CASE WHEN " + anyNull + " THEN NULL ELSE " + name + "(" + translation.list(call.expression())
                + ") END)";
    }

    private String jsonScalar(FunctionCallContext call) {
        String value = json(call, "TRY(json_extract_string(%s, %s))");
        String type = json(call, "TRY(json_type(%s, %s))");
        return "(CASE WHEN " + type + " NOT IN ('OBJECT', 'ARRAY') THEN " + value + " END)";
    }

    private String jsonSize(FunctionCallContext call) {
        String type = json(call, "TRY(json_type(%s, %s))");
        return "(CASE " + type + " WHEN 'ARRAY' THEN CAST(" + json(call, "json_array_length(%s, %s)")
                + " AS BIGINT) WHEN 'OBJECT' THEN CAST(len(" + json(call, "json_keys(%s, %s)")
                + ") AS BIGINT) ELSE CASE WHEN " + type + " IS NOT NULL THEN CAST(0 AS BIGINT) END END)";
    }

    private String json(FunctionCallContext call, String form) {
        return form.formatted(argument(call, 0), SqlLiteral.text(path(call.expression(1))));
    }

    private String path(ExpressionContext path) {
        return Trees.string(path)
                .flatMap(JsonPath::duckDb)
                .orElseThrow(() -> translation.unsupported(
                        path, "a JSON path other than a literal of names and indexes, such as '$.a[0].b'"));
    }

    /** True, false or NULL as Trino's matches: NULL when no element decides but one gives NULL. */
    private String match(FunctionCallContext call, boolean wanted, boolean result) {
        String array = argument(call, 0);
        LambdaContext test = lambdaOf(call, 1);
        String parameter = parameters(test);
        String body = translation.visit(test.expression());
        String decided = "len(list_filter(" + array + ", lambda " + parameter + ": " + (wanted ? "" : "NOT ") + "("
                + body + "))) > 0";
        String undecided = "len(list_filter(" + array + ", lambda " + parameter + ": (" + body + ") IS NULL)) > 0";
        return "(CASE WHEN " + array + " IS NULL THEN NULL WHEN " + decided + " THEN " + result + " WHEN " + undecided
                + " THEN NULL ELSE " + !result + " END)";
    }

    private String reduce(FunctionCallContext call) {
        LambdaContext step = lambdaOf(call, 2);
        LambdaContext end = lambdaOf(call, 3);
        String folded = "list_reduce(" + argument(call, 0) + ", lambda " + parameters(step) + ": "
                + translation.visit(step.expression()) + ", " + argument(call, 1) + ")";
        return "list_transform([" + folded + "], lambda " + parameters(end) + ": " + translation.visit(end.expression())
                + ")[1]";
    }

    private String lambda(FunctionCallContext call, int index) {
        LambdaContext lambda = lambdaOf(call, index);
        return "lambda " + parameters(lambda) + ": " + translation.visit(lambda.expression());
    }

    private LambdaContext lambdaOf(FunctionCallContext call, int index) {
        if (Trees.unwrap(call.expression(index)) instanceof LambdaContext lambda) {
            return lambda;
        }
        throw translation.unsupported(
                call.expression(index), "this argument (a lambda such as x -> x = 'a' is needed)");
    }

    private String parameters(LambdaContext lambda) {
        return translation.list(lambda.identifier());
    }

    private String dateAdd(FunctionCallContext call) {
        String unit = Trees.string(call.expression(0)).orElse("").toLowerCase(Locale.ROOT);
        if (!UNITS.contains(unit)) {
            throw translation.unsupported(call.expression(0), "this unit");
        }
        String step = unit.equals("quarter") ? "3 month" : "1 " + unit;
        return "(" + argument(call, 2) + " + (" + argument(call, 1) + ") * INTERVAL '" + step + "')";
    }

    private String format(FunctionCallContext call) {
        ExpressionContext at = call.expression(1);
        String format = Trees.string(at).orElseThrow(() -> translation.unsupported(at, "a format that is no literal"));
        Matcher letters = FORMAT_LETTER.matcher(format);
        return letters.replaceAll(letter -> Matcher.quoteReplacement(Optional.ofNullable(FORMAT.get(letter.group(1)))
                .orElseThrow(() -> translation.unsupported(at, "a letter of this format"))));
    }
}
