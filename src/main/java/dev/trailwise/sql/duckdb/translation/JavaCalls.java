package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.sql.function.TypePattern;
import dev.trailwise.sql.scalar.ScalarFunction;
import dev.trailwise.sql.scalar.ScalarFunctions;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls of functions in Java from DuckDB's SQL. */
public final class JavaCalls {
    private static final Pattern BRACES = Pattern.compile("\\{([a-z0-9_]+)\\(([^{}]*)\\)}");
    private static final Pattern CONSTANT = Pattern.compile("(CAST\\()?('([^']|'')*'|-?[0-9]+|NULL)( AS [A-Z]+\\))?");

    private JavaCalls() {}

    /** A call that gives NULL where Trino fails. */
    public static String tolerant(String name, String... arguments) {
        return ScalarFunctions.PREFIX + name + "(" + String.join(", ", arguments) + ")";
    }

    /**
     * A call that fails where Trino does. So that DuckDB does not call it for values that the CASE around it leaves out, one
     * more argument makes its columns two.
     */
    public static String checked(String name, String... arguments) {
        List<String> columns = Arrays.stream(arguments)
                .filter(argument -> !CONSTANT.matcher(argument).matches())
                .toList();
        String more = columns.size() == 1 ? "CAST(" + columns.get(0) + " AS VARCHAR)" : "''";
        return ScalarFunctions.PREFIX + name + ScalarFunction.CHECKED + "(" + String.join(", ", arguments) + ", " + more
                + ")";
    }

    /** The body of a function with its <code>{name(…)}</code> and {@code fail(…)} written out; their arguments stay slots. */
    public static String expanded(Call call, String body) {
        return BRACES.matcher(Failures.expanded(body))
                .replaceAll(java -> Matcher.quoteReplacement(braces(call, java.group(1), java.group(2))));
    }

    private static String braces(Call call, String name, String arguments) {
        List<String> columns = TypePattern.split(arguments).stream()
                .filter(argument -> argument.contains("$"))
                .filter(argument -> !CONSTANT.matcher(value(call, argument)).matches())
                .toList();
        String more = columns.size() == 1 ? "CAST(" + columns.get(0) + " AS VARCHAR)" : "''";
        return ScalarFunctions.PREFIX + name + ScalarFunction.CHECKED + "(" + arguments + ", " + more + ")";
    }

    private static String value(Call call, String argument) {
        return argument.matches("\\$[1-9]") ? call.sql(argument.charAt(1) - '1') : argument;
    }
}
