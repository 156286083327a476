package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.Failures;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.duckdb.translation.TryExpressions;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Decimal;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.sql.text.SqlProblem;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * CAST as Trino does it. DuckDB's casts from text take more than Trino's (spaces, other date formats, rounding), and its
 * casts to text look different: each pair of types that differs is written out, and pairs that are not known are
 * refused.
 */
public final class Casts {
    /** From here on a double is infinite as a real. */
    private static final String MORE_THAN_REAL = "3.4028235677973366e38";

    private static final String WHOLE = "[+-]?[0-9]+";

    private Casts() {}

    public static Expr cast(Expressions expressions, ParserRuleContext at, Expr value, Type to, boolean tolerant) {
        Type from = value.type();
        if (from instanceof Type.InZone zone) {
            return Zones.cast(expressions, at, value, zone, to, tolerant);
        }
        if (from.equals(to) || value.isNull()) {
            return Expr.of("CAST(" + value.sql() + " AS " + to.duckDb() + ")", to);
        }
        boolean container = !(to instanceof Simple || to instanceof Decimal);
        if (tolerant && container) {
            return TryExpressions.whole(expressions, at, value, inner -> cast(expressions, at, inner, to, false));
        }
        if (from == Simple.VARCHAR) {
            return fromText(expressions, at, value, to, tolerant);
        }
        if (to == Simple.JSON) {
            return Json.from(expressions, at, value);
        }
        if (from == Simple.JSON) {
            return Json.to(expressions, at, value, to, tolerant);
        }
        if (to == Simple.VARCHAR) {
            expressions.translation().checkPrecision(at, value);
            if (from == Simple.VARBINARY || !(from instanceof Simple || from instanceof Decimal)) {
                throw expressions.translation().wrong(at, "cannot cast " + from + " to varchar");
            }
            return text(value);
        }
        return between(expressions, at, value, to, tolerant);
    }

    private static Expr between(Expressions expressions, ParserRuleContext at, Expr value, Type to, boolean tolerant) {
        Type from = value.type();
        boolean numbers = from.numeric() && to.numeric();
        boolean moments = from.moment() && to.moment();
        boolean truth = (from == Simple.BOOLEAN && to.numeric()) || (to == Simple.BOOLEAN && from.numeric());
        if (from == Simple.DOUBLE && to == Simple.REAL) {
            String x = value.sql();
            return Expr.of(
                    "(CASE WHEN isnan(" + x + ") OR abs(" + x + ") < " + MORE_THAN_REAL + " THEN CAST(" + x
                            + " AS FLOAT) ELSE CAST(CAST(sign(" + x + ") AS FLOAT) / 0 AS FLOAT) END)",
                    to);
        }
        if (from == Simple.REAL && to == Simple.BIGINT) {
            String x = value.sql();
            return Expr.of(
                    "(CASE WHEN " + x + " >= 9223372036854775807 AND NOT isnan(" + x
                            + ") THEN 9223372036854775807 WHEN " + x
                            + " <= -9223372036854775807 THEN -9223372036854775807 - 1 ELSE "
                            + plain("round(" + x + ")", to, tolerant).sql() + " END)",
                    to);
        }
        if (numbers && from.floating() && to.integer()) {
            return plain("round(" + value.sql() + ")", to, tolerant);
        }
        if (from == Simple.BIGINT && to instanceof Decimal whole && whole.scale() == 0 && whole.precision() < 19) {
            // Trino does not see that the least bigint is too wide, and gives a decimal that cannot be
            String x = value.sql();
            return Expr.of(
                    "(CASE WHEN " + x + " = -9223372036854775807 - 1 THEN "
                            + Failures.of("a cast of the least bigint to " + to + SqlProblem.LOCAL_ONLY)
                            + " ELSE " + plain(x, to, tolerant).sql() + " END)",
                    to);
        }
        if (numbers || moments || truth) {
            return plain(value.sql(), to, tolerant);
        }
        if (from instanceof Type.Array a && to instanceof Type.Array b) {
            String element = expressions.translation().local(at, "e");
            Expr inner = cast(expressions, at, Expr.of(element, a.element()), b.element(), tolerant);
            return Expr.of("list_transform(" + value.sql() + ", lambda " + element + ": " + inner.sql() + ")", to);
        }
        if (from instanceof Type.Row a
                && to instanceof Type.Row b
                && a.fields().size() == b.fields().size()) {
            return row(expressions, at, value, a, b, tolerant);
        }
        throw expressions.translation().wrong(at, "cannot cast " + from + " to " + to);
    }

    private static Expr row(
            Expressions expressions, ParserRuleContext at, Expr value, Type.Row from, Type.Row to, boolean tolerant) {
        if (!to.named()) {
            throw expressions.translation().unsupported(at, "a row whose fields have no names");
        }
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < from.fields().size(); i++) {
            Type.Field source = from.fields().get(i);
            String part = from.named()
                    ? value.sql() + "." + SqlLiteral.identifier(source.name())
                    : "struct_extract(" + value.sql() + ", " + (i + 1) + ")";
            Expr field = cast(
                    expressions,
                    at,
                    Expr.of(part, source.type()),
                    to.fields().get(i).type(),
                    tolerant);
            fields.add(SqlLiteral.identifier(to.fields().get(i).name()) + " := " + field.sql());
        }
        return Expr.of("struct_pack(" + String.join(", ", fields) + ")", to);
    }

    private static Expr plain(String sql, Type to, boolean tolerant) {
        return Expr.of((tolerant ? "TRY_CAST(" : "CAST(") + sql + " AS " + to.duckDb() + ")", to);
    }

    private static Expr fromText(Expressions expressions, ParserRuleContext at, Expr value, Type to, boolean tolerant) {
        String text = value.sql();
        if (to instanceof Decimal decimal) {
            String precision = Integer.toString(decimal.precision());
            String scale = Integer.toString(decimal.scale());
            return plain(java("parse_decimal", tolerant, text, precision, scale), to, false);
        }
        if (to.integer()) {
            return guarded(text, WHOLE, text, to, tolerant);
        }
        if (!(to instanceof Simple simple)) {
            throw expressions.translation().wrong(at, "cannot cast varchar to " + to + advice(to));
        }
        return switch (simple) {
            case REAL -> plain(java("parse_real", tolerant, text), to, false);
            case DOUBLE -> Expr.of(java("parse_double", tolerant, text), to);
            case BOOLEAN -> guarded(text, "(?i)(true|false|t|f|1|0)", text, to, tolerant);
            case DATE ->
                guarded(
                        text,
                        "\\s*[+-]?[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}\\s*",
                        "replace(" + text + ", '+', '')",
                        to,
                        tolerant);
            case TIMESTAMP -> Expr.of("CAST(" + java("timestamp", tolerant, text) + " AS TIMESTAMP)", to);
            case TIMESTAMP_TZ ->
                Expr.of("CAST(" + java("timestamp_with_zone", tolerant, text) + " || '+00' AS TIMESTAMPTZ)", to);
            case VARBINARY -> Expr.of("encode(" + text + ")", to);
            case JSON -> Expr.of("to_json(" + text + ")", to);
            case IPADDRESS -> IpAddresses.parse(value, tolerant);
            default -> throw expressions.translation().wrong(at, "cannot cast varchar to " + to);
        };
    }

    /** A call of a function in Java, which fails or gives NULL for what Trino does not cast. */
    static String java(String name, boolean tolerant, String... arguments) {
        return tolerant ? JavaCalls.tolerant(name, arguments) : JavaCalls.checked(name, arguments);
    }

    private static String advice(Type to) {
        return to instanceof Type.Array || to instanceof Type.MapOf || to instanceof Type.Row
                ? "; text that is JSON needs json_parse(…) first"
                : "";
    }

    /** A cast of text that Trino takes; of other text NULL, or a failure that shows it. */
    private static Expr guarded(String text, String pattern, String cleaned, Type to, boolean tolerant) {
        String matches = "regexp_full_match(" + text + ", " + SqlLiteral.text(pattern) + ")";
        String otherwise = tolerant ? "" : " WHEN " + text + " IS NOT NULL THEN " + Failures.ofSql(problem(text, to));
        String cast = "TRY_CAST(" + cleaned + " AS " + to.duckDb() + ")";
        return Expr.of(
                "(CASE WHEN " + matches + " AND " + cast + " IS NOT NULL THEN " + cast + otherwise + " END)", to);
    }

    private static String problem(String text, Type to) {
        boolean moment = to.moment();
        return (moment
                        ? "'Value cannot be cast to " + to + ": ' || " + text
                        : "'Cannot cast ''' || " + text + " || ''' to ")
                + (moment ? "" : to.toString().toUpperCase(java.util.Locale.ROOT) + "'");
    }

    /** A text cut to a length; what is made text must fit. */
    public static Expr limited(Expr value, Expr text, int length, boolean tolerant) {
        if (value.type() == Simple.VARCHAR) {
            return Expr.of("left(" + text.sql() + ", " + length + ")", Simple.VARCHAR);
        }
        String otherwise = tolerant
                ? ""
                : " WHEN " + text.sql() + " IS NOT NULL THEN "
                        + Failures.ofSql("'Value ' || " + text.sql() + " || ' cannot be represented as varchar("
                                + length + ")'");
        return Expr.of(
                "(CASE WHEN length(" + text.sql() + ") <= " + length + " THEN " + text.sql() + otherwise + " END)",
                Simple.VARCHAR);
    }

    /** A value as the text that Trino makes of it. */
    public static Expr text(Expr value) {
        String sql = value.sql();
        String text = value.type() instanceof Simple simple
                ? switch (simple) {
                    case TIMESTAMP -> "strftime(" + sql + ", '%Y-%m-%d %H:%M:%S.%g')";
                    case TIMESTAMP_TZ -> "strftime(" + sql + ", '%Y-%m-%d %H:%M:%S.%g UTC')";
                    case INTERVAL_DAY -> intervalText(sql);
                    case INTERVAL_MONTH ->
                        "printf('%s%d-%d', CASE WHEN " + months(sql) + " < 0 THEN '-' ELSE '' END, abs(" + months(sql)
                                + ") // 12, abs(" + months(sql) + ") % 12)";
                    case IPADDRESS -> IpAddresses.text(sql);
                    case DOUBLE -> JavaCalls.tolerant("double_text", sql);
                    case REAL -> JavaCalls.tolerant("real_text", "CAST(" + sql + " AS DOUBLE)");
                    default -> "CAST(" + sql + " AS VARCHAR)";
                }
                : "regexp_replace(CAST(" + sql + " AS VARCHAR), '^(-?)[.]', '\\10.')"; // DuckDB leaves out a 0
        return Expr.of(text, Simple.VARCHAR);
    }

    private static String months(String interval) {
        return "CAST(date_part('year', " + interval + ") * 12 + date_part('month', " + interval + ") AS BIGINT)";
    }

    private static String intervalText(String interval) {
        String millis = "CAST(epoch_ms(" + interval + ") AS BIGINT)";
        return "(CASE WHEN " + interval + " IS NULL THEN NULL ELSE printf('%s%d %02d:%02d:%02d.%03d', CASE WHEN "
                + millis
                + " < 0 THEN '-' ELSE '' END, abs(" + millis + ") // 86400000, abs(" + millis
                + ") // 3600000 % 24, abs("
                + millis + ") // 60000 % 60, abs(" + millis + ") // 1000 % 60, abs(" + millis + ") % 1000) END)";
    }
}
