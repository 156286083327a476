package dev.trailwise.trail;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the times that people write: {@code 2026-11-01}, {@code 2026/11/01}, {@code 2026-11}, {@code
 * 2026-11-01T10:00Z}, {@code 1793527200}, {@code now}, {@code 7d} ago.
 */
public final class TimeText {
    private static final String AGO = " ago";
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern SLASHED = Pattern.compile("^([0-9]{4})/([0-9]{2})(?:/([0-9]{2}))?");

    /** Seconds or milliseconds since 1970, as other tools print times. */
    private static final Pattern EPOCH = Pattern.compile("([0-9]{10})([0-9]{3})?");

    private static final Pattern HAS_OFFSET = Pattern.compile(".*(Z|[+-][0-9]{2}(:?[0-9]{2})?)");

    private final Instant now;

    /** @param clock tells what {@code now} and {@code yesterday} mean; only its instant counts, all times are UTC */
    public TimeText(Clock clock) {
        this.now = clock.instant();
    }

    /**
     * The first instant that the text means: a bare date is its midnight.
     *
     * @throws IllegalArgumentException when it is no time, with the forms that are
     */
    public Instant start(String text) {
        return parse(text).start();
    }

    /**
     * The instant just after what the text means: a bare date is included to its end, an instant is not.
     *
     * @throws IllegalArgumentException when it is no time, with the forms that are
     */
    public Instant end(String text) {
        return parse(text).end();
    }

    private Span parse(String raw) {
        String text = dashed(raw.strip());
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (text.equals("now")) {
            return Span.at(now);
        }
        if (text.equals("today")) {
            return Span.day(today);
        }
        if (text.equals("yesterday")) {
            return Span.day(today.minusDays(1));
        }
        Optional<TimeSpan> ago =
                TimeSpan.parse(text.endsWith(AGO) ? text.substring(0, text.length() - AGO.length()) : text);
        if (ago.isPresent()) {
            return Span.at(now.minus(ago.get().duration()));
        }
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            long millis = epoch.group(2) == null ? 0 : Long.parseLong(epoch.group(2));
            return Span.at(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))).plusMillis(millis));
        }
        try {
            if (MONTH.matcher(text).matches()) {
                return Span.month(YearMonth.parse(text));
            }
            return DATE.matcher(text).matches() ? Span.day(LocalDate.parse(text)) : Span.at(instant(text));
        } catch (DateTimeException invalid) {
            throw new IllegalArgumentException(
                    "not a time: '" + raw
                            + "'; write 2026-11-01, 2026-11, 2026-11-01T10:00Z, now, today, yesterday, or how long ago: 90m, 24h, 7d, 4w");
        }
    }

    /** The slashes of partition paths as dashes. */
    private static String dashed(String text) {
        Matcher slashed = SLASHED.matcher(text);
        if (!slashed.find()) {
            return text;
        }
        String day = slashed.group(3) == null ? "" : "-" + slashed.group(3);
        return slashed.group(1) + "-" + slashed.group(2) + day + text.substring(slashed.end());
    }

    /** Without an offset the time is UTC; a space may stand for the T. */
    private static Instant instant(String text) {
        String iso = text.replaceFirst("^([0-9]{4}-[0-9]{2}-[0-9]{2}) ", "$1T");
        return HAS_OFFSET.matcher(iso.substring(Math.min(10, iso.length()))).matches()
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private record Span(Instant start, Instant end) {
        static Span at(Instant instant) {
            return new Span(instant, instant);
        }

        static Span month(YearMonth month) {
            return new Span(
                    day(month.atDay(1)).start(),
                    day(month.plusMonths(1).atDay(1)).start());
        }

        static Span day(LocalDate day) {
            Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            return new Span(start, start.plus(1, ChronoUnit.DAYS));
        }
    }
}
