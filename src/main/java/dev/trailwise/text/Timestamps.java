package dev.trailwise.text;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The text of timestamps in every output format. */
public final class Timestamps {
    private Timestamps() {}

    /** The same instant in UTC. */
    public static LocalDateTime inUtc(ZonedDateTime timestamp) {
        return timestamp.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    /** The date, the separator and the time to the millisecond; finer where the value is. */
    public static String text(LocalDateTime timestamp, char separator) {
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
