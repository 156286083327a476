package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.text.SqlLiteral;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** Functions of times. */
final class TimeFunctions {
    private static final Set<String> UNITS =
            Set.of("millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year");
    private static final Set<String> DATE_UNITS = Set.of("day", "week", "month", "quarter", "year");

    private final Translation translation;

    TimeFunctions(Expressions expressions) {
        this.translation = expressions.translation();
    }

    String iso8601(Call call) {
        Expr value = call.arguments().get(0);
        translation.checkPrecision(call.at(), value);
        if (call.zone().isPresent()) {
            return DateFormats.iso8601(value, call.zone().get());
        }
        String zone = value.type() == Simple.TIMESTAMP_TZ ? "Z" : "";
        return "strftime(" + value.sql() + ", '%Y-%m-%dT%H:%M:%S.%g" + zone + "')";
    }

    String dateTrunc(Call call) {
        String cut = "date_trunc(" + unit(call) + ", " + call.sql(1) + ")";
        return call.result() == Simple.DATE ? "CAST(" + cut + " AS DATE)" : cut;
    }

    String unit(Call call) {
        ParserRuleContext at = call.places().get(0);
        String unit = ParseTrees.string(at).orElse("").toLowerCase(Locale.ROOT);
        boolean date = call.arguments().get(call.arguments().size() - 1).type() == Simple.DATE;
        if (!(date ? DATE_UNITS : UNITS).contains(unit)) {
            throw translation.wrong(
                    at,
                    "this unit is not one of "
                            + String.join(
                                    ", ",
                                    (date ? DATE_UNITS : UNITS)
                                            .stream().sorted().toList()));
        }
        return SqlLiteral.text(unit);
    }

    /** Of timestamps with a zone DuckDB counts months back from the later one by another calendar. */
    String dateDiff(Call call) {
        String start = call.sql(1);
        String end = call.sql(2);
        boolean instants = call.arguments().get(1).type() == Simple.TIMESTAMP_TZ;
        return "date_sub(" + unit(call) + ", " + (instants ? utc(start) + ", " + utc(end) : start + ", " + end) + ")";
    }

    private static String utc(String instant) {
        return "make_timestamp(epoch_us(" + instant + "))";
    }

    String dateAdd(Call call) {
        String unit = unit(call).replace("'", "");
        String step = unit.equals("quarter") ? "3 month" : "1 " + unit;
        String sum = "(" + call.sql(2) + " + " + call.sql(1) + " * INTERVAL '" + step + "')";
        return call.arguments().get(2).type() == Simple.DATE ? "CAST(" + sum + " AS DATE)" : sum;
    }

    /** The form of the logs is read by DuckDB, any other in Java. */
    static String iso(String text) {
        return "(CASE WHEN " + text + " LIKE '____-__-__T__:__:__Z' AND substr(" + text
                + ", 12, 2) <> '24' AND TRY_CAST(" + text
                + " AS TIMESTAMPTZ) IS NOT NULL THEN TRY_CAST(" + text + " AS TIMESTAMPTZ) ELSE CAST("
                + JavaCalls.checked("from_iso8601_timestamp", text) + " || '+00' AS TIMESTAMPTZ) END)";
    }
}
