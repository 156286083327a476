package dev.trailwise.sql.scalar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers and the texts they are cast from and to. */
final class Numbers {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private Numbers() {}

    static String text(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0E0" : "0E0";
        }
        return new DecimalFormat("0.0###################E0", SYMBOLS).format(number);
    }

    static String text(float number) {
        if (Float.isNaN(number) || Float.isInfinite(number)) {
            return Float.toString(number);
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0E0" : "0E0";
        }
        return new DecimalFormat("0.0###################E0", SYMBOLS)
                .format(new BigDecimal(Float.toString(number)).doubleValue());
    }

    static Object doubleText(Object[] arguments) {
        return text((Double) arguments[0]);
    }

    static Object realText(Object[] arguments) {
        return text(((Double) arguments[0]).floatValue());
    }

    static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw new InvalidValue("Cannot cast '" + text + "' to BOOLEAN");
        };
    }

    /** Rounded half away from zero. */
    static long rounded(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new ArithmeticException("no whole number");
        }
        return new BigDecimal(number).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** A whole number rounded to tens, hundreds and so on. */
    static Object roundWhole(Object[] arguments) {
        long places = (Long) arguments[1];
        if (places >= 0) {
            return arguments[0];
        }
        if (places < -18) {
            throw new InvalidValue("numerical overflow: " + arguments[0]);
        }
        try {
            return BigDecimal.valueOf((Long) arguments[0])
                    .setScale((int) places, RoundingMode.HALF_UP)
                    .longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new InvalidValue("numerical overflow: " + arguments[0]);
        }
    }

    static String decimal(BigDecimal number, int precision, int scale) {
        BigDecimal scaled = number.setScale(scale, RoundingMode.HALF_UP);
        if (scaled.precision() > precision && scaled.signum() != 0) {
            throw new ArithmeticException("too many digits");
        }
        return scaled.toPlainString();
    }

    static Object parsedDouble(Object[] arguments) {
        try {
            return Double.parseDouble((String) arguments[0]);
        } catch (NumberFormatException none) {
            throw new InvalidValue("Cannot cast '" + arguments[0] + "' to DOUBLE");
        }
    }

    static Object parsedReal(Object[] arguments) {
        try {
            return (double) Float.parseFloat((String) arguments[0]);
        } catch (NumberFormatException none) {
            throw new InvalidValue("Cannot cast '" + arguments[0] + "' to REAL");
        }
    }

    static Object parsedDecimal(Object[] arguments) {
        int precision = Math.toIntExact((Long) arguments[1]);
        int scale = Math.toIntExact((Long) arguments[2]);
        try {
            return decimal(new BigDecimal((String) arguments[0]), precision, scale);
        } catch (ArithmeticException | NumberFormatException none) {
            throw new InvalidValue(
                    "Cannot cast VARCHAR '" + arguments[0] + "' to DECIMAL(" + precision + ", " + scale + ")");
        }
    }
}
