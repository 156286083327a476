package dev.trailwise.local.rows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Turns the driver's values into the Java types that {@link dev.trailwise.engine.ResultType} promises. */
final class Values {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private Values() {}

    /** A value at any depth, by what it is. */
    static @Nullable Object of(@Nullable Object value) throws SQLException {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Double) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof DuckDBStruct struct) {
            return map(struct.getMap());
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Array array) {
            return list((@Nullable Object[]) array.getArray());
        }
        return scalar(value);
    }

    private static Object number(Number number) {
        if (number instanceof BigInteger big) {
            return big.compareTo(MIN) >= 0 && big.compareTo(MAX) <= 0 ? (Object) big.longValue() : big;
        }
        if (number instanceof Float real) {
            return Double.parseDouble(real.toString()); // 1.1, not 1.100000023841858
        }
        return number instanceof BigDecimal ? number : (Object) number.longValue();
    }

    private static Object scalar(Object value) throws SQLException {
        if (value instanceof OffsetDateTime time) {
            return time.atZoneSameInstant(ZoneOffset.UTC);
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toLocalDateTime();
        }
        if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        if (value instanceof Blob blob) {
            return HEX.formatHex(blob.getBytes(1, Math.toIntExact(blob.length())));
        }
        return value instanceof java.time.LocalDate ? value : value.toString();
    }

    private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
        List<@Nullable Object> list = new ArrayList<>(values.length);
        for (Object value : values) {
            list.add(of(value));
        }
        return list;
    }

    private static Map<@Nullable Object, @Nullable Object> map(Map<?, ?> values) throws SQLException {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            map.put(of(entry.getKey()), of(entry.getValue()));
        }
        return map;
    }
}
