package dev.trailwise.output;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * The text form of a value in csv, tsv, markdown and table: as Athena's result files have it, and the same from every
 * engine. Timestamps are {@code 2026-11-01 10:00:00.000}, with {@code UTC} after them when they have a zone; doubles are
 * {@code 1.0E7}; decimals are exact; arrays, rows and maps are compact JSON.
 */
final class ValueText {
    private ValueText() {}

    static String of(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Map || value instanceof List) {
            StringBuilder json = new StringBuilder();
            JsonText.append(json, value);
            return json.toString();
        }
        if (value instanceof LocalDateTime timestamp) {
            return timestamp(timestamp, ' ');
        }
        if (value instanceof ZonedDateTime timestamp) {
            return timestamp(inUtc(timestamp), ' ') + " UTC";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value.toString();
    }

    static LocalDateTime inUtc(ZonedDateTime timestamp) {
        return timestamp.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    /** The date, the separator and the time to the millisecond; finer where the value is. */
    static String timestamp(LocalDateTime timestamp, char separator) {
        LocalTime time = timestamp.toLocalTime();
        int nanos = time.getNano();
        int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        StringBuilder result =
                new StringBuilder(29).append(timestamp.toLocalDate()).append(separator);
        padded(result, time.getHour(), 2).append(':');
        padded(result, time.getMinute(), 2).append(':');
        padded(result, time.getSecond(), 2).append('.');
        padded(result, nanos, 9);
        result.setLength(result.length() - 9 + digits);
        return result.toString();
    }

    private static StringBuilder padded(StringBuilder result, int number, int digits) {
        String text = Integer.toString(number);
        return result.append("0".repeat(digits - text.length())).append(text);
    }
}
