package dev.trailwise.output;

import dev.trailwise.text.JsonText;
import dev.trailwise.text.Timestamps;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * The text form of a value in csv, tsv, markdown and table: as Athena's result files have it, and the same from every
 * engine. Timestamps are {@code 2026-11-01 10:00:00.000}, with {@code UTC} after them when they have a zone; doubles are
 * {@code 1.0E7}; decimals are exact; arrays, rows and maps are compact JSON.
 */
public final class ValueText {
    private ValueText() {}

    /** The text form of a value. */
    public static String of(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Map || value instanceof List) {
            return JsonText.line(value);
        }
        if (value instanceof LocalDateTime timestamp) {
            return Timestamps.text(timestamp, ' ');
        }
        if (value instanceof ZonedDateTime timestamp) {
            return Timestamps.text(Timestamps.inUtc(timestamp), ' ') + " UTC";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value.toString();
    }
}
