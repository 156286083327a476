package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.InZone;
import dev.trailwise.sql.function.Type.Offset;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.function.Type.Zoned;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.AtTimeZoneContext;
import io.trino.grammar.sql.SqlBaseParser.IntervalContext;
import io.trino.grammar.sql.SqlBaseParser.TimeZoneIntervalContext;
import io.trino.grammar.sql.SqlBaseParser.TimeZoneStringContext;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Time zones. DuckDB keeps the instant only, so a zone is part of the type: literals name it. All other timestamps are in
 * UTC, the zone that CloudTrail writes.
 */
public final class Zones {
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
            "date_format");

    /** Functions that give one of the values of their first argument, in its zone. */
    private static final Set<String> KEPT = Set.of(
            "min",
            "max",
            "min_by",
            "max_by",
            "array_agg",
            "arbitrary",
            "any_value",
            "first_value",
            "last_value",
            "nth_value",
            "lag",
            "lead");

    /** Functions that may give a value of another argument too. */
    private static final Set<String> MIXED = Set.of("lag", "lead");

    /** Functions of the instant. Those that write it look at the zone of the call besides. */
    private static final Set<String> INSTANT = Set.of(
            "to_unixtime",
            "count",
            "approx_distinct",
            "format_datetime",
            "to_iso8601",
            "timezone_hour",
            "timezone_minute");

    /** Units of a length that is the same on every day. The clocks of a zone may skip or repeat them. */
    private static final Set<String> CLOCK_UNITS = Set.of("millisecond", "second", "minute", "hour");

    private static final Pattern OFFSET = Pattern.compile("([+-])(0\\d|1[0-3]|14(?=:00)):([0-5]\\d)");

    private static final Pattern INTERVAL = Pattern.compile("([+-]?)([0-9]{1,3})(?::([0-5]?[0-9]))?");

    private Zones() {}

    static boolean isUtc(String zone) {
        return UTC.contains(zone.toLowerCase(Locale.ROOT));
    }

    public static Expr at(Expressions expressions, AtTimeZoneContext at) {
        Optional<String> zone = at.timeZoneSpecifier() instanceof TimeZoneStringContext text
                ? ParseTrees.string(text.string())
                : offset(((TimeZoneIntervalContext) at.timeZoneSpecifier()).interval());
        return at(expressions, at.timeZoneSpecifier(), expressions.withOffset(at.valueExpression()), zone);
    }

    /** An interval of hours, minutes or both as an offset; nothing for any other. */
    private static Optional<String> offset(IntervalContext interval) {
        String unit = interval.from.getText().toLowerCase(Locale.ROOT);
        String to = interval.to == null ? "" : interval.to.getText().toLowerCase(Locale.ROOT);
        Matcher number = INTERVAL.matcher(ParseTrees.string(interval.string()).orElse(""));
        boolean both = unit.equals("hour") && to.equals("minute");
        if (!number.matches() || (number.group(3) != null) != both || !(both || to.isEmpty())) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(number.group(2)) * (unit.equals("hour") ? 60 : 1)
                + (both ? Integer.parseInt(number.group(3)) : 0);
        boolean minus = interval.sign != null && interval.sign.getText().equals("-");
        boolean negative = minus != number.group(1).equals("-");
        return unit.equals("hour") || unit.equals("minute")
                ? Optional.of(
                        (negative ? "-" : "+") + String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60))
                : Optional.empty();
    }

    /** A timestamp as it is shown in a zone. */
    public static Expr at(Expressions expressions, ParserRuleContext place, Expr value, Optional<String> name) {
        String zone = name.orElseThrow(
                () -> expressions.translation().unsupported(place, "a time zone that is not a literal"));
        if (value.type() == Simple.VARCHAR) {
            throw expressions
                    .translation()
                    .wrong(
                            place,
                            "only a timestamp has a time zone, and this is varchar: for an event's time write"
                                    + " from_iso8601_timestamp(eventtime) AT TIME ZONE …");
        }
        Expr instant = value.type() instanceof InZone
                ? Expr.of(value.sql(), Simple.TIMESTAMP_TZ)
                : expressions.as(place, value, Simple.TIMESTAMP_TZ);
        if (isUtc(zone)) {
            return instant;
        }
        if (!OFFSET.matcher(zone).matches() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw offset(zone)
                    ? expressions.translation().unsupported(place, "a time zone written so (write '+02:00')")
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

    /** A time on the clocks of a zone; when they show it twice, in the offset that Joda, and so Trino, takes. */
    public static Expr with(Expressions expressions, ParserRuleContext place, Expr local, Optional<String> name) {
        Expr utc = Expr.of("timezone('UTC', " + local.sql() + ")", Simple.TIMESTAMP_TZ);
        Expr shown = at(expressions, place, utc, name);
        return shown.type() instanceof Zoned zoned ? instant(local.sql(), utc.sql(), zoned) : shown;
    }

    /** The time that clocks show in the zone. */
    public static Expr local(Expr value, InZone zone) {
        if (zone instanceof Offset offset) {
            return Expr.of(
                    "make_timestamp(epoch_us(" + value.sql() + ") + 60000000 * " + offset.minutes() + ")",
                    Simple.TIMESTAMP);
        }
        Zoned zoned = (Zoned) zone;
        Matcher offset = OFFSET.matcher(zoned.zone());
        String sql = offset.matches()
                ? "(timezone('UTC', " + value.sql() + ") " + offset.group(1) + " INTERVAL '" + offset.group(2) + ":"
                        + offset.group(3) + ":00')"
                : "timezone(" + SqlLiteral.text(zoned.zone()) + ", " + value.sql() + ")";
        return Expr.of(sql, Simple.TIMESTAMP);
    }

    /** When the clocks of a zone show a local time; when that is twice, in the offset that another instant has. */
    private static Expr instant(String local, String other, InZone zone) {
        String micros = zone instanceof Offset offset
                ? "epoch_us(" + local + ") - 60000000 * " + offset.minutes()
                : JavaCalls.checked("zone_instant", "epoch_us(" + local + ")", "epoch_us(" + other + ")", name(zone));
        return Expr.of("make_timestamptz(" + micros + ")", zone);
    }

    /** The name of a zone, an expression of DuckDB. */
    public static String name(InZone zone) {
        return zone instanceof Offset offset ? Offsets.name(offset) : SqlLiteral.text(((Zoned) zone).zone());
    }

    /** As Trino writes it: the local time and the name of the zone. */
    public static Expr text(Expr value, InZone zone) {
        String text = Casts.text(local(value, zone)).sql();
        return Expr.of("(" + text + " || ' ' || " + name(zone) + ")", Simple.VARCHAR);
    }

    public static Expr cast(
            Expressions expressions, ParserRuleContext at, Expr value, InZone zone, Type to, boolean tolerant) {
        if (to.equals(zone) || to == Simple.TIMESTAMP_TZ) {
            return value;
        }
        if (to == Simple.VARCHAR) {
            return text(value, zone);
        }
        boolean local = to == Simple.DATE || to == Simple.TIMESTAMP;
        return Casts.cast(expressions, at, local ? local(value, zone) : instant(value), to, tolerant);
    }

    /** The zone of a call: that of its first time. A time without a zone is in UTC. */
    public static Optional<InZone> of(List<Optional<Expr>> arguments) {
        return types(arguments)
                .filter(Type::moment)
                .findFirst()
                .filter(InZone.class::isInstance)
                .map(InZone.class::cast);
    }

    /** The arguments of a call without a zone, of which one may have a zone nevertheless. */
    public static List<Optional<Expr>> inUtc(
            Expressions expressions,
            String function,
            List<? extends ParserRuleContext> places,
            List<Optional<Expr>> arguments) {
        if (types(arguments).noneMatch(InZone.class::isInstance)) {
            return arguments;
        }
        if (function.equals("date_diff")
                || function.equals("nullif")
                || (KEPT.contains(function) && !MIXED.contains(function))) {
            return each(arguments, Zones::instant);
        }
        throw expressions.translation().unsupported(places.get(0), function + " of timestamps in several zones");
    }

    /** Whether an argument may be a timestamp whose offset is read with each value: not where one of several is given. */
    public static boolean takesOffset(String function, int argument) {
        boolean by = function.endsWith("_by") && argument == 1;
        return by
                || LOCAL.contains(function)
                || INSTANT.contains(function)
                || function.matches("date_(trunc|add|diff)")
                || Offsets.isChoice(function);
    }

    private static Stream<Type> types(List<Optional<Expr>> arguments) {
        return arguments.stream().flatMap(Optional::stream).map(Expr::type);
    }

    /** The arguments of a call in a zone as its function takes them. */
    public static List<Optional<Expr>> arguments(
            Expressions expressions,
            String function,
            List<? extends ParserRuleContext> places,
            List<Optional<Expr>> arguments,
            InZone zoned) {
        boolean clock = hasClockUnit(places);
        return switch (function) {
            case "date_trunc" -> each(arguments, value -> local(value, zoned));
            case "date_add", "date_diff" -> each(arguments, value -> clock ? instant(value) : local(value, zoned));
            default -> {
                if (LOCAL.contains(function)) {
                    yield each(arguments, value -> local(value, zoned));
                }
                boolean several = MIXED.contains(function)
                        && types(arguments).anyMatch(type -> type.moment() && !type.equals(zoned));
                if (!several && (INSTANT.contains(function) || KEPT.contains(function))) {
                    yield each(arguments, Zones::instant);
                }
                throw expressions
                        .translation()
                        .unsupported(places.get(0), function + " of a timestamp in the zone " + ((Zoned) zoned).zone());
            }
        };
    }

    public static List<Optional<Expr>> each(List<Optional<Expr>> arguments, UnaryOperator<Expr> change) {
        return arguments.stream()
                .map(argument -> argument.map(value -> isInstant(value) ? change.apply(value) : value))
                .toList();
    }

    private static boolean isInstant(Expr value) {
        return value.type() instanceof InZone || value.type() == Simple.TIMESTAMP_TZ;
    }

    /** The same instant without its zone; another value as it is. */
    public static Expr instant(Expr value) {
        return value.type() instanceof InZone ? Expr.of(value.sql(), Simple.TIMESTAMP_TZ) : value;
    }

    /** A time whose local time is changed. */
    static Expr moved(Expr value, InZone zoned, UnaryOperator<Expr> change) {
        return instant(change.apply(local(value, zoned)).sql(), value.sql(), zoned);
    }

    private static boolean hasClockUnit(List<? extends ParserRuleContext> places) {
        return ParseTrees.string(places.get(0))
                .map(unit -> CLOCK_UNITS.contains(unit.toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /** The value of a call in a zone, which is in that zone if the function keeps it. */
    public static Expr result(Expressions expressions, Call call, Expr value) {
        InZone zoned = call.zone().orElseThrow();
        String function = call.function().name();
        if (function.startsWith("timezone_")) {
            String shown = local(call.arguments().get(0), zoned).sql();
            String minutes = "(epoch_us(" + shown + ") - epoch_us(" + call.sql(0) + ")) // 60000000";
            return Expr.of("(" + minutes + (function.endsWith("hour") ? " // 60)" : " % 60)"), Simple.BIGINT);
        }
        boolean clock = hasClockUnit(call.places());
        if (KEPT.contains(function) || Offsets.isChoice(function)) {
            Type type = value.type() instanceof Type.Array array && array.element() == Simple.TIMESTAMP_TZ
                    ? new Type.Array(zoned)
                    : value.type() == Simple.TIMESTAMP_TZ ? zoned : value.type();
            return Expr.of(value.sql(), type);
        }
        if (function.equals("date_add") && clock) {
            return Expr.of(value.sql(), zoned);
        }
        if (!function.equals("date_add") && !function.equals("date_trunc")) {
            return value;
        }
        String before = expressions
                .withOffset(call.places().get(call.places().size() - 1))
                .sql();
        if (!clock) {
            return instant(value.sql(), before, zoned);
        }
        String cut = "epoch_us(" + call.sql(1) + ") - epoch_us(" + value.sql() + ")";
        return Expr.of("make_timestamptz(epoch_us(" + before + ") - (" + cut + "))", zoned);
    }
}
