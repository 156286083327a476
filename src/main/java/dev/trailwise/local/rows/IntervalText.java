package dev.trailwise.local.rows;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An interval in Trino's text form: {@code 1 02:03:04.000} for days and less, {@code 1-2} for years and months. DuckDB
 * writes {@code 1 day 02:03:04}.
 */
public final class IntervalText {
    private static final Pattern DUCKDB = Pattern.compile("(?:(-?\\d+) years? ?)?(?:(-?\\d+) months? ?)?"
            + "(?:(-?\\d+) days? ?)?(?:(-?)(\\d+):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,6}))?)?");

    private IntervalText() {}

    public static String trino(String duckDb) {
        Matcher parts = DUCKDB.matcher(duckDb);
        if (!parts.matches()) {
            return duckDb;
        }
        long months = number(parts.group(1)) * 12 + number(parts.group(2));
        return months == 0 ? dayToSecond(parts) : yearToMonth(months);
    }

    private static String yearToMonth(long months) {
        return (months < 0 ? "-" : "") + Math.abs(months) / 12 + "-" + Math.abs(months) % 12;
    }

    private static String dayToSecond(Matcher parts) {
        long clock = (number(parts.group(5)) * 3600 + number(parts.group(6)) * 60 + number(parts.group(7))) * 1000
                + fraction(parts.group(8));
        long millis = number(parts.group(3)) * 86_400_000L + ("-".equals(parts.group(4)) ? -clock : clock);
        long size = Math.abs(millis);
        return String.format(
                Locale.ROOT,
                "%s%d %02d:%02d:%02d.%03d",
                millis < 0 ? "-" : "",
                size / 86_400_000,
                size / 3_600_000 % 24,
                size / 60_000 % 60,
                size / 1000 % 60,
                size % 1000);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long fraction(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "00").substring(0, 3));
    }
}
