package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Failures;
import dev.trailwise.sql.text.SqlLiteral;

/** {@code split} and {@code split_part}, whose delimiter may not be empty. */
final class Splits {
    private Splits() {}

    static String of(Call call) {
        String text = call.sql(0);
        String delimiter = call.sql(1);
        String parts = "string_split(" + text + ", " + delimiter + ")";
        if (call.function().name().equals("split")) {
            return checked(text, delimiter, parts);
        }
        String index = call.sql(2);
        String wrong = index + " <= 0 AND " + text + " IS NOT NULL AND " + delimiter + " IS NOT NULL THEN "
                + Failures.of("Index must be greater than zero");
        return "(CASE WHEN " + wrong + " WHEN " + delimiter + " = '' THEN CASE WHEN " + index + " <= length(" + text
                + ") THEN substr(" + text + ", " + index + ", 1) END WHEN " + delimiter
                + " IS NOT NULL THEN list_extract("
                + parts + ", " + index + ") END)";
    }

    private static String checked(String text, String delimiter, String parts) {
        if (SqlLiteral.isText(delimiter) && !delimiter.equals("''")) {
            return parts;
        }
        return "(CASE WHEN " + delimiter + " = '' AND " + text + " IS NOT NULL THEN "
                + Failures.of("The delimiter may not be the empty string") + " WHEN " + delimiter + " IS NOT NULL THEN "
                + parts + " END)";
    }
}
