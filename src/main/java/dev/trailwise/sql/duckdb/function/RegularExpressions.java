package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.text.SqlLiteral;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Regular expressions. Where a pattern means the same to RE2, DuckDB finds out fastest whether it matches; all else is asked
 * of the library that Trino uses.
 */
final class RegularExpressions {
    /** Letters, digits, simple classes and repetitions, groups and alternatives, an end: the same in both but for the end. */
    private static final Pattern SAME = Pattern.compile("(\\(\\?i\\))?\\^?(?![*+?{])("
            + "[A-Za-z0-9 _:/,@=#;\"%&~!<>.-]|\\[[A-Za-z0-9_.:/#*-]+]|\\\\[./]"
            + "|\\((\\?:)?(?![?*+{|)])|\\)|\\|(?![*+?{])"
            + "|[*+?](?![*+?{])|\\{[0-9]{1,2}(,[0-9]{0,2})?}(?![*+?{])"
            + ")+[$]?");

    private static final String LISTS = "VARCHAR[]";

    private RegularExpressions() {}

    static String rewrite(Call call) {
        String name = call.function().name();
        String text = call.sql(0);
        String pattern = call.sql(1);
        Optional<String> same = ParseTrees.string(call.places().get(1))
                .filter(literal -> SAME.matcher(literal).matches())
                .map(RegularExpressions::re2);
        return switch (name) {
            case "regexp_like" ->
                same.map(re2 -> "regexp_matches(" + text + ", " + SqlLiteral.text(re2) + ")")
                        .orElseGet(() -> JavaCalls.checked(name, text, pattern));
            case "regexp_extract" -> JavaCalls.checked(name, text, pattern, group(call));
            case "regexp_extract_all" -> list(JavaCalls.checked(name, text, pattern, group(call)));
            case "regexp_split" -> list(JavaCalls.checked(name, text, pattern));
            case "regexp_replace" ->
                JavaCalls.checked(name, text, pattern, call.arguments().size() > 2 ? call.sql(2) : "''");
            default -> JavaCalls.checked(name, text, pattern);
        };
    }

    /** Trino's {@code $} also stands before a line feed that ends the text. */
    private static String re2(String pattern) {
        return pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) + "\\n?$" : pattern;
    }

    private static String list(String json) {
        return "CAST(CAST(" + json + " AS JSON) AS " + LISTS + ")";
    }

    private static String group(Call call) {
        return call.arguments().size() > 2 ? call.sql(2) : "0";
    }
}
