package dev.trailwise.sql;

/** Comparisons of floating point numbers: to Trino, NaN is not equal to, less than or greater than anything. */
final class Floats {
    private Floats() {}

    static String compared(Expr left, String operator, Expr right) {
        String plain = left.sql() + " " + operator + " " + right.sql();
        boolean floating = left.type().floating() || right.type().floating();
        if (!floating || (isNumber(left) && isNumber(right))) {
            return plain;
        }
        String unordered = nan(left) + " OR " + nan(right);
        String differs = operator.equals("<>") || operator.equals("!=") ? "TRUE" : "FALSE";
        return "(CASE WHEN " + unordered + " THEN CASE WHEN " + left.sql() + " IS NOT NULL AND " + right.sql()
                + " IS NOT NULL THEN " + differs + " END ELSE " + plain + " END)";
    }

    private static boolean isNumber(Expr value) {
        return !value.type().floating() || value.sql().matches("CAST\\('[-+0-9.eE]+' AS DOUBLE\\)");
    }

    private static String nan(Expr value) {
        return value.type().floating() && !isNumber(value) ? "isnan(" + value.sql() + ")" : "FALSE";
    }
}
