package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.Failures;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.duckdb.value.Casts;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/** Functions of texts. */
final class TextFunctions {
    private static final Pattern POSITIVE = Pattern.compile("(CAST\\()?[1-9][0-9]{0,8}( AS BIGINT\\))?");
    private static final int LONGEST_PADDED = 16_777_216;

    private final Translation translation;

    TextFunctions(Expressions expressions) {
        this.translation = expressions.translation();
    }

    /** The values as texts, each with the letter of its type before it. */
    String format(Call call) {
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

    /** Position 0, positions before the start and lengths below 1 give '' in Trino. */
    static String substring(Call call) {
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

    static String padded(Call call, String name) {
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
    String codepoint(Call call) {
        ParserRuleContext at = ParseTrees.unwrap(call.places().get(0));
        boolean one = ParseTrees.string(at)
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
}
