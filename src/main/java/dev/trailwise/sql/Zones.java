package dev.trailwise.sql;

import dev.trailwise.sql.Type.Simple;
import dev.trailwise.sql.Type.Zoned;
import io.trino.grammar.sql.SqlBaseParser.AtTimeZoneContext;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Time zones. DuckDB keeps the instant only, so a zone is part of the type: literals name it. All other timestamps are in
 * UTC, the zone that CloudTrail writes.
 */
final class Zones {
    private static final Set<String> UTC = Set.of("utc", "z", "gmt", "+00:00", "+00", "-00:00", "etc/utc");

    /** Functions that look at the local time of a timestamp. */
    private static final Set<String> LOCAL = Set.of(
            "year",
            "quarter",
            "month",
            "week",
            "week_of_year",
            "year_of_week",
            "yow",
            "day",
            "day_of_month",
            "day_of_week",
            "dow",
            "day_of_year",
            "doy",
            "hour",
            "minute",
            "second",
            "millisecond",
            "date",
            "last_day_of_month",
            "date_format",
            "format_datetime");

    /** Functions whose value is in the zone of their argument. */
    private static final Set<String> MOVED = Set.of("date_trunc", "date_add");

    /** Functions of the instant. */
    private static final Set<String> INSTANT = Set.of("to_unixtime", "count", "approx_distinct");

    private Zones() {}

    static boolean isUtc(String zone) {
        return UTC.contains(zone.toLowerCase(Locale.ROOT));
    }

    static Expr at(Expressions expressions, AtTimeZoneContext at) {
        return at(
                expressions,
                at.timeZoneSpecifier(),
                expressions.of(at.valueExpression()),
                Trees.string(at.timeZoneSpecifier()));
    }

    /** A timestamp as it is shown in a zone. */
    static Expr at(Expressions expressions, ParserRuleContext place, Expr value, Optional<String> name) {
        String zone =
                name.orElseThrow(() -> expressions.translation().unsupported(place, "a time zone that is no literal"));
        Expr instant = value.type() instanceof Zoned
                ? Expr.of(value.sql(), Simple.TIMESTAMP_TZ)
                : expressions.as(place, value, Simple.TIMESTAMP_TZ);
        if (isUtc(zone)) {
            return instant;
        }
        boolean known = ZoneId.getAvailableZoneIds().contains(zone);
        if (!known) {
            throw offset(zone)
                    ? expressions
                            .translation()
                            .unsupported(place, "an offset as a time zone (write a name such as 'Europe/Berlin')")
                    : expressions.translation().wrong(place, "unknown time zone '" + Excerpt.neutral(zone) + "'");
        }
        return Expr.of(instant.sql(), new Zoned(zone));
    }

    private static boolean offset(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** The time that clocks show in the zone. */
    private static Expr local(Expr value, Zoned zoned) {
        return Expr.of("timezone(" + SqlLiteral.text(zoned.zone()) + ", " + value.sql() + ")", Simple.TIMESTAMP);
    }

    static Expr cast(
            Expressions expressions, ParserRuleContext at, Expr value, Zoned zoned, Type to, boolean tolerant) {
        if (to.equals(zoned) || to == Simple.TIMESTAMP_TZ) {
            return value;
        }
        if (to == Simple.VARCHAR) {
            String text = Casts.text(local(value, zoned)).sql();
            return Expr.of("(" + text + " || " + SqlLiteral.text(" " + zoned.zone()) + ")", Simple.VARCHAR);
        }
        return Casts.cast(expressions, at, local(value, zoned), to, tolerant);
    }

    /** An argument as a function takes it. */
    static Expr argument(Expressions expressions, ParserRuleContext at, String function, Expr value) {
        if (!(value.type() instanceof Zoned zoned)) {
            return value;
        }
        if (LOCAL.contains(function) || MOVED.contains(function)) {
            return local(value, zoned);
        }
        if (INSTANT.contains(function)) {
            return Expr.of(value.sql(), Simple.TIMESTAMP_TZ);
        }
        throw expressions.translation().unsupported(at, function + " of a timestamp in the zone " + zoned.zone());
    }

    /** The value of a function that is in the zone of its argument. */
    static Expr result(String function, Expr argument, Expr value) {
        return argument.type() instanceof Zoned zoned && MOVED.contains(function)
                ? Expr.of("timezone(" + SqlLiteral.text(zoned.zone()) + ", " + value.sql() + ")", zoned)
                : value;
    }
}
