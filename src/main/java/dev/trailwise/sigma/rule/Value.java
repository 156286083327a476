package dev.trailwise.sigma.rule;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** A value of a rule on its way through the modifiers of its field. */
sealed interface Value {
    /**
     * Text.
     *
     * @param raw as it is written
     * @param pattern the same, read
     */
    record Text(String raw, TextPattern pattern) implements Value {
        static Text of(String raw) {
            return new Text(raw, TextPattern.parse(raw));
        }
    }

    record Numeral(BigDecimal number) implements Value {
        /** A whole number as text. */
        Optional<String> whole() {
            return number.stripTrailingZeros().scale() <= 0 && number.scale() <= 0
                    ? Optional.of(number.toBigInteger().toString())
                    : Optional.empty();
        }
    }

    record Truth(boolean truth) implements Value {}

    record Null() implements Value {}

    /** Text in an encoding whose bytes are still to be written as text. */
    final class Bytes implements Value {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return Arrays.toString(bytes);
        }
    }

    /** @param flags the inline flags of the pattern */
    record Regex(String pattern, String flags) implements Value {}

    record FieldName(String field, boolean anyStart, boolean anyEnd) implements Value {}

    record Tested(Test test) implements Value {}
}
