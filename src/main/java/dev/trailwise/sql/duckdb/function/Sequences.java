package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Failures;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;

/**
 * {@code sequence} of numbers, dates and times, with Trino's failures: DuckDB's own function gives an empty list for a step
 * in the wrong direction, has no limit, and counts months on from the entry before instead of from the first.
 *
 * @see <a href="https://trino.io/docs/435/functions/array.html#sequence">sequence</a>
 */
final class Sequences {
    private static final String EPOCH = "DATE '1970-01-01'";

    private Sequences() {}

    static String of(Call call) {
        Type type = call.arguments().get(0).type();
        String start = call.sql(0);
        String stop = call.sql(1);
        boolean stepped = call.arguments().size() > 2;
        String direction = "(CASE WHEN " + start + " <= " + stop + " THEN 1 ELSE -1 END)";
        if (type != Simple.DATE && type != Simple.TIMESTAMP) {
            String step = stepped ? call.sql(2) : direction;
            return checked(
                    start,
                    stop,
                    step,
                    step,
                    "((CAST(" + stop + " AS HUGEINT) - " + start + ") // " + step + ")",
                    "generate_series(" + start + ", " + stop + ", " + step + ")");
        }
        if (!stepped) {
            String days =
                    "generate_series(" + start + " - " + EPOCH + ", " + stop + " - " + EPOCH + ", " + direction + ")";
            return checked(
                    start,
                    stop,
                    direction,
                    direction,
                    "((" + stop + " - " + start + ") // " + direction + ")",
                    "list_transform(" + days + ", lambda d: " + EPOCH + " + CAST(d AS INTEGER))");
        }
        return ofTimes(type, start, stop, call.sql(2), call.arguments().get(2).type() == Simple.INTERVAL_MONTH);
    }

    private static String ofTimes(Type type, String start, String stop, String step, boolean months) {
        String first = "CAST(" + start + " AS TIMESTAMP)";
        String last = "CAST(" + stop + " AS TIMESTAMP)";
        String length = months ? months(step) : "(epoch_us(TIMESTAMP '1970-01-01' + " + step + "))";
        String distance = months
                ? "datesub('month', " + first + ", " + last + ")"
                : "(epoch_us(" + last + ") - epoch_us(" + first + "))";
        String entries = "(" + distance + " // " + length + ")";
        String entry = first + " + " + step + " * i";
        String each = type == Simple.DATE ? "CAST(" + entry + " AS DATE)" : entry;
        String list = "list_transform(range(" + entries + " + 1), lambda i: " + each + ")";
        String checked = checked(start, stop, step, length, entries, list);
        return type == Simple.DATE && !months
                ? "(CASE WHEN " + length + " % 86400000000 <> 0 THEN "
                        + Failures.of("sequence step must be a day interval if start and end values are dates")
                        + " ELSE "
                        + checked + " END)"
                : checked;
    }

    private static String months(String interval) {
        return "(datesub('month', TIMESTAMP '2000-01-01', TIMESTAMP '2000-01-01' + " + interval + "))";
    }

    /** @param length the step as a number, for its sign */
    private static String checked(String start, String stop, String step, String length, String entries, String list) {
        return "(CASE WHEN " + start + " IS NULL OR " + stop + " IS NULL OR " + step + " IS NULL THEN NULL WHEN "
                + length + " = 0 THEN " + Failures.of("step must not be zero") + " WHEN " + length + " > 0 AND " + stop
                + " < " + start + " OR " + length + " < 0 AND " + stop + " > " + start + " THEN "
                + Failures.of(
                        "sequence stop value should be greater than or equal to start value if step is greater than"
                                + " zero otherwise stop value should be less than or equal to start value")
                + " WHEN " + entries + " >= 10000 THEN "
                + Failures.of("result of sequence function must not have more than 10000 entries") + " WHEN " + entries
                + " >= 0 THEN " + list + " END)";
    }
}
