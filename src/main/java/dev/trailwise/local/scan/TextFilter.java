package dev.trailwise.local.scan;

import dev.trailwise.engine.Utf8;
import dev.trailwise.sql.scan.TextCondition;
import dev.trailwise.sql.scan.TextCondition.Operator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decides a {@link TextCondition}. */
final class TextFilter {
    private final Operator operator;

    /** In their order, so that one of hundreds is found in a few steps. */
    private final byte[][] texts;

    TextFilter(TextCondition condition) {
        this.operator = condition.operator();
        this.texts = condition.texts().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
    }

    /** Whether it is true of a value; of NULL, nothing is. */
    boolean accepts(@Nullable Utf8 value) {
        if (value == null) {
            return false;
        }
        return switch (operator) {
            case IN -> isOne(value.bytes(), value.from(), value.to());
            case IN_LOWER -> isOneInLowerCase(value);
            case LESS -> order(value) < 0;
            case AT_MOST -> order(value) <= 0;
            case GREATER -> order(value) > 0;
            case AT_LEAST -> order(value) >= 0;
        };
    }

    private int order(Utf8 value) {
        return Arrays.compareUnsigned(value.bytes(), value.from(), value.to(), texts[0], 0, texts[0].length);
    }

    private boolean isOne(byte[] bytes, int from, int to) {
        int first = 0;
        int last = texts.length - 1;
        while (first <= last) {
            int middle = (first + last) >>> 1;
            int order = Arrays.compareUnsigned(bytes, from, to, texts[middle], 0, texts[middle].length);
            if (order == 0) {
                return true;
            }
            first = order > 0 ? middle + 1 : first;
            last = order > 0 ? last : middle - 1;
        }
        return false;
    }

    private boolean isOneInLowerCase(Utf8 value) {
        byte[] lower = Arrays.copyOfRange(value.bytes(), value.from(), value.to());
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] < 0) {
                return isOneOf(value);
            }
            if (lower[i] >= 'A' && lower[i] <= 'Z') {
                lower[i] = (byte) (lower[i] + 'a' - 'A');
            }
        }
        return isOne(lower, 0, lower.length);
    }

    /** Character by character, as Trino's {@code lower} does. */
    private boolean isOneOf(Utf8 value) {
        int[] lower = new String(value.bytes(), value.from(), value.to() - value.from(), StandardCharsets.UTF_8)
                .codePoints()
                .map(Character::toLowerCase)
                .toArray();
        byte[] bytes = new String(lower, 0, lower.length).getBytes(StandardCharsets.UTF_8);
        return isOne(bytes, 0, bytes.length);
    }
}
