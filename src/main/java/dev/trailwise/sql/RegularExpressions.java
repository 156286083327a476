package dev.trailwise.sql;

import dev.trailwise.sql.FunctionCalls.Call;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/** Regular expressions: Trino's are Java's, DuckDB's are RE2's, which lack lookaround and backreferences. */
final class RegularExpressions {
    private static final Pattern BEYOND_RE2 =
            Pattern.compile("\\(\\?<?[=!]|\\(\\?>|\\\\[1-9]|[*+?}]\\+|\\\\[GZhHRvVX]|&&");

    private final Translation translation;

    RegularExpressions(Translation translation) {
        this.translation = translation;
    }

    String rewrite(Call call) {
        String text = call.sql(0);
        String pattern = pattern(call);
        return switch (call.function().name()) {
            case "regexp_like" -> "regexp_matches(" + text + ", " + pattern + ")";
            case "regexp_extract" ->
                "(CASE WHEN regexp_matches(" + text + ", " + pattern + ") THEN regexp_extract(" + text + ", " + pattern
                        + group(call) + ") END)";
            case "regexp_extract_all" -> "regexp_extract_all(" + text + ", " + pattern + group(call) + ")";
            case "regexp_replace" -> "regexp_replace(" + text + ", " + pattern + ", " + replacement(call) + ", 'g')";
            case "regexp_split" -> "string_split_regex(" + text + ", " + pattern + ")";
            case "regexp_count" -> "len(regexp_extract_all(" + text + ", " + pattern + "))";
            default ->
                throw new IllegalStateException(
                        "functions.txt promises a rewrite of " + call.function().name());
        };
    }

    private String pattern(Call call) {
        ParserRuleContext at = call.places().get(1);
        Optional<String> literal = Trees.string(at);
        if (literal.filter(text -> BEYOND_RE2.matcher(text).find()).isPresent()) {
            throw translation.unsupported(
                    at, "a pattern with lookahead, lookbehind, backreference or possessive repetition");
        }
        return call.sql(1);
    }

    private String group(Call call) {
        if (call.arguments().size() < 3) {
            return "";
        }
        ParserRuleContext at = call.places().get(2);
        return Trees.ordinal(Trees.unwrap(at))
                .map(number -> ", " + number)
                .orElseThrow(() -> translation.unsupported(at, "a group that is no number"));
    }

    /** {@code $1} is RE2's {@code \1}; a backslash takes the meaning from the next character. */
    private String replacement(Call call) {
        if (call.arguments().size() < 3) {
            return "''";
        }
        ParserRuleContext at = call.places().get(2);
        String text = Trees.string(at)
                .filter(literal -> !literal.contains("${"))
                .orElseThrow(() -> translation.unsupported(at, "a replacement that is no literal, or names a group"));
        StringBuilder re2 = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                re2.append(c == '\\' ? "\\\\" : String.valueOf(c));
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else {
                re2.append(c == '$' ? '\\' : c);
            }
        }
        return SqlLiteral.text(re2.toString());
    }
}
