package dev.trailwise.sql.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trailwise.sql.jsonpath.Condition.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A comparison of each item of one sequence with each of another. It is true when one pair is; null equals null and nothing
 * else; and it is unknown when a pair cannot be compared.
 */
record Comparison(String operator, Step left, Step right) implements Condition {
    @Override
    public Truth test(Scope scope) {
        try {
            return compared(scope, scope.unwrapped(left.items(scope)), scope.unwrapped(right.items(scope)));
        } catch (PathFailure failure) {
            return Truth.UNKNOWN;
        }
    }

    /** What there is in a sequence. */
    private record Kinds(boolean nulls, boolean scalars, boolean containers) {
        static Kinds of(List<Object> items) {
            return new Kinds(
                    items.stream().anyMatch(Kinds::isNull),
                    items.stream().anyMatch(item -> !isNull(item) && !isContainer(item)),
                    items.stream().anyMatch(Kinds::isContainer));
        }

        static boolean isNull(Object item) {
            return item instanceof JsonNode node && node.isNull();
        }

        static boolean isContainer(Object item) {
            return item instanceof JsonNode node && !node.isValueNode();
        }

        boolean values() {
            return scalars || containers;
        }
    }

    private Truth compared(Scope scope, List<Object> lefts, List<Object> rights) {
        Kinds first = Kinds.of(lefts);
        Kinds second = Kinds.of(rights);
        if (lefts.isEmpty() || rights.isEmpty()) {
            return Truth.FALSE;
        }
        if ((first.containers() && second.values()) || (second.containers() && first.values())) {
            return Truth.UNKNOWN;
        }
        boolean found = operator.equals("==")
                ? first.nulls() && second.nulls()
                : operator.equals("<>") && ((first.nulls() && second.values()) || (second.nulls() && first.values()));
        if (found && scope.run().lax) {
            return Truth.TRUE;
        }
        List<Object> firstScalars = scalars(lefts);
        List<Object> secondScalars = scalars(rights);
        scope.run().work((long) firstScalars.size() * secondScalars.size());
        for (Object one : firstScalars) {
            for (Object other : secondScalars) {
                Optional<Boolean> result = holds(one, other);
                if (result.isEmpty()) {
                    return Truth.UNKNOWN;
                }
                found |= result.get();
                if (found && scope.run().lax) {
                    return Truth.TRUE;
                }
            }
        }
        return Truth.of(found);
    }

    private static List<Object> scalars(List<Object> items) {
        return items.stream().flatMap(item -> Items.scalar(item).stream()).toList();
    }

    /** Whether the comparison is true; nothing for values of types that cannot be compared. */
    private Optional<Boolean> holds(Object one, Object other) {
        if (one instanceof Double || other instanceof Double) {
            return one instanceof Number first && other instanceof Number second
                    ? Optional.of(holds(first.doubleValue(), second.doubleValue()))
                    : Optional.empty();
        }
        if (one instanceof Number && other instanceof Number) {
            return Optional.of(holds(PathNumbers.decimal(one).compareTo(PathNumbers.decimal(other))));
        }
        OptionalInt order = one instanceof Boolean first && other instanceof Boolean second
                ? OptionalInt.of(Boolean.compare(first, second))
                : one instanceof String text && other instanceof String more
                        ? OptionalInt.of(codePoints(text, more))
                        : OptionalInt.empty();
        return order.isPresent() ? Optional.of(holds(order.getAsInt())) : Optional.empty();
    }

    private static int codePoints(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    /** Of numbers of floating point, of which NaN equals none and is in no order. */
    private boolean holds(double one, double other) {
        return switch (operator) {
            case "==" -> one == other;
            case "<>" -> one != other;
            case "<" -> one < other;
            case ">" -> one > other;
            case "<=" -> one <= other;
            default -> one >= other;
        };
    }

    private boolean holds(int order) {
        return switch (operator) {
            case "==" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
        };
    }
}
