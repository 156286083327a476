package dev.trailwise.sql.text;

import java.util.List;
import java.util.stream.Collectors;

/** Values as typed Athena literals: no value can be read as anything but a value. */
public final class SqlLiteral {
    /** The absent value. */
    public static final String NULL = "NULL";

    private SqlLiteral() {}

    /**
     * A string.
     *
     * @throws IllegalArgumentException when it holds a NUL character or half of a surrogate pair
     */
    /** Whether DuckDB's SQL is the literal of a text. */
    public static boolean isText(String sql) {
        return sql.matches("(?s)'([^']|'')*'");
    }

    public static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text with a NUL character cannot be part of a query");
        }
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("a text with half of a surrogate pair cannot be part of a query");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    /** A whole number. */
    public static String integer(long value) {
        return value == Long.MIN_VALUE ? "BIGINT '-9223372036854775808'" : Long.toString(value);
    }

    /** A truth value. */
    public static String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    /** A quoted name. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * The inside of {@code IN (…)}: literals with commas between. An empty list is one NULL, which nothing equals.
     *
     * @param literals literals of this class
     */
    public static String list(List<String> literals) {
        return literals.isEmpty() ? NULL : literals.stream().collect(Collectors.joining(", "));
    }
}
