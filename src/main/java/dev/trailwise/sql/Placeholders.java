package dev.trailwise.sql;

import dev.trailwise.sql.text.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The {@code :name} parameters of a SQL text: found as the grammar would read it, never in strings or comments. */
public final class Placeholders {
    private Placeholders() {}

    /**
     * One parameter.
     *
     * @param name its name, without the colon
     * @param start the offset of the colon
     * @param end the offset after the name
     */
    public record Placeholder(String name, int start, int end) {}

    /** Every parameter, in order; one that is used twice is there twice. */
    public static List<Placeholder> find(String sql) {
        List<Placeholder> found = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                at = after(sql, String.valueOf(c), at + 1);
            } else if (sql.startsWith("--", at)) {
                at = afterLine(sql, at);
            } else if (sql.startsWith("/*", at)) {
                at = after(sql, "*/", at + 2);
            } else if (c == ':' && startsName(sql, at)) {
                int end = endOfName(sql, at + 1);
                found.add(new Placeholder(sql.substring(at + 1, end), at, end));
                at = end;
            } else {
                at++;
            }
        }
        return found;
    }

    /**
     * The text with every parameter replaced.
     *
     * @param literal the SQL for a parameter, made by {@link SqlLiteral}
     */
    public static SqlText replace(SqlText sql, Function<Placeholder, String> literal) {
        return sql.edit(find(sql.text()).stream()
                .map(parameter -> new SqlText.Edit(parameter.start(), parameter.end(), literal.apply(parameter)))
                .toList());
    }

    /** A doubled quote reads as the end of one string and the start of the next, which finds the same parameters. */
    private static int after(String sql, String close, int from) {
        int end = sql.indexOf(close, from);
        return end < 0 ? sql.length() : end + close.length();
    }

    private static int afterLine(String sql, int from) {
        int at = from;
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** A colon right after a value, as in {@code JSON_OBJECT('key':value)}, is the grammar's own. */
    private static boolean startsName(String sql, int colon) {
        boolean afterValue =
                colon > 0 && (wordPart(sql.charAt(colon - 1)) || ":'\"`)]".indexOf(sql.charAt(colon - 1)) >= 0);
        return !afterValue && colon + 1 < sql.length() && letter(sql.charAt(colon + 1));
    }

    private static int endOfName(String sql, int from) {
        int at = from;
        while (at < sql.length() && wordPart(sql.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean wordPart(char c) {
        return letter(c) || (c >= '0' && c <= '9');
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
