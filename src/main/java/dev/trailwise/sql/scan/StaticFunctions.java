package dev.trailwise.sql.scan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Functions that people call on partition columns, on known values. Where a call would fail, or its meaning is not sure,
 * nothing is decided: the partition then counts as read.
 */
final class StaticFunctions {
    private static final Map<String, DateTimeFormatter> FORMATS = Map.of(
            "%Y/%m/%d", format("uuuu/MM/dd"),
            "%Y-%m-%d", format("uuuu-MM-dd"),
            "%Y%m%d", format("uuuuMMdd"),
            "%Y/%m", format("uuuu/MM"),
            "%Y-%m", format("uuuu-MM"),
            "%Y", format("uuuu"));
    private static final Map<String, DateTimeFormatter> JODA = Map.of(
            "yyyy/MM/dd", format("uuuu/MM/dd"),
            "yyyy-MM-dd", format("uuuu-MM-dd"),
            "yyyy/MM", format("uuuu/MM"),
            "yyyy-MM", format("uuuu-MM"),
            "yyyy", format("uuuu"));

    /** Patterns that mean the same to every engine of regular expressions. */
    private static final Pattern SIMPLE_REGEX = Pattern.compile("(?:[\\w/ :.,^$*+?()|\\[\\]-]|\\\\[d./])*");

    /** Functions and operators that are NULL when an argument is. */
    private static final Set<String> STRICT = Set.of(
            "concat",
            "substr",
            "substring",
            "replace",
            "lower",
            "upper",
            "length",
            "strpos",
            "starts_with",
            "split",
            "split_part",
            "regexp_like",
            "date_parse",
            "date",
            "from_iso8601_date",
            "year",
            "month",
            "day",
            "date_trunc",
            "date_format",
            "format_datetime",
            "element_at",
            "reverse",
            "+",
            "-",
            "*",
            "%");

    private StaticFunctions() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** @param name of a function in lower case, an operator, or {@code cast} and a type */
    static StaticValue value(String name, List<StaticValue> arguments) {
        if (name.equals("coalesce")) {
            return coalesce(arguments);
        }
        if (name.equals("if") && arguments.size() >= 2) {
            return choice(arguments);
        }
        if (name.equals("try") && arguments.size() == 1) {
            return arguments.get(0);
        }
        if (arguments.stream().anyMatch(argument -> !argument.isKnown())) {
            return StaticValue.unknown(arguments);
        }
        if (arguments.stream().anyMatch(StaticValue::isNull)) {
            return STRICT.contains(name) || name.startsWith("cast ") ? StaticValue.NULL : StaticValue.UNDECIDED;
        }
        try {
            return known(name, arguments.stream().map(StaticValue::value).toArray(Object[]::new))
                    .map(StaticValue::of)
                    .orElse(StaticValue.UNDECIDED);
        } catch (DateTimeException
                | IllegalArgumentException
                | ArithmeticException
                | IndexOutOfBoundsException failing) {
            return StaticValue.UNDECIDED;
        }
    }

    private static StaticValue coalesce(List<StaticValue> arguments) {
        for (StaticValue argument : arguments) {
            if (!argument.isNull()) {
                return argument.isKnown() ? argument : StaticValue.unknown(arguments);
            }
        }
        return StaticValue.NULL;
    }

    private static StaticValue choice(List<StaticValue> arguments) {
        StaticValue condition = arguments.get(0);
        if (!condition.isKnown()) {
            return StaticValue.UNDECIDED;
        }
        return condition.isTrue() ? arguments.get(1) : arguments.size() > 2 ? arguments.get(2) : StaticValue.NULL;
    }

    private static Optional<Object> known(String name, Object... a) {
        if (a.length > 0 && Arrays.stream(a).allMatch(String.class::isInstance)) {
            Optional<Object> text = texts(name, Arrays.copyOf(a, a.length, String[].class));
            if (text.isPresent()) {
                return text;
            }
        }
        Optional<Object> mixed = a.length > 0 && a[0] instanceof String text ? text(name, text, a) : Optional.empty();
        return mixed.or(() -> time(name, a)).or(() -> number(name, a)).or(() -> list(name, a));
    }

    private static Optional<Object> texts(String name, String... a) {
        return Optional.ofNullable(
                switch (name + "/" + a.length) {
                    case "lower/1" -> ascii(a[0]) ? a[0].toLowerCase(Locale.ROOT) : null;
                    case "upper/1" -> ascii(a[0]) ? a[0].toUpperCase(Locale.ROOT) : null;
                    case "length/1" -> (long) a[0].codePointCount(0, a[0].length());
                    case "reverse/1" ->
                        ascii(a[0]) ? new StringBuilder(a[0]).reverse().toString() : null;
                    case "replace/2" -> a[1].isEmpty() ? null : a[0].replace(a[1], "");
                    case "replace/3" -> a[1].isEmpty() ? null : a[0].replace(a[1], a[2]);
                    case "strpos/2" -> ascii(a[0]) ? (Object) (long) (a[0].indexOf(a[1]) + 1) : null;
                    case "starts_with/2" -> a[0].startsWith(a[1]);
                    case "split/2" -> a[1].isEmpty() ? null : List.of(a[0].split(Pattern.quote(a[1]), -1));
                    case "regexp_like/2" ->
                        SIMPLE_REGEX.matcher(a[1]).matches()
                                ? (Object) Pattern.compile(a[1]).matcher(a[0]).find()
                                : null;
                    case "date_parse/2" ->
                        FORMATS.containsKey(a[1]) && a[1].endsWith("%d")
                                ? LocalDate.parse(a[0], FORMATS.get(a[1])).atStartOfDay()
                                : null;
                    case "date/1", "cast date/1", "from_iso8601_date/1" ->
                        a[0].matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(a[0]) : null;
                    case "cast bigint/1", "cast integer/1", "cast int/1" ->
                        a[0].matches("[0-9]{1,9}") ? Long.valueOf(a[0]) : null;
                    case "cast varchar/1" -> a[0];
                    default -> name.equals("concat") ? String.join("", a) : least(name, a);
                });
    }

    private static @org.jspecify.annotations.Nullable String least(String name, String... a) {
        return switch (name) {
            case "greatest" ->
                Arrays.stream(a).max(StaticComparison::codePoints).orElse(null);
            case "least" -> Arrays.stream(a).min(StaticComparison::codePoints).orElse(null);
            default -> null;
        };
    }

    private static Optional<Object> text(String name, String text, Object... a) {
        boolean two = a.length == 2 && a[1] instanceof Long;
        if ((name.equals("substr") || name.equals("substring")) && ascii(text)) {
            boolean three = a.length == 3 && a[1] instanceof Long && a[2] instanceof Long;
            return two || three
                    ? Optional.of(substr(text, (Long) a[1], three ? (Long) a[2] : Long.MAX_VALUE))
                    : Optional.empty();
        }
        if (name.equals("split_part") && a.length == 3 && a[1] instanceof String by && a[2] instanceof Long part) {
            String[] parts = by.isEmpty() ? new String[0] : text.split(Pattern.quote(by), -1);
            return part >= 1 && part <= parts.length ? Optional.of(parts[(int) (part - 1)]) : Optional.empty();
        }
        return Optional.empty();
    }

    private static String substr(String text, long from, long length) {
        long start = from > 0 ? from - 1 : text.length() + from;
        if (from == 0 || start < 0 || start >= text.length() || length <= 0) {
            return "";
        }
        long end = length >= text.length() - start ? text.length() : start + length;
        return text.substring((int) start, (int) end);
    }

    private static Optional<Object> time(String name, Object... a) {
        LocalDateTime at = a.length > 0 ? moment(a[a.length - 1]) : null;
        LocalDateTime first = a.length > 0 ? moment(a[0]) : null;
        if (first != null && a.length == 2 && a[1] instanceof String pattern) {
            Map<String, DateTimeFormatter> formats = name.equals("date_format") ? FORMATS : JODA;
            return name.equals("date_format") || name.equals("format_datetime")
                    ? Optional.ofNullable(formats.get(pattern)).map(format -> format.format(first))
                    : Optional.empty();
        }
        if (at == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (name + "/" + a.length) {
                    case "year/1" -> (long) at.getYear();
                    case "month/1" -> (long) at.getMonthValue();
                    case "day/1", "day_of_month/1" -> (long) at.getDayOfMonth();
                    case "day_of_week/1", "dow/1" -> (long) at.getDayOfWeek().getValue();
                    case "date/1", "cast date/1" -> at.toLocalDate();
                    case "cast timestamp/1" -> at;
                    case "cast varchar/1" -> a[0] instanceof LocalDate day ? day.toString() : null;
                    case "date_trunc/2" -> truncated(String.valueOf(a[0]), a[1]);
                    default -> null;
                });
    }

    private static @org.jspecify.annotations.Nullable Object truncated(String unit, Object value) {
        LocalDate day = value instanceof LocalDate date ? date : ((LocalDateTime) value).toLocalDate();
        LocalDate start = switch (unit.toLowerCase(Locale.ROOT)) {
            case "day" -> day;
            case "month" -> day.withDayOfMonth(1);
            case "year" -> day.withDayOfYear(1);
            default -> null;
        };
        return start == null ? null : value instanceof LocalDate ? start : start.atStartOfDay();
    }

    private static @org.jspecify.annotations.Nullable LocalDateTime moment(Object value) {
        return value instanceof LocalDate date
                ? date.atStartOfDay()
                : value instanceof LocalDateTime time ? time : null;
    }

    private static Optional<Object> number(String name, Object... a) {
        if (a.length == 1 && a[0] instanceof Long number) {
            return switch (name) {
                case "cast varchar" -> Optional.of(number.toString());
                case "cast bigint", "cast integer" -> Optional.of(number);
                default -> Optional.empty();
            };
        }
        if (a.length != 2 || !(a[0] instanceof Long x) || !(a[1] instanceof Long y)) {
            return Optional.empty();
        }
        return switch (name) {
            case "+" -> Optional.of(Math.addExact(x, y));
            case "-" -> Optional.of(Math.subtractExact(x, y));
            case "*" -> Optional.of(Math.multiplyExact(x, y));
            case "%", "mod" -> y == 0 ? Optional.empty() : Optional.of(x % y);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> list(String name, Object... a) {
        if (a.length == 0 || !(a[0] instanceof List<?> items)) {
            return Optional.empty();
        }
        return switch (name + "/" + a.length) {
            case "element_at/2" ->
                a[1] instanceof Long at && at >= 1 && at <= items.size()
                        ? Optional.ofNullable(items.get((int) (at - 1)))
                        : Optional.empty();
            case "contains/2" -> contained(items, a[1]);
            case "cardinality/1" -> Optional.of((long) items.size());
            case "array_join/2" ->
                items.stream().allMatch(String.class::isInstance) && a[1] instanceof String by
                        ? Optional.of(items.stream().map(String.class::cast).collect(Collectors.joining(by)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Object> contained(List<?> items, Object wanted) {
        StaticValue found = StaticValue.of(false);
        for (Object item : items) {
            found = found.or(StaticComparison.equal(StaticValue.of(item), StaticValue.of(wanted)));
        }
        return found.isKnown() ? Optional.ofNullable(found.value()) : Optional.empty();
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }
}
