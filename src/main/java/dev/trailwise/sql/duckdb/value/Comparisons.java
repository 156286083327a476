package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Failures;
import dev.trailwise.sql.function.Type;

/**
 * Comparisons that DuckDB decides otherwise: to Trino, NaN is not equal to, less than or greater than anything, and arrays
 * with NULLs in them are not known to be equal.
 */
public final class Comparisons {
    private Comparisons() {}

    public static String compared(Expr left, String operator, Expr right) {
        String plain = left.sql() + " " + operator + " " + right.sql();
        if (left.type() instanceof Type.Array array && right.type() instanceof Type.Array) {
            return arrays(left.sql(), operator, right.sql(), array.element().floating());
        }
        boolean floating = left.type().floating() || right.type().floating();
        if (!floating || (isNumber(left) && isNumber(right))) {
            return plain;
        }
        String unordered = nan(left) + " OR " + nan(right);
        String differs = operator.equals("<>") || operator.equals("!=") ? "TRUE" : "FALSE";
        return "(CASE WHEN " + unordered + " THEN CASE WHEN " + left.sql() + " IS NOT NULL AND " + right.sql()
                + " IS NOT NULL THEN " + differs + " END ELSE " + plain + " END)";
    }

    /** Arrays with NULLs in them: not known to be equal, unless something else differs; of no order from the first NULL on. */
    private static String arrays(String left, String operator, String right, boolean floating) {
        boolean equality = operator.equals("=") || operator.equals("<>") || operator.equals("!=");
        String unequal = operator.equals("=") ? "FALSE" : "TRUE";
        String plain = left + " " + operator + " " + right;
        if (floating && equality) {
            plain = "CASE WHEN len(list_filter(" + left + ", lambda e: isnan(e))) > 0 AND " + right
                    + " IS NOT NULL THEN " + unequal + " ELSE " + plain + " END";
        }
        if (!equality) {
            return "(CASE WHEN " + nullBeforeDifference(left, right) + " THEN "
                    + Failures.of("ARRAY comparison not supported for arrays with null elements") + " ELSE " + plain
                    + " END)";
        }
        String nulls = "list_count(" + left + ") < len(" + left + ") OR list_count(" + right + ") < len(" + right + ")";
        String differs = "len(list_filter(list_zip(" + left + ", " + right
                + "), lambda pair: struct_extract(pair, 1) <> struct_extract(pair, 2)"
                + (floating ? " OR isnan(struct_extract(pair, 1)) AND struct_extract(pair, 2) IS NOT NULL" : "")
                + ")) > 0";
        return "(CASE WHEN len(" + left + ") = len(" + right + ") AND (" + nulls + ") THEN CASE WHEN " + differs
                + " THEN " + unequal + " END ELSE " + plain + " END)";
    }

    /** Elements are compared one after the other, up to the first that differs, or the end of the shorter array. */
    private static String nullBeforeDifference(String left, String right) {
        String pairs = "list_zip(" + left + ", " + right + ", TRUE)";
        String one = "struct_extract(pair, 1)";
        String other = "struct_extract(pair, 2)";
        return "coalesce(" + first(pairs, one + " IS NULL OR " + other + " IS NULL") + " < coalesce("
                + first(pairs, "coalesce(" + one + " <> " + other + ", FALSE)") + ", " + Integer.MAX_VALUE
                + "), FALSE)";
    }

    private static String first(String list, String condition) {
        return "nullif(list_position(list_transform(" + list + ", lambda pair: " + condition + "), TRUE), 0)";
    }

    private static boolean isNumber(Expr value) {
        return !value.type().floating() || value.sql().matches("CAST\\('[-+0-9.eE]+' AS DOUBLE\\)");
    }

    private static String nan(Expr value) {
        return value.type().floating() && !isNumber(value) ? "isnan(" + value.sql() + ")" : "FALSE";
    }
}
