package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.sql.text.SqlLiteral;

/**
 * Failures of a query on a value, in Trino's words: a cast of the message to a number, which DuckDB quotes when it fails. It
 * may stand where any type may.
 */
public final class Failures {
    private static final String CALL = "fail(";

    private Failures() {}

    /** NULL when it is not reached, a failure with this message when it is. */
    public static String of(String message) {
        return ofSql(SqlLiteral.text(message));
    }

    /** A failure whose message is an expression of DuckDB. */
    public static String ofSql(String message) {
        return "list_extract([NULL], CAST(" + message + " AS INTEGER))";
    }

    /** An expression with its {@code fail(…)} written out. */
    public static String expanded(String sql) {
        int at = sql.indexOf(CALL);
        if (at < 0) {
            return sql;
        }
        int depth = 1;
        int end = at + CALL.length();
        while (depth > 0) {
            char c = sql.charAt(end++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return sql.substring(0, at) + ofSql(sql.substring(at + CALL.length(), end - 1)) + expanded(sql.substring(end));
    }
}
