package dev.trailwise.local.rows;

import dev.trailwise.engine.NestedJson;
import dev.trailwise.engine.Utf8;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** Reads columns of a chunk in DuckDB's own memory, as {@link RowReader} reads the same from a result. */
final class Vectors {
    static final String TEXT = "VARCHAR";

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),(\\d+)\\)");
    private static final MethodHandle DATA;
    private static final MethodHandle BYTES;

    // The driver gives texts as strings only, whose characters would have to be made bytes again.
    static {
        try {
            Field data = DuckDBReadableVector.class.getDeclaredField("data");
            data.setAccessible(true);
            DATA = MethodHandles.lookup().unreflectGetter(data);
            Method bytes = Class.forName("org.duckdb.DuckDBBindings")
                    .getDeclaredMethod("duckdb_vector_get_string", ByteBuffer.class, long.class);
            bytes.setAccessible(true);
            BYTES = MethodHandles.lookup().unreflect(bytes);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this DuckDB driver does not give the bytes of a text", e);
        }
    }

    /** Reads the value of a row that is not NULL. */
    interface Column {
        Object value(long row) throws SQLException;
    }

    private Vectors() {}

    /**
     * The type that a function takes to read a column; of a text, or of JSON, its length.
     *
     * @param type of the column, in DuckDB's words
     * @return nothing when it cannot be read here
     */
    static Optional<DuckDBLogicalType> parameter(String type) throws SQLException {
        if (NestedTypes.isJson(type)) {
            return Optional.of(DuckDBLogicalType.of(DuckDBColumnType.BIGINT));
        }
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            return Optional.of(
                    DuckDBLogicalType.decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2))));
        }
        @Nullable
        DuckDBColumnType read = switch (type) {
            case TEXT, "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
                DuckDBColumnType.BIGINT;
            case "UBIGINT", "HUGEINT" -> DuckDBColumnType.HUGEINT;
            case "TIMESTAMP WITH TIME ZONE" -> DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE;
            case "BOOLEAN", "FLOAT", "DOUBLE", "DATE", "TIMESTAMP" -> DuckDBColumnType.valueOf(type);
            default -> null;
        };
        return read == null ? Optional.empty() : Optional.of(DuckDBLogicalType.of(read));
    }

    static Column column(DuckDBReadableVector vector) {
        return switch (vector.getType()) {
            case BOOLEAN -> vector::getBoolean;
            case BIGINT -> vector::getLong;
            case DOUBLE -> vector::getDouble;
            case HUGEINT -> row -> converted(vector.getHugeInt(row));
            case FLOAT -> row -> converted(vector.getFloat(row));
            case DECIMAL -> row -> converted(vector.getBigDecimal(row));
            case DATE -> row -> converted(vector.getLocalDate(row));
            case TIMESTAMP -> vector::getLocalDateTime;
            case TIMESTAMP_WITH_TIME_ZONE -> row -> converted(vector.getOffsetDateTime(row));
            default -> throw new IllegalStateException("no reader for " + vector.getType());
        };
    }

    private static Object converted(Object value) throws SQLException {
        Object converted = Values.of(value);
        if (converted == null) {
            throw new IllegalStateException("no value");
        }
        return converted;
    }

    /** The texts of each row in one: a call into DuckDB for each of them would take most of the time. */
    static final class Packed {
        private final ByteBuffer data;
        private byte[] bytes = {};
        private long row = -1;
        private int at;

        Packed(DuckDBReadableVector vector) {
            try {
                data = (ByteBuffer) DATA.invokeExact(vector);
            } catch (Throwable e) {
                throw new IllegalStateException("the texts could not be read", e);
            }
        }

        /** The next text of the row. */
        private Utf8 next(long next, int length) {
            if (next != row) {
                row = next;
                at = 0;
                try {
                    bytes = (byte[]) BYTES.invokeExact(data, next);
                } catch (Throwable e) {
                    throw new IllegalStateException("the text could not be read", e);
                }
            }
            at += length;
            return new Utf8(bytes, at - length, at);
        }

        /** JSON of a column, by its lengths. */
        Column json(DuckDBReadableVector lengths) {
            return row -> new NestedJson(next(row, (int) lengths.getLong(row)));
        }

        /**
         * The texts of a column.
         *
         * @param lengths in bytes
         */
        Column column(DuckDBReadableVector lengths) {
            return row -> next(row, (int) lengths.getLong(row));
        }
    }
}
