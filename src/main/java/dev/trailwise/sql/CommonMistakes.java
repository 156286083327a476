package dev.trailwise.sql;

import dev.trailwise.sql.function.FunctionRegistry;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.ColumnReferenceContext;
import io.trino.grammar.sql.SqlBaseParser.QuotedIdentifierContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What people write who come from other databases, and Athena's way; each the end of an error message. */
public final class CommonMistakes {
    private static final Map<String, String> WORDS = Map.of(
            "ILIKE", "; Athena has no ILIKE: write lower(x) LIKE 'pattern'",
            "RLIKE", "; Athena has no RLIKE: write regexp_like(x, 'pattern')",
            "REGEXP", "; Athena has no REGEXP: write regexp_like(x, 'pattern')",
            "QUALIFY", "; Athena has no QUALIFY: filter the window function in a query around this one",
            "OFFSET", "; OFFSET comes before LIMIT: OFFSET 10 LIMIT 20",
            ":", "; Athena has no ::, write CAST(x AS type)",
            "=", "; write = once to compare",
            "VIEW", "; Athena has no LATERAL VIEW: write CROSS JOIN UNNEST(x) AS t (element)",
            "LATERAL", "; Athena has no LATERAL VIEW: write CROSS JOIN UNNEST(x) AS t (element)");

    private CommonMistakes() {}

    /** For a token that the grammar does not take. */
    static String syntax(Token token, String before) {
        String word = token.getText().toUpperCase(Locale.ROOT);
        if (before.equalsIgnoreCase("TOP")) {
            return "; Athena has no TOP: write LIMIT at the end";
        }
        return WORDS.getOrDefault(before.equalsIgnoreCase("QUALIFY") ? "QUALIFY" : word, "");
    }

    /** For a name that is not a column. */
    public static String column(ParserRuleContext at, String name, List<String> aliases) {
        ParserRuleContext only = ParseTrees.unwrap(at);
        if (only instanceof ColumnReferenceContext column && column.identifier() instanceof QuotedIdentifierContext) {
            return "; double quotes are for names, a text takes single quotes: "
                    + Excerpt.neutral(SqlLiteral.text(name));
        }
        return aliases.stream().anyMatch(name::equalsIgnoreCase)
                ? "; it is an alias of SELECT, which only ORDER BY can use: repeat its expression here"
                : "";
    }

    /** For a field of a text. */
    public static String field(String text, String name) {
        return text.matches("(?i)(.*\\.)?(requestparameters|responseelements|additionaleventdata|serviceeventdetails)")
                ? "; it is JSON text: write json_extract_scalar(" + text + ", '$." + name + "')"
                : "";
    }

    /** For arguments that a function does not take. */
    public static String arguments(String function, ParserRuleContext at, List<String> types) {
        if (FunctionRegistry.get().topic(function).equals("time") && types.contains(Type.Simple.VARCHAR.toString())) {
            return "; a text for example eventtime is made a time by from_iso8601_timestamp(eventtime)";
        }
        boolean element = function.equals("element_at")
                && !types.isEmpty()
                && types.get(0).equals("varchar");
        return element ? "; of JSON text take json_extract_scalar(x, '$.name')" : "";
    }
}
