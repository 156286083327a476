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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Timestamps read from texts, each in the offset that its text names. Functions of such a value know its offset; what only
 * passes the value on does not, and fails for an offset other than UTC's.
 */
public final class Offsets {
    /** Functions that give one of several arguments. */
    private static final Set<String> CHOICES = Set.of("coalesce", "if", "nullif");

    /** The offset at the end of a text of ISO 8601. */
    private static final Pattern WRITTEN = Pattern.compile(".*T.*([+-]\\d\\d)(?::?(\\d\\d))?");

    private static final Pattern FIXED = Pattern.compile("([+-])(\\d\\d):(\\d\\d)");

    private Offsets() {}

    static boolean isChoice(String function) {
        return CHOICES.contains(function);
    }

    /** The value of a call, with the offset that its text names. */
    public static Expr read(Expressions expressions, Call call, Expr value) {
        return switch (call.function().name()) {
            case "from_iso8601_timestamp" -> iso(expressions, call, value);
            case "parse_datetime" ->
                ParseTrees.string(call.places().get(1))
                                .filter(format ->
                                        !format.replaceAll("'[^']*'", "").matches("(?is).*z.*"))
                                .isPresent()
                        ? value
                        : read(value, JavaCalls.checked("datetime_minutes", call.sql(0), call.sql(1)));
            default -> value;
        };
    }

    private static Expr iso(Expressions expressions, Call call, Expr value) {
        ParserRuleContext place = call.places().get(0);
        Optional<String> literal = ParseTrees.string(place);
        if (literal.isPresent()) {
            Matcher offset = WRITTEN.matcher(literal.get());
            return offset.matches() ? literal(expressions, place, value, offset) : value;
        }
        String text = call.sql(0);
        return read(
                value,
                "(CASE WHEN " + text + " LIKE '____-__-__T__:__:__Z' THEN 0 ELSE "
                        + JavaCalls.checked("iso_minutes", text) + " END)");
    }

    private static Expr literal(Expressions expressions, ParserRuleContext place, Expr value, Matcher offset) {
        String minutes = offset.group(2) == null ? "00" : offset.group(2);
        return Zones.at(expressions, place, value, Optional.of(offset.group(1) + ":" + minutes));
    }

    private static Expr read(Expr value, String minutes) {
        return Expr.of(value.sql(), new Offset(minutes));
    }

    /** A value as a timestamp in UTC, which ends the query where it has another offset. */
    public static Expr settled(Expr value) {
        return value.type() instanceof Offset offset
                ? Expr.of(
                        "(CASE WHEN " + offset.minutes() + " <> 0 THEN make_timestamptz("
                                + JavaCalls.checked("only_utc", offset.minutes()) + ") ELSE " + value.sql() + " END)",
                        Simple.TIMESTAMP_TZ)
                : value;
    }

    /** The name of the zone that an offset is. */
    public static String name(Offset offset) {
        String minutes = offset.minutes();
        return "(CASE WHEN " + minutes + " = 0 THEN 'UTC' ELSE printf('%s%02d:%02d', CASE WHEN " + minutes
                + " < 0 THEN '-' ELSE '+' END, abs(" + minutes + ") // 60, abs(" + minutes + ") % 60) END)";
    }

    /** The zone of the value of a function that gives one of its arguments; nothing for any other function. */
    public static Optional<InZone> chosen(
            Expressions expressions,
            String function,
            List<? extends ParserRuleContext> places,
            List<Optional<Expr>> arguments) {
        if (!isChoice(function) || arguments.size() < 2) {
            return Optional.empty();
        }
        List<Expr> values = arguments.stream().flatMap(Optional::stream).toList();
        List<Expr> given = function.equals("if")
                ? values.subList(1, values.size())
                : function.equals("nullif") ? values.subList(0, 1) : values;
        Optional<List<String>> minutes = several(expressions, places.get(0), given);
        if (minutes.isEmpty()) {
            return given.stream()
                    .map(Expr::type)
                    .filter(InZone.class::isInstance)
                    .map(InZone.class::cast)
                    .findFirst();
        }
        List<String> each = minutes.get();
        String otherwise = each.size() > 1 ? " ELSE " + each.get(each.size() - 1) : "";
        StringBuilder choice = new StringBuilder("(CASE");
        for (int i = 0; i < Math.max(1, each.size() - 1); i++) {
            String when =
                    function.equals("if") ? values.get(0).sql() : given.get(i).sql() + " IS NOT NULL";
            choice.append(" WHEN ").append(when).append(" THEN ").append(each.get(i));
        }
        return Optional.of(new Offset(choice + otherwise + " END)"));
    }

    /** The first argument that is not NULL. DuckDB computes what stands more than once in coalesce before, even where it fails. */
    public static Expr first(Call call) {
        int last = call.arguments().size() - 1;
        String choice = call.arguments().subList(0, last).stream()
                .map(value -> " WHEN " + value.sql() + " IS NOT NULL THEN " + value.sql())
                .collect(Collectors.joining("", "(CASE", " ELSE " + call.sql(last) + " END)"));
        return Expr.of(choice, call.result());
    }

    /** The minutes of each of several values that have not the same zone; nothing when they have. */
    public static Optional<List<String>> several(Expressions expressions, ParserRuleContext at, List<Expr> values) {
        List<Type> types =
                values.stream().map(Expr::type).filter(Type::moment).distinct().toList();
        if (types.size() < 2 || types.stream().noneMatch(InZone.class::isInstance)) {
            return Optional.empty();
        }
        List<String> minutes = new ArrayList<>();
        for (Expr value : values) {
            minutes.add(minutes(expressions, at, value.type()));
        }
        return Optional.of(minutes);
    }

    private static String minutes(Expressions expressions, ParserRuleContext at, Type type) {
        if (type instanceof Offset offset) {
            return offset.minutes();
        }
        if (!(type instanceof Zoned zoned)) {
            return "0";
        }
        Matcher fixed = FIXED.matcher(zoned.zone());
        if (!fixed.matches()) {
            throw expressions.translation().unsupported(at, "one of several timestamps in different zones");
        }
        int minutes = Integer.parseInt(fixed.group(2)) * 60 + Integer.parseInt(fixed.group(3));
        return Integer.toString(fixed.group(1).equals("-") ? -minutes : minutes);
    }
}
