package dev.trailwise.sql.scalar;

import dev.trailwise.sql.text.SqlProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Casts of texts to timestamps. */
final class TimestampCasts {
    private static final Pattern FORM = Pattern.compile(
            "(?<date>[-+]?\\d{4,}-\\d{1,2}-\\d{1,2})( (?:(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:\\.(?<fraction>\\d+))?)?)?\\s*(?<zone>.+)?)?");
    private static final DateTimeFormatter OUT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private TimestampCasts() {}

    /** Without a zone; one in the text is passed over. */
    static Object timestamp(Object[] arguments) {
        Matcher form = matched(arguments[0], "timestamp");
        if (form.group("zone") != null) {
            zone(form.group("zone"), arguments[0]);
        }
        return OUT.format(local(form, arguments[0], "timestamp"));
    }

    /** With a zone, of which the local engine has one. */
    static Object zoned(Object[] arguments) {
        Matcher form = matched(arguments[0], "timestamp with time zone");
        LocalDateTime time = local(form, arguments[0], "timestamp with time zone");
        if (form.group("zone") == null) {
            return OUT.format(time);
        }
        ZoneId zone = zone(form.group("zone"), arguments[0]);
        if (!zone.normalized().equals(ZoneOffset.UTC)) {
            throw InvalidValue.fatal("a timestamp in the zone " + zone + SqlProblem.LOCAL_ONLY);
        }
        return OUT.format(time);
    }

    private static Matcher matched(Object text, String type) {
        Matcher form = FORM.matcher(((String) text).strip());
        if (!form.matches()) {
            throw invalid(text, type);
        }
        return form;
    }

    private static LocalDateTime local(Matcher form, Object text, String type) {
        try {
            String[] date = form.group("date").replaceFirst("^\\+", "").split("(?<=\\d)-");
            LocalDate day =
                    LocalDate.of(Integer.parseInt(date[0]), Integer.parseInt(date[1]), Integer.parseInt(date[2]));
            LocalDateTime time = day.atTime(part(form, "hour"), part(form, "minute"), part(form, "second"));
            String fraction = form.group("fraction");
            BigDecimal seconds = new BigDecimal(fraction == null ? "0" : "0." + fraction);
            long millis =
                    seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
            return time.plusNanos(millis * 1_000_000);
        } catch (DateTimeException | NumberFormatException invalid) {
            throw invalid(text, type);
        }
    }

    private static int part(Matcher form, String name) {
        return form.group(name) == null ? 0 : Integer.parseInt(form.group(name));
    }

    private static ZoneId zone(String name, Object text) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException none) {
            throw invalid(text, "timestamp");
        }
    }

    private static InvalidValue invalid(Object text, String type) {
        return new InvalidValue("Value cannot be cast to " + type + ": " + text);
    }
}
