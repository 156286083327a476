package dev.trailwise.sql.scan;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import io.trino.grammar.sql.SqlBaseParser.ArithmeticBinaryContext;
import io.trino.grammar.sql.SqlBaseParser.CastContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.IntervalContext;
import io.trino.grammar.sql.SqlBaseParser.IntervalLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.SpecialDateTimeFunctionContext;
import io.trino.grammar.sql.SqlBaseParser.TypeConstructorContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Texts that Trino works out before it looks for partitions: literals, and days, for example
 * {@code date_format(current_date - interval '7' day, '%Y/%m/%d')}.
 */
final class Constants {
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "year", ChronoUnit.YEARS,
            "month", ChronoUnit.MONTHS,
            "week", ChronoUnit.WEEKS,
            "day", ChronoUnit.DAYS,
            "hour", ChronoUnit.HOURS,
            "minute", ChronoUnit.MINUTES,
            "second", ChronoUnit.SECONDS);
    private static final Map<String, DateTimeFormatter> FORMATS = Map.of(
            "%Y/%m/%d", DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT),
            "%Y-%m-%d", DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT));
    private static final DateTimeFormatter JODA_DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);

    private final LocalDateTime now;

    Constants(Instant now) {
        this.now = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    /** The text that an expression is before any row is read, nothing when it is not known. */
    Optional<String> text(ParserRuleContext expression) {
        ParserRuleContext only = ParseTrees.unwrap(expression);
        if (only instanceof FunctionCallContext call && call.expression().size() == 2) {
            Optional<String> format = ParseTrees.string(call.expression(1));
            Optional<LocalDateTime> moment = moment(call.expression(0));
            return switch (name(call)) {
                case "date_format" -> format.map(FORMATS::get).flatMap(known -> moment.map(known::format));
                case "format_datetime" ->
                    format.filter("yyyy/MM/dd"::equals).flatMap(known -> moment.map(JODA_DAY::format));
                default -> Optional.empty();
            };
        }
        return ParseTrees.string(expression);
    }

    /** The LocalDate or LocalDateTime that an expression is before any row is read, nothing when it is not known. */
    Optional<Object> dateOrTime(ParserRuleContext expression) {
        return moment(expression).map(at -> isDate(expression) ? at.toLocalDate() : at);
    }

    private static boolean isDate(ParserRuleContext expression) {
        ParserRuleContext only = ParseTrees.unwrap(expression);
        if (only instanceof ArithmeticBinaryContext sum) {
            return isDate(sum.left);
        }
        if (only instanceof FunctionCallContext call) {
            return name(call).equals("date") || (name(call).equals("date_add") && isDate(call.expression(2)));
        }
        return only instanceof CastContext
                || only instanceof TypeConstructorContext
                || (only instanceof SpecialDateTimeFunctionContext special
                        && special.name.getText().equalsIgnoreCase("current_date"));
    }

    /** A LocalDate or LocalDateTime with an interval added or taken away; nothing where the other side is no interval. */
    Optional<Object> shifted(Object value, ArithmeticBinaryContext sum) {
        if (sum.PLUS() == null && sum.MINUS() == null) {
            return Optional.empty();
        }
        boolean back = sum.MINUS() != null;
        return interval(sum.right)
                .flatMap(step -> value instanceof LocalDate date
                        ? step.isWholeDays()
                                ? Optional.of(
                                        step.from(date.atStartOfDay(), back).toLocalDate())
                                : Optional.empty()
                        : Optional.of(step.from((LocalDateTime) value, back)));
    }

    private static String name(FunctionCallContext call) {
        return call.qualifiedName().getText().toLowerCase(Locale.ROOT);
    }

    private Optional<LocalDateTime> moment(ParserRuleContext expression) {
        ParserRuleContext only = ParseTrees.unwrap(expression);
        if (only instanceof SpecialDateTimeFunctionContext special) {
            return switch (special.name.getText().toLowerCase(Locale.ROOT)) {
                case "current_date" -> Optional.of(now.toLocalDate().atStartOfDay());
                case "current_timestamp", "localtimestamp" -> Optional.of(now);
                default -> Optional.empty();
            };
        }
        if (only instanceof TypeConstructorContext literal && literal.identifier() != null) {
            return Names.lower(literal.identifier()).equals("date")
                    ? ParseTrees.string(literal.string()).flatMap(Constants::day)
                    : Optional.empty();
        }
        if (only instanceof ArithmeticBinaryContext sum && (sum.PLUS() != null || sum.MINUS() != null)) {
            return interval(sum.right).flatMap(step -> moment(sum.left).map(at -> step.from(at, sum.MINUS() != null)));
        }
        if (only instanceof CastContext cast && cast.type().getText().equalsIgnoreCase("date")) {
            return moment(cast.expression()).map(at -> at.toLocalDate().atStartOfDay());
        }
        return only instanceof FunctionCallContext call ? function(call) : Optional.empty();
    }

    private Optional<LocalDateTime> function(FunctionCallContext call) {
        return switch (name(call) + "/" + call.expression().size()) {
            case "now/0" -> Optional.of(now);
            case "date/1" ->
                moment(call.expression(0)).map(at -> at.toLocalDate().atStartOfDay());
            case "date_add/3" ->
                ParseTrees.string(call.expression(0))
                        .map(unit -> UNITS.get(unit.toLowerCase(Locale.ROOT)))
                        .flatMap(unit -> whole(call.expression(1))
                                .flatMap(count -> moment(call.expression(2)).map(at -> at.plus(count, unit))));
            default -> Optional.empty();
        };
    }

    private static Optional<Long> whole(ParserRuleContext expression) {
        String text = expression.getText();
        return text.matches("-?[0-9]{1,6}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Optional<LocalDateTime> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text).atStartOfDay());
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private record Step(long count, ChronoUnit unit) {
        boolean isWholeDays() {
            return unit.isDateBased();
        }

        LocalDateTime from(LocalDateTime at, boolean back) {
            return at.plus(back ? -count : count, unit);
        }
    }

    private static Optional<Step> interval(ParserRuleContext expression) {
        ParserRuleContext bare = ParseTrees.unwrap(expression);
        if (!(bare instanceof IntervalContext) && !(bare instanceof IntervalLiteralContext)) {
            return Optional.empty();
        }
        IntervalContext interval =
                bare instanceof IntervalLiteralContext literal ? literal.interval() : (IntervalContext) bare;
        ChronoUnit unit = UNITS.get(interval.from.getText().toLowerCase(Locale.ROOT));
        return ParseTrees.string(interval.string())
                .filter(count -> interval.to == null && interval.sign == null && count.matches("[0-9]{1,6}"))
                .flatMap(count -> Optional.ofNullable(unit).map(known -> new Step(Long.parseLong(count), known)));
    }
}
