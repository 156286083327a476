package dev.trailwise.local.rows;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.text.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values are kept as text until all are known, and then cast to the type that holds every one of them
 * exactly. Where Parquet has none, the column stays text: whole numbers beyond 64 bits, times finer than a microsecond,
 * years outside 1 to 9999, decimals of more than 38 digits, arrays, rows and maps (as JSON).
 */
public final class TypedText {
    private static final int MOST_DIGITS = 38;
    private static final int LAST_YEAR = 9999;
    private static final int NANOS_PER_MICRO = 1000;

    private final int place;
    private final ResultColumn column;
    private int scale;
    private int wholeDigits;
    private boolean exact = true;

    /** @param place of the column in each row */
    public TypedText(int place, ResultColumn column) {
        this.place = place;
        this.column = column;
    }

    /** The value of a row as text. */
    public @Nullable String text(@Nullable Object[] row) {
        Object value = row[place];
        return value == null ? null : text(value);
    }

    private String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            scale = Math.max(scale, decimal.scale());
            wholeDigits = Math.max(wholeDigits, decimal.precision() - decimal.scale());
            return decimal.toPlainString();
        }
        if (value instanceof LocalDateTime time) {
            return time(time);
        }
        if (value instanceof ZonedDateTime time) {
            return time(time.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime()) + "+00";
        }
        if (value instanceof LocalDate day) {
            exact &= day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
        }
        exact &= !(value instanceof BigInteger);
        return value instanceof Map || value instanceof List ? JsonText.line(value) : value.toString();
    }

    private String time(LocalDateTime time) {
        exact &= time.getYear() >= 1
                && time.getYear() <= LAST_YEAR
                && time.get(ChronoField.NANO_OF_SECOND) % NANOS_PER_MICRO == 0;
        return time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /**
     * The expression that makes a column of the file.
     *
     * @param name of the column that holds the texts
     */
    public String value(String name) {
        return "CAST(" + name + " AS " + type() + ") AS " + SqlLiteral.identifier(column.name());
    }

    private String type() {
        ResultType type = column.type();
        boolean held = exact && (type != ResultType.DECIMAL || wholeDigits + scale <= MOST_DIGITS);
        return !held
                ? "VARCHAR"
                : switch (type) {
                    case TEXT, NESTED -> "VARCHAR";
                    case BOOLEAN -> "BOOLEAN";
                    case INTEGER -> "BIGINT";
                    case DECIMAL -> "DECIMAL(" + MOST_DIGITS + "," + scale + ")";
                    case REAL -> "DOUBLE";
                    case DATE -> "DATE";
                    case TIMESTAMP -> "TIMESTAMP";
                    case ZONED_TIMESTAMP -> "TIMESTAMPTZ";
                };
    }
}
