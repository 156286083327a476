package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.Failures;
import dev.trailwise.sql.duckdb.translation.HiddenNulls;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.function.Coercion;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Decimal;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.text.SqlProblem;
import io.trino.grammar.sql.SqlBaseParser.ArithmeticBinaryContext;
import io.trino.grammar.sql.SqlBaseParser.ArithmeticUnaryContext;
import java.math.BigDecimal;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Arithmetic with Trino's types: whole numbers divide to whole numbers, decimals round as the SQL standard says, a
 * division by zero is an error, and a date plus days is a date.
 */
public final class Arithmetic {
    private static final int WIDEST = 38;

    private Arithmetic() {}

    public static Expr unary(Expressions expressions, ArithmeticUnaryContext unary) {
        Expr value = expressions.of(unary.valueExpression());
        if (!value.type().numeric() && !value.type().interval() && !value.isNull()) {
            throw expressions.translation().wrong(unary, "cannot negate " + value.type());
        }
        return unary.MINUS() == null ? value : Expr.of("(- " + value.sql() + ")", value.type());
    }

    public static Expr binary(Expressions expressions, ArithmeticBinaryContext binary) {
        Expr left = expressions.withOffset(binary.left);
        return HiddenNulls.binary(
                computed(expressions, binary, left, expressions.withOffset(binary.right)), left, binary.right);
    }

    private static Expr computed(Expressions expressions, ArithmeticBinaryContext binary, Expr first, Expr second) {
        Expr left = first;
        Expr right = second;
        char operator = binary.operator.getText().charAt(0);
        if (left.isNull() && right.type().numeric()) {
            left = Expr.of(left.sql(), right.type());
        } else if (right.isNull() && left.type().numeric()) {
            right = Expr.of(right.sql(), left.type());
        }
        if (left.type().numeric() && right.type().numeric()) {
            refuseNarrow(expressions, binary, left.type(), right.type());
            return number(left, operator, right);
        }
        if (operator == '+' && left.type().interval() && right.type().moment()) {
            return moved(right, '+', left);
        }
        if ((operator == '+' || operator == '-')
                && left.type().moment()
                && right.type().interval()) {
            return moved(left, operator, right);
        }
        if (operator == '-' && left.type().moment() && right.type().moment()) {
            return difference(expressions, binary, left, right);
        }
        if (left.type().interval() && (left.type() == right.type()) && (operator == '+' || operator == '-')) {
            return Expr.of("(" + left.sql() + " " + operator + " " + right.sql() + ")", left.type());
        }
        if (operator == '*' && left.type().interval() && right.type().integer()) {
            return Expr.of("(" + left.sql() + " * " + right.sql() + ")", left.type());
        }
        if (operator == '*' && right.type().interval() && left.type().integer()) {
            return Expr.of("(" + right.sql() + " * " + left.sql() + ")", right.type());
        }
        throw refused(expressions, binary, left, operator, right);
    }

    /** Trino does not catch that -128 / -1 is no tinyint: it fails where the value is used, outside of TRY. */
    private static void refuseNarrow(Expressions expressions, ArithmeticBinaryContext at, Type left, Type right) {
        boolean narrow = left == right && (left == Simple.TINYINT || left == Simple.SMALLINT);
        if (narrow && at.SLASH() != null && expressions.tries().isPresent()) {
            throw expressions.translation().unsupported(at, "division of " + left + " in TRY");
        }
    }

    private static SqlProblem refused(
            Expressions expressions, ArithmeticBinaryContext at, Expr left, char operator, Expr right) {
        String advice = left.type() == Simple.VARCHAR || right.type() == Simple.VARCHAR ? "; CAST the text first" : "";
        return expressions
                .translation()
                .wrong(at, "cannot compute " + left.type() + " " + operator + " " + right.type() + advice);
    }

    private static Expr moved(Expr moment, char operator, Expr interval) {
        if (moment.type() instanceof Type.InZone zone && interval.type() == Simple.INTERVAL_MONTH) {
            return Zones.moved(moment, zone, local -> moved(local, operator, interval));
        }
        String sum = "(" + moment.sql() + " " + operator + " " + interval.sql() + ")";
        return Expr.of(moment.type() == Simple.DATE ? "CAST(" + sum + " AS DATE)" : sum, moment.type());
    }

    private static Expr difference(Expressions expressions, ParserRuleContext at, Expr left, Expr right) {
        if (left.type() instanceof Type.InZone || right.type() instanceof Type.InZone) {
            return difference(expressions, at, Zones.instant(left), Zones.instant(right));
        }
        Type common = Coercion.common(left.type(), right.type()).orElseThrow();
        Type wide = common == Simple.DATE ? Simple.TIMESTAMP : common;
        return Expr.of(
                "(" + expressions.as(at, left, wide).sql() + " - "
                        + expressions.as(at, right, wide).sql() + ")",
                Simple.INTERVAL_DAY);
    }

    /** {@code mod(x, y)}. */
    public static Expr modulus(Expr left, Expr right) {
        return number(left, '%', right);
    }

    private static Expr number(Expr left, char operator, Expr right) {
        Type common = Coercion.common(left.type(), right.type()).orElseThrow();
        if (common instanceof Decimal) {
            return decimal(left, operator, right);
        }
        if (common.integer() && (operator == '/' || operator == '%')) {
            String divisor = notZero(right);
            if (operator == '%' && !divisor.equals(right.sql())) {
                divisor = "nullif(" + divisor + ", -1)"; // DuckDB divides first, which overflows for the least number
                return Expr.of(
                        "(CASE WHEN " + right.sql() + " = -1 AND " + left.sql() + " IS NOT NULL THEN 0 ELSE "
                                + left.sql() + " % " + divisor + " END)",
                        common);
            }
            return Expr.of("(" + left.sql() + (operator == '/' ? " // " : " % ") + divisor + ")", common);
        }
        if (operator == '%') {
            String modulus = JavaCalls.tolerant("modulus", as(left, Simple.DOUBLE), as(right, Simple.DOUBLE));
            return common == Simple.DOUBLE
                    ? Expr.of(modulus, common)
                    : Expr.of("CAST(" + modulus + " AS FLOAT)", common);
        }
        return Expr.of(computed(as(left, common), operator, as(right, common), common), common);
    }

    /**
     * DuckDB takes {@code x + 1 > 5} and {@code sum(x + 1)} apart, which loses an overflow. It does not so where whole
     * numbers are computed by the names of its operators.
     */
    private static String computed(String left, char operator, String right, Type type) {
        if (!type.integer()) {
            return "(" + left + " " + operator + " " + right + ")";
        }
        String name = operator == '+' ? "add" : operator == '-' ? "subtract" : "multiply";
        return name + "(" + left + ", " + right + ")";
    }

    private static String as(Expr value, Type type) {
        return value.as(type).orElseThrow().sql();
    }

    /** A divisor whose zero is an error, as a cast that fails; a literal needs no check. */
    private static String notZero(Expr divisor) {
        if (divisor.sql().matches("[1-9][0-9]*")) {
            return divisor.sql();
        }
        return "(CASE WHEN " + divisor.sql() + " = 0 THEN " + Failures.of("Division by zero") + " ELSE " + divisor.sql()
                + " END)";
    }

    /** @see <a href="https://trino.io/docs/435/functions/decimal.html">Precision and scale of decimal operators</a> */
    private static Expr decimal(Expr left, char operator, Expr right) {
        Decimal a = Coercion.decimal(left.type());
        Decimal b = Coercion.decimal(right.type());
        int scale = Math.max(a.scale(), b.scale());
        String x = as(left, a);
        String y = as(right, b);
        return switch (operator) {
            case '+', '-' -> {
                int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
                yield cast(
                        "(" + x + " " + operator + " " + y + ")",
                        new Decimal(Math.min(WIDEST, whole + scale + 1), scale));
            }
            case '*' -> product(x, a, y, b);
            case '/' -> quotient(x, a, y, b);
            default -> {
                int whole = Math.min(a.precision() - a.scale(), b.precision() - b.scale());
                yield cast(
                        "(" + x + " % " + notZero(right.as(b).orElseThrow()) + ")", new Decimal(whole + scale, scale));
            }
        };
    }

    private static Expr product(String x, Decimal a, String y, Decimal b) {
        Decimal type = new Decimal(Math.min(WIDEST, a.precision() + b.precision()), a.scale() + b.scale());
        if (a.precision() + b.precision() <= WIDEST) {
            return Expr.of("(" + x + " * " + y + ")", type);
        }
        return cast(decimal("(" + whole(x, a.scale()) + " * " + whole(y, b.scale()) + ")", type.scale()), type);
    }

    /** Rounded half away from zero at the larger scale, computed in whole numbers of that scale. */
    private static Expr quotient(String x, Decimal a, String y, Decimal b) {
        int scale = Math.max(a.scale(), b.scale());
        int precision = Math.min(WIDEST, a.precision() + b.scale() + Math.max(b.scale() - a.scale(), 0));
        String n = whole(x, scale + b.scale());
        String d = "(CASE WHEN " + y + " = 0 THEN " + Failures.of("Division by zero") + " ELSE " + whole(y, b.scale())
                + " END)";
        String rounded =
                "(sign(" + n + ") * sign(" + d + ") * ((2 * abs(" + n + ") + abs(" + d + ")) // (2 * abs(" + d + "))))";
        int digits = Math.max(scale, 1);
        return cast(
                "(CAST(" + rounded + " AS DECIMAL(" + (WIDEST - digits) + ", 0)) * CAST('"
                        + BigDecimal.ONE.movePointLeft(scale).toPlainString() + "' AS DECIMAL(" + digits + ", " + scale
                        + ")))",
                new Decimal(precision, scale));
    }

    /** A sum divided by how many were added, NULL for none. */
    public static Expr average(Expr sum, String count, Decimal type) {
        String n = whole(sum.sql(), type.scale());
        String rounded = "(sign(" + n + ") * ((2 * abs(" + n + ") + " + count + ") // (2 * " + count + ")))";
        return cast("(CASE WHEN " + count + " > 0 THEN " + decimal(rounded, type.scale()) + " END)", type);
    }

    /** A whole number divided by a power of ten, as text, which loses no digit. */
    private static String decimal(String whole, int scale) {
        if (scale == 0) {
            return "CAST(" + whole + " AS VARCHAR)";
        }
        String power = "CAST('1" + "0".repeat(scale) + "' AS HUGEINT)";
        return "(CASE WHEN " + whole + " < 0 THEN '-' ELSE '' END || abs(" + whole + ") // " + power
                + " || '.' || lpad(CAST(abs(" + whole + ") % " + power + " AS VARCHAR), " + scale + ", '0'))";
    }

    /** A decimal times a power of ten, as a whole number. */
    private static String whole(String decimal, int scale) {
        return "CAST((" + decimal + " * CAST('1" + "0".repeat(scale) + "' AS DECIMAL(" + (scale + 1)
                + ", 0))) AS HUGEINT)";
    }

    private static Expr cast(String sql, Decimal type) {
        return Expr.of("CAST(" + sql + " AS " + type.duckDb() + ")", type);
    }
}
