package dev.trailwise.sql.scan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Compares values as Trino does: texts by their code points, dates with timestamps at midnight. */
final class StaticComparison {
    private StaticComparison() {}

    static StaticValue equal(StaticValue a, StaticValue b) {
        return compare(a, b, order -> order == 0);
    }

    /** @param operator such as {@code <=} */
    static StaticValue compare(StaticValue a, String operator, StaticValue b) {
        return switch (operator) {
            case "=" -> equal(a, b);
            case "<>", "!=" -> compare(a, b, order -> order != 0);
            case "<" -> compare(a, b, order -> order < 0);
            case "<=" -> compare(a, b, order -> order <= 0);
            case ">" -> compare(a, b, order -> order > 0);
            case ">=" -> compare(a, b, order -> order >= 0);
            default -> StaticValue.unknown(List.of(a, b));
        };
    }

    private static StaticValue compare(StaticValue a, StaticValue b, IntPredicate holds) {
        if (a.isNull() || b.isNull()) {
            return StaticValue.NULL;
        }
        if (!a.isKnown() || !b.isKnown()) {
            return StaticValue.unknown(List.of(a, b));
        }
        if (a.value() instanceof List<?> row
                && b.value() instanceof List<?> other
                && row.size() == other.size()
                && !row.isEmpty()
                && row.stream().allMatch(Objects::isNull)) {
            return StaticValue.NULL;
        }
        return order(a, b).map(order -> StaticValue.of(holds.test(order))).orElse(StaticValue.UNDECIDED);
    }

    /** Less than, equal to or greater than zero; nothing for values that are not compared here. */
    private static Optional<Integer> order(StaticValue left, StaticValue right) {
        Object a = midnight(left.value());
        Object b = midnight(right.value());
        if (a instanceof String text && b instanceof String other) {
            return Optional.of(codePoints(text, other));
        }
        if (a instanceof Long number && b instanceof Long other) {
            return Optional.of(number.compareTo(other));
        }
        if (a instanceof Boolean truth && b instanceof Boolean other) {
            return Optional.of(truth.compareTo(other));
        }
        if (a instanceof LocalDateTime time && b instanceof LocalDateTime other) {
            return Optional.of(time.compareTo(other));
        }
        return a instanceof List<?> row && b instanceof List<?> other ? rows(row, other) : Optional.empty();
    }

    private static Optional<Integer> rows(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < a.size(); i++) {
            Object left = a.get(i);
            Object right = b.get(i);
            if (left == null || right == null) {
                return Optional.empty();
            }
            Optional<Integer> order = order(StaticValue.of(left), StaticValue.of(right));
            if (order.isEmpty() || order.get() != 0) {
                return order;
            }
        }
        return Optional.of(0);
    }

    private static @org.jspecify.annotations.Nullable Object midnight(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof LocalDate date ? date.atStartOfDay() : value;
    }

    static int codePoints(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return java.util.Arrays.compare(left, right);
    }
}
