package dev.trailwise.local.scan;

import dev.trailwise.engine.Utf8;
import dev.trailwise.sql.scan.TextCondition;
import dev.trailwise.sql.scan.TextCondition.Operator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides a {@link TextCondition}. */
final class TextFilter {
    private final Operator operator;
    private final List<byte[]> texts;

    TextFilter(TextCondition condition) {
        this.operator = condition.operator();
        this.texts = condition.texts().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Whether it is true of a value; of NULL, nothing is. */
    boolean accepts(@Nullable Utf8 value) {
        if (value == null) {
            return false;
        }
        for (byte[] text : texts) {
            int order = Arrays.compareUnsigned(value.bytes(), value.from(), value.to(), text, 0, text.length);
            boolean accepted = switch (operator) {
                case IN -> order == 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
            };
            if (accepted) {
                return true;
            }
        }
        return false;
    }
}
