package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.duckdb.value.Zones;
import dev.trailwise.sql.function.Type.InZone;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.text.SqlLiteral;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats that DuckDB can write times by, which is faster: literals of years, months, days and times in digits. */
final class DateFormats {
    private static final Pattern MYSQL_PART = Pattern.compile("%(.?)");
    private static final Pattern JODA_PART = Pattern.compile("'([A-Z])'|([A-Za-z])\\2*|[^A-Za-z']|'");

    /** @see <a href="https://trino.io/docs/435/functions/datetime.html#mysql-date-functions">MySQL date functions</a> */
    private static final Map<String, String> MYSQL = Map.of(
            "Y", "%Y", "m", "%m", "d", "%d", "H", "%H", "i", "%M", "s", "%S", "S", "%S", "T", "%H:%M:%S", "%", "%%");

    /** @see <a href="https://www.joda.org/joda-time/apidocs/org/joda/time/format/DateTimeFormat.html">Joda's patterns</a> */
    private static final Map<String, String> JODA =
            Map.of("yyyy", "%Y", "MM", "%m", "dd", "%d", "HH", "%H", "mm", "%M", "ss", "%S", "SSS", "%g");

    private DateFormats() {}

    /** A call of {@code date_format} or {@code format_datetime}. */
    static String of(Call call) {
        Expr time = call.arguments().get(0);
        Optional<InZone> zone = call.function().name().equals("format_datetime") ? call.zone() : Optional.empty();
        Optional<String> format = simple(call);
        if (format.isPresent()) {
            String shown =
                    zone.map(zoned -> Zones.local(time, zoned)).orElse(time).sql();
            return "strftime(" + shown + ", " + format.get() + ")";
        }
        return zone.isEmpty()
                ? JavaCalls.checked(java(call), millis(time), call.sql(1))
                : JavaCalls.checked("format_datetime_zone", millis(time), call.sql(1), Zones.name(zone.get()));
    }

    /** A time as ISO 8601 writes it, with the offset of its zone. */
    static String iso8601(Expr time, InZone zone) {
        return JavaCalls.checked("to_iso8601_zone", millis(time), Zones.name(zone));
    }

    private static String millis(Expr time) {
        return "epoch_ms(" + time.sql() + ")";
    }

    private static String java(Call call) {
        String name = call.function().name();
        boolean local =
                name.equals("format_datetime") && call.arguments().get(0).type() == Simple.TIMESTAMP;
        return local ? "format_datetime_local" : name;
    }

    /** The format of a call in strftime's words, nothing when it has other parts. */
    private static Optional<String> simple(Call call) {
        boolean joda = call.function().name().equals("format_datetime");
        return ParseTrees.string(call.places().get(1))
                .filter(format -> !format.isEmpty())
                .flatMap(format -> joda ? joda(format) : mysql(format))
                .map(SqlLiteral::text);
    }

    private static Optional<String> mysql(String format) {
        Matcher parts = MYSQL_PART.matcher(format);
        StringBuilder strftime = new StringBuilder();
        while (parts.find()) {
            String letter = MYSQL.get(parts.group(1));
            if (letter == null) {
                return Optional.empty();
            }
            parts.appendReplacement(strftime, letter);
        }
        return Optional.of(parts.appendTail(strftime).toString());
    }

    private static Optional<String> joda(String format) {
        Matcher parts = JODA_PART.matcher(format);
        StringBuilder strftime = new StringBuilder();
        while (parts.find()) {
            String part = parts.group();
            String letter = parts.group(1) != null
                    ? parts.group(1)
                    : Character.isLetter(part.charAt(0)) ? JODA.get(part) : part.replace("%", "%%");
            if (letter == null || part.equals("'")) {
                return Optional.empty();
            }
            strftime.append(letter);
        }
        return Optional.of(strftime.toString());
    }
}
