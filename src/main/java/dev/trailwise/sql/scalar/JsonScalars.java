package dev.trailwise.sql.scalar;

import dev.trailwise.sql.jsonpath.PathFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Casts of the scalars that json_value finds, to a text that DuckDB casts to the type without a change. */
final class JsonScalars {
    private static final Pattern TYPE =
            Pattern.compile("(?<name>[a-z]+)(\\((?<first>[0-9]+)(, ?(?<second>[0-9]+))?\\))?");

    private JsonScalars() {}

    /**
     * The value as a type.
     *
     * @throws PathFailure where it cannot be cast
     */
    static String text(Object value, String type) {
        Matcher parts = TYPE.matcher(type);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no type of json_value: " + type);
        }
        try {
            return switch (parts.group("name")) {
                case "varchar" -> limited(value, parts.group("first"));
                case "boolean" -> Boolean.toString(truth(value));
                case "double" -> Double.toString(real(value));
                case "real" ->
                    Float.toString(value instanceof String text ? Float.parseFloat(text) : (float) real(value));
                case "decimal" ->
                    Numbers.decimal(
                            decimal(value),
                            Integer.parseInt(parts.group("first")),
                            Integer.parseInt(parts.group("second")));
                case "tinyint" -> whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
                case "smallint" -> whole(value, Short.MIN_VALUE, Short.MAX_VALUE);
                case "integer" -> whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
                default -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
            };
        } catch (ArithmeticException | NumberFormatException | InvalidValue notOfThisType) {
            throw new PathFailure("Cannot cast value to declared return type of function JSON_VALUE: " + type);
        }
    }

    private static String limited(Object value, @Nullable String length) {
        String text = value instanceof Double number
                ? Numbers.text(number)
                : value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        if (length == null || text.codePointCount(0, text.length()) <= Integer.parseInt(length)) {
            return text;
        }
        if (value instanceof String) {
            return text.substring(0, text.offsetByCodePoints(0, Integer.parseInt(length)));
        }
        throw new ArithmeticException("too long");
    }

    private static boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        return value instanceof String text ? Numbers.truth(text) : real(value) != 0;
    }

    private static double real(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value instanceof String text ? Double.parseDouble(text) : ((Number) value).doubleValue();
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Boolean truth) {
            return truth ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return value instanceof Double || value instanceof String
                ? new BigDecimal(value.toString())
                : BigDecimal.valueOf(((Number) value).longValue());
    }

    private static String whole(Object value, long least, long most) {
        long number = value instanceof String text
                ? Long.parseLong(text)
                : value instanceof Double real
                        ? Numbers.rounded(real)
                        : decimal(value).setScale(0, RoundingMode.HALF_UP).longValueExact();
        if (number < least || number > most) {
            throw new ArithmeticException("out of range");
        }
        return Long.toString(number);
    }
}
