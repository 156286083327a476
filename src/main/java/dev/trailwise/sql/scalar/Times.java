package dev.trailwise.sql.scalar;

import dev.trailwise.sql.text.SqlProblem;
import java.util.Locale;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.chrono.ISOChronology;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.joda.time.format.DateTimeFormatterBuilder;
import org.joda.time.format.ISODateTimeFormat;

/** Times by the library that Trino uses. They come as milliseconds since 1970, and go as text that DuckDB casts. */
final class Times {
    private static final long MICROS = 1000;
    private static final int MILLIS_PER_MINUTE = 60_000;
    private static final int MOST_MINUTES = 14 * 60;
    private static final int PIVOT_YEAR = 2020;
    private static final Cache<DateTimeFormatter> JODA = new Cache<>(Times::joda);
    private static final Cache<DateTimeFormatter> MYSQL = new Cache<>(Times::mysql);
    private static final DateTimeFormatter ISO_TIMESTAMP = ISODateTimeFormat.dateTimeParser();
    private static final DateTimeFormatter ISO_DATE = utc(ISODateTimeFormat.dateElementParser());
    private static final DateTimeFormatter ISO_OUT = utc(ISODateTimeFormat.dateTime());
    private static final DateTimeFormatter OUT = utc(DateTimeFormat.forPattern("yyyy-MM-dd HH:mm:ss.SSS"));

    private Times() {}

    private static DateTimeFormatter utc(DateTimeFormatter formatter) {
        return formatter.withZone(DateTimeZone.UTC).withLocale(Locale.US);
    }

    private static DateTimeFormatter joda(String pattern) {
        try {
            return utc(DateTimeFormat.forPattern(pattern));
        } catch (IllegalArgumentException invalid) {
            throw new InvalidValue(String.valueOf(invalid.getMessage()));
        }
    }

    private static String formatted(DateTimeFormatter formatter, Object millis) {
        try {
            return formatter.print((Long) millis);
        } catch (IllegalArgumentException | UnsupportedOperationException invalid) {
            throw new InvalidValue(String.valueOf(invalid.getMessage()));
        }
    }

    private static String parsed(DateTimeFormatter formatter, Object text) {
        try {
            DateTime time = formatter.parseDateTime((String) text);
            return OUT.print(time.getMillis());
        } catch (IllegalArgumentException | UnsupportedOperationException invalid) {
            throw new InvalidValue(String.valueOf(invalid.getMessage()));
        }
    }

    static Object formatDatetime(Object[] arguments) {
        return formatted(JODA.get((String) arguments[1]), arguments[0]);
    }

    static Object formatZone(Object[] arguments) {
        DateTimeFormatter formatter = JODA.get((String) arguments[1]);
        return formatted(formatter.withZone(DateTimeZone.forID((String) arguments[2])), arguments[0]);
    }

    static Object isoZone(Object[] arguments) {
        return formatted(ISO_OUT.withZone(DateTimeZone.forID((String) arguments[1])), arguments[0]);
    }

    /** When the clocks of a zone show a local time. All are microseconds. */
    static Object instant(Object[] arguments) {
        long local = (Long) arguments[0];
        DateTimeZone zone = DateTimeZone.forID((String) arguments[2]);
        long millis = Math.floorDiv(local, MICROS);
        long near = Math.floorDiv((Long) arguments[1], MICROS);
        return zone.convertLocalToUTC(millis, false, near) * MICROS + Math.floorMod(local, MICROS);
    }

    /** Of a timestamp without a zone, whose format may not ask for one. */
    static Object formatLocal(Object[] arguments) {
        if (((String) arguments[1]).replaceAll("'[^']*'", "").matches("(?is).*z.*")) {
            throw new InvalidValue(
                    "format_datetime for TIMESTAMP type, cannot use 'Z' nor 'z' in format, as this type does"
                            + " not contain TZ information");
        }
        return formatDatetime(arguments);
    }

    static Object parseDatetime(Object[] arguments) {
        return OUT.print(
                withOffset(JODA.get((String) arguments[1]), arguments[0]).getMillis());
    }

    /** The offset in a text of this format, in minutes. */
    static Object datetimeMinutes(Object[] arguments) {
        return minutes(withOffset(JODA.get((String) arguments[1]), arguments[0]));
    }

    /** A time in the offset that a text names, which is UTC where it names none. */
    private static DateTime withOffset(DateTimeFormatter formatter, Object text) {
        try {
            DateTime time = formatter
                    .withLocale(Locale.US)
                    .withChronology(ISOChronology.getInstanceUTC())
                    .withOffsetParsed()
                    .parseDateTime((String) text);
            if (!time.getZone().isFixed()) {
                throw InvalidValue.fatal(
                        "a timestamp in the zone " + time.getZone().getID() + SqlProblem.LOCAL_ONLY);
            }
            if (Math.abs(minutes(time)) > MOST_MINUTES) {
                throw new InvalidValue("Invalid offset: " + time.getZone().getID());
            }
            return time;
        } catch (IllegalArgumentException | UnsupportedOperationException invalid) {
            throw new InvalidValue(String.valueOf(invalid.getMessage()));
        }
    }

    private static long minutes(DateTime time) {
        return time.getZone().getOffset(time) / MILLIS_PER_MINUTE;
    }

    /** Ends the query for an offset: what reads the value does not know it. DuckDB may ask for a constant beforehand. */
    static Object onlyUtc(Object[] arguments) {
        if ((Long) arguments[0] == 0) {
            return arguments[0];
        }
        throw InvalidValue.fatal("a timestamp in its own offset, "
                + DateTimeZone.forOffsetMillis(Math.toIntExact((Long) arguments[0] * MILLIS_PER_MINUTE))
                + " (AT TIME ZONE 'UTC' takes it to UTC),"
                + SqlProblem.LOCAL_ONLY);
    }

    static Object dateFormat(Object[] arguments) {
        return formatted(MYSQL.get((String) arguments[1]), arguments[0]);
    }

    static Object dateParse(Object[] arguments) {
        return parsed(MYSQL.get((String) arguments[1]), arguments[0]);
    }

    static Object isoTimestamp(Object[] arguments) {
        return OUT.print(withOffset(ISO_TIMESTAMP, arguments[0]).getMillis());
    }

    /** The offset in a text of ISO 8601, in minutes. */
    static Object isoMinutes(Object[] arguments) {
        return minutes(withOffset(ISO_TIMESTAMP, arguments[0]));
    }

    static Object isoDate(Object[] arguments) {
        return parsed(ISO_DATE, arguments[0]).substring(0, 10);
    }

    /** @see <a href="https://trino.io/docs/435/functions/datetime.html#mysql-date-functions">MySQL date functions</a> */
    private static DateTimeFormatter mysql(String format) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        boolean escaped = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (escaped) {
                field(builder, c);
                escaped = false;
            } else if (c == '%') {
                escaped = true;
            } else {
                builder.appendLiteral(c);
            }
        }
        try {
            return utc(builder.toFormatter());
        } catch (UnsupportedOperationException empty) {
            throw new InvalidValue("Invalid date format: " + format);
        }
    }

    private static void field(DateTimeFormatterBuilder builder, char letter) {
        switch (letter) {
            case 'a' -> builder.appendDayOfWeekShortText();
            case 'b' -> builder.appendMonthOfYearShortText();
            case 'c' -> builder.appendMonthOfYear(1);
            case 'd' -> builder.appendDayOfMonth(2);
            case 'e' -> builder.appendDayOfMonth(1);
            case 'f' -> builder.appendFractionOfSecond(6, 9);
            case 'H' -> builder.appendHourOfDay(2);
            case 'h', 'I' -> builder.appendClockhourOfHalfday(2);
            case 'i' -> builder.appendMinuteOfHour(2);
            case 'j' -> builder.appendDayOfYear(3);
            case 'k' -> builder.appendHourOfDay(1);
            case 'l' -> builder.appendClockhourOfHalfday(1);
            case 'M' -> builder.appendMonthOfYearText();
            case 'm' -> builder.appendMonthOfYear(2);
            case 'p' -> builder.appendHalfdayOfDayText();
            case 'r' ->
                time(builder.appendClockhourOfHalfday(2)).appendLiteral(' ').appendHalfdayOfDayText();
            case 'S', 's' -> builder.appendSecondOfMinute(2);
            case 'T' -> time(builder.appendHourOfDay(2));
            case 'v' -> builder.appendWeekOfWeekyear(2);
            case 'x' -> builder.appendWeekyear(4, 4);
            case 'W' -> builder.appendDayOfWeekText();
            case 'Y' -> builder.appendYear(4, 4);
            case 'y' -> builder.appendTwoDigitYear(PIVOT_YEAR);
            case 'w', 'U', 'u', 'V', 'X', 'D' ->
                throw new InvalidValue("%" + letter + " not supported in date format string");
            default -> builder.appendLiteral(letter);
        }
    }

    private static DateTimeFormatterBuilder time(DateTimeFormatterBuilder hour) {
        return hour.appendLiteral(':').appendMinuteOfHour(2).appendLiteral(':').appendSecondOfMinute(2);
    }
}
