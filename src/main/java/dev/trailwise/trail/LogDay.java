package dev.trailwise.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A delivery day in UTC: the day folder under which CloudTrail wrote a file, which can be later than the day of the
 * events in it.
 *
 * @param date the day, in UTC
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html">CloudTrail
 *     log file names</a>
 */
public record LogDay(LocalDate date) implements Comparable<LogDay> {
    /** The UTC day in which the instant lies. */
    public static LogDay of(Instant instant) {
        return new LogDay(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /** The day of three path segments such as {@code 2026}, {@code 11}, {@code 02}, or nothing when they are none. */
    public static Optional<LogDay> tryParse(String year, String month, String day) {
        if (year.length() != 4 || month.length() != 2 || day.length() != 2 || !isNumber(year + month + day)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new LogDay(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** The day {@code days} later, or earlier when negative. */
    public LogDay plusDays(long days) {
        return new LogDay(date.plusDays(days));
    }

    /** The partition value {@code yyyy/MM/dd}, which sorts as the days do. */
    public String partitionValue() {
        return digits(date.getYear(), 4) + "/" + digits(date.getMonthValue(), 2) + "/"
                + digits(date.getDayOfMonth(), 2);
    }

    @Override
    public int compareTo(LogDay other) {
        return date.compareTo(other.date);
    }

    @Override
    public String toString() {
        return partitionValue();
    }

    /** Zero-padded ASCII digits, whatever the default locale's digits are. */
    private static String digits(int value, int width) {
        String text = Integer.toString(value);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }

    /** Whether all of it is ASCII digits. */
    static boolean isNumber(String text) {
        for (int k = 0; k < text.length(); k++) {
            if (text.charAt(k) < '0' || text.charAt(k) > '9') {
                return false;
            }
        }
        return true;
    }
}
