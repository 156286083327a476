package dev.trailwise.sql.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/** Arithmetic on the numbers of paths, by the types that Trino gives them. */
final class PathNumbers {
    private static final int MOST_DIGITS = 38;

    private PathNumbers() {}

    static Object binary(String operator, Object left, Object right) {
        try {
            if (left instanceof Double || right instanceof Double) {
                return doubles(operator, ((Number) left).doubleValue(), ((Number) right).doubleValue());
            }
            if (left instanceof BigDecimal || right instanceof BigDecimal) {
                return limited(decimals(operator, decimal(left), decimal(right)));
            }
            long result = whole(operator, ((Number) left).longValue(), ((Number) right).longValue());
            return left instanceof Long || right instanceof Long ? (Object) result : (Object) Math.toIntExact(result);
        } catch (ArithmeticException invalid) {
            throw failure(invalid);
        }
    }

    private static Object doubles(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }

    private static long whole(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> Math.addExact(left, right);
            case "-" -> Math.subtractExact(left, right);
            case "*" -> Math.multiplyExact(left, right);
            case "/" -> left == Long.MIN_VALUE && right == -1 ? Math.negateExact(left) : left / right;
            default -> left % right;
        };
    }

    private static BigDecimal decimals(String operator, BigDecimal left, BigDecimal right) {
        int scale = Math.max(left.scale(), right.scale());
        return switch (operator) {
            case "+" -> left.add(right);
            case "-" -> left.subtract(right);
            case "*" -> left.multiply(right);
            case "/" -> left.divide(right, scale, RoundingMode.HALF_UP);
            default -> left.remainder(right).setScale(scale, RoundingMode.UNNECESSARY);
        };
    }

    private static BigDecimal limited(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            throw new ArithmeticException("Decimal overflow");
        }
        return number;
    }

    static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) number).longValue());
    }

    static Object negated(Object number) {
        return changed(number, Math::negateExact, BigDecimal::negate, value -> -value);
    }

    static Object absolute(Object number) {
        return changed(number, Math::absExact, BigDecimal::abs, value -> value >= 0 ? value : Math.abs(value));
    }

    static Object ceiling(Object number) {
        return changed(number, value -> value, value -> value.setScale(0, RoundingMode.CEILING), Math::ceil);
    }

    static Object floor(Object number) {
        return changed(number, value -> value, value -> value.setScale(0, RoundingMode.FLOOR), Math::floor);
    }

    private static Object changed(
            Object number, LongUnaryOperator whole, UnaryOperator<BigDecimal> decimal, DoubleUnaryOperator real) {
        try {
            if (number instanceof Double value) {
                return real.applyAsDouble(value);
            }
            if (number instanceof BigDecimal value) {
                return decimal.apply(value);
            }
            long result = whole.applyAsLong(((Number) number).longValue());
            return number instanceof Long ? (Object) result : (Object) Math.toIntExact(result);
        } catch (ArithmeticException outOfRange) {
            throw failure(outOfRange);
        }
    }

    private static PathFailure failure(ArithmeticException cause) {
        return new PathFailure("path evaluation failed: " + cause.getMessage());
    }

    /** The place in an array that a number stands for. */
    static long index(Object item) {
        if (item instanceof JsonNode node) {
            if (!node.isNumber()) {
                throw Items.wrongType("NUMBER", item);
            }
            if (!node.canConvertToLong()) {
                throw new PathFailure("cannot convert value " + node + " to long");
            }
            return node.longValue();
        }
        Object number = Items.number(item);
        try {
            return number instanceof Double value
                    ? new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).longValueExact()
                    : decimal(number).setScale(0, RoundingMode.HALF_UP).longValueExact();
        } catch (ArithmeticException | NumberFormatException notAnIndex) {
            throw new PathFailure("cannot convert value " + number + " to long");
        }
    }
}
