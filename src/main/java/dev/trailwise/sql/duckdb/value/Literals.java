package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.BasicStringLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.BinaryLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.IntegerLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.IntervalContext;
import io.trino.grammar.sql.SqlBaseParser.StringContext;
import io.trino.grammar.sql.SqlBaseParser.TypeConstructorContext;
import io.trino.grammar.sql.SqlBaseParser.UnicodeStringLiteralContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/** Literals. */
public final class Literals {
    /** What Trino's trim functions take away. */
    public static final String WHITESPACE =
            "(' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(28) || chr(29) || chr(30) || chr(31) || chr(5760) || chr(8192) || chr(8193) || chr(8194) || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8200) || chr(8201) || chr(8202) || chr(8232) || chr(8233) || chr(8287) || chr(12288))";

    private static final Pattern TIMESTAMP = Pattern.compile(
            "(?<moment>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}( [0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?)?)( ?(?<zone>[A-Za-z+-]\\S*))?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\\\|\\+([0-9A-Fa-f]{6})|([0-9A-Fa-f]{4}))");
    private static final Map<String, Simple> INTERVALS = Map.of(
            "year", Simple.INTERVAL_MONTH,
            "month", Simple.INTERVAL_MONTH,
            "day", Simple.INTERVAL_DAY,
            "hour", Simple.INTERVAL_DAY,
            "minute", Simple.INTERVAL_DAY,
            "second", Simple.INTERVAL_DAY);

    private Literals() {}

    public static Expr string(Expressions expressions, StringContext string) {
        return Expr.of(SqlLiteral.text(text(expressions, string)), Simple.VARCHAR);
    }

    /** The text that a literal stands for. */
    public static String text(Expressions expressions, StringContext string) {
        if (string instanceof BasicStringLiteralContext basic) {
            String quoted = basic.getText();
            return quoted.substring(1, quoted.length() - 1).replace("''", "'");
        }
        UnicodeStringLiteralContext unicode = (UnicodeStringLiteralContext) string;
        if (unicode.UESCAPE() != null) {
            throw expressions.translation().unsupported(string, "UESCAPE");
        }
        String quoted = unicode.UNICODE_STRING().getText();
        return ESCAPE.matcher(quoted.substring(3, quoted.length() - 1).replace("''", "'"))
                .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1), escape.group(2))));
    }

    /** Where in the author's text a character of a literal is. */
    public static int offset(StringContext string, int character) {
        int start = string.getStart().getStartIndex();
        if (!(string instanceof BasicStringLiteralContext basic)) {
            return start;
        }
        String quoted = basic.getText();
        int at = 1;
        for (int i = 0; i < character && at < quoted.length() - 1; i++) {
            at += quoted.startsWith("''", at) ? 2 : 1;
        }
        return start + at;
    }

    private static String character(String escape, String six) {
        return escape.equals("\\") ? "\\" : Character.toString(Integer.parseInt(six == null ? escape : six, 16));
    }

    public static Expr integer(Expressions expressions, IntegerLiteralContext literal) {
        String text = literal.getText().replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        BigInteger value = digits.startsWith("0x")
                ? new BigInteger(digits.substring(2), 16)
                : digits.startsWith("0o")
                        ? new BigInteger(digits.substring(2), 8)
                        : digits.startsWith("0b") ? new BigInteger(digits.substring(2), 2) : new BigInteger(digits);
        BigInteger signed = negative ? value.negate() : value;
        if (signed.bitLength() > 63) {
            throw expressions
                    .translation()
                    .wrong(literal, "this number is too large for bigint; write it as DECIMAL '…'");
        }
        if (signed.intValue() == Integer.MIN_VALUE && signed.bitLength() == 31) {
            return Expr.of("CAST(" + signed + " AS INTEGER)", Simple.INTEGER);
        }
        return signed.bitLength() > 31
                ? Expr.of("CAST(" + signed + " AS BIGINT)", Simple.BIGINT)
                : Expr.of(signed.toString(), Simple.INTEGER);
    }

    /** {@code X'65'}, whose digits may have spaces between them. */
    public static Expr binary(Expressions expressions, BinaryLiteralContext literal) {
        String digits =
                literal.getText().substring(2, literal.getText().length() - 1).replaceAll("\\s", "");
        if (digits.length() % 2 != 0 || !digits.matches("[0-9A-Fa-f]*")) {
            throw expressions.translation().wrong(literal, "a binary literal has pairs of hexadecimal digits");
        }
        return Expr.of("unhex('" + digits + "')", Simple.VARBINARY);
    }

    public static Expr decimal(Expressions expressions, String text, ParserRuleContext at) {
        BigDecimal value = new BigDecimal(text.replace("_", ""));
        int scale = Math.max(value.scale(), 0);
        int precision = Math.max(value.precision(), scale);
        if (text.matches("-?0*\\..*") && value.signum() == 0) {
            precision = Math.max(scale, 1);
        }
        if (precision > 38) {
            throw expressions.translation().wrong(at, "this number has more than 38 digits");
        }
        Type.Decimal type = new Type.Decimal(precision, scale);
        return Expr.of("CAST('" + value.toPlainString() + "' AS " + type.duckDb() + ")", type);
    }

    public static Expr typed(Expressions expressions, TypeConstructorContext literal) {
        String type = literal.identifier() == null ? "double" : Names.lower(literal.identifier());
        String text = text(expressions, literal.string());
        Translation translation = expressions.translation();
        switch (type) {
            case "date" -> {
                if (!DATE.matcher(text.strip()).matches()) {
                    throw translation.wrong(literal, "not a date; write DATE '2026-11-01'");
                }
                return Expr.of("DATE " + SqlLiteral.text(text.strip()), Simple.DATE);
            }
            case "timestamp" -> {
                return timestamp(translation, literal, text);
            }
            case "decimal" -> {
                if (!text.matches("[+-]?[0-9]*\\.?[0-9]+")) {
                    throw translation.wrong(literal, "not a decimal; write DECIMAL '1.25'");
                }
                return decimal(expressions, text, literal);
            }
            case "json" -> {
                return Expr.of(
                        "CAST(" + JavaCalls.checked("json_parse", SqlLiteral.text(text)) + " AS JSON)", Simple.JSON);
            }
            default -> {
                Type known = Simple.named(type)
                        .orElseThrow(
                                () -> translation.unsupported(literal, "a literal of type " + Excerpt.neutral(type)));
                return Casts.cast(expressions, literal, Expr.of(SqlLiteral.text(text), Simple.VARCHAR), known, false);
            }
        }
    }

    private static Expr timestamp(Translation translation, ParserRuleContext at, String text) {
        Matcher matcher = TIMESTAMP.matcher(text.strip());
        if (!matcher.matches()) {
            throw translation.wrong(
                    at, "not a timestamp; write TIMESTAMP '2026-11-01 10:00:00' or with a zone, '… UTC'");
        }
        translation.note(matcher.group("moment"));
        String zone = matcher.group("zone");
        if (zone == null) {
            return Expr.of("TIMESTAMP " + SqlLiteral.text(matcher.group("moment")), Simple.TIMESTAMP);
        }
        if (!Zones.isUtc(zone)) {
            throw translation.unsupported(at, "a timestamp in another zone than UTC");
        }
        return Expr.of("TIMESTAMPTZ " + SqlLiteral.text(matcher.group("moment") + "+00"), Simple.TIMESTAMP_TZ);
    }

    public static Expr interval(Expressions expressions, IntervalContext interval) {
        String text = text(expressions, interval.string()).strip();
        String unit = interval.from.getText().toLowerCase(Locale.ROOT);
        boolean fraction = unit.equals("second") && text.matches("[0-9]+\\.[0-9]{1,3}");
        if (interval.to != null || !(text.matches("[0-9]{1,9}") || fraction)) {
            throw expressions.translation().unsupported(interval, "this interval (write one number of one unit)");
        }
        boolean negative = interval.sign != null && interval.sign.getText().equals("-");
        return Expr.of(
                "(INTERVAL '" + (negative ? "-" : "") + text + " " + unit + "')",
                INTERVALS.getOrDefault(unit, Simple.INTERVAL_DAY));
    }
}
