package dev.trailwise.local.rows;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a DuckDB result as the engine's Java types. The array of values is reused. */
public final class RowReader {
    private final List<ResultColumn> columns;
    private final String[] types;
    private final @Nullable Object[] values;

    private RowReader(List<ResultColumn> columns, String[] types) {
        this.columns = columns;
        this.types = types;
        this.values = new Object[types.length];
    }

    public static RowReader of(ResultSetMetaData meta) throws SQLException {
        String[] types = new String[meta.getColumnCount()];
        List<ResultColumn> columns = new ArrayList<>(types.length);
        for (int k = 0; k < types.length; k++) {
            types[k] = meta.getColumnTypeName(k + 1);
            columns.add(new ResultColumn(meta.getColumnName(k + 1), type(types[k])));
        }
        return new RowReader(List.copyOf(columns), types);
    }

    public List<ResultColumn> columns() {
        return columns;
    }

    /** The types of the columns, in DuckDB's words. */
    List<String> types() {
        return List.of(types);
    }

    @Nullable
    public Object[] read(ResultSet row) throws SQLException {
        for (int k = 0; k < values.length; k++) {
            values[k] = value(row, k);
        }
        return values;
    }

    private @Nullable Object value(ResultSet row, int k) throws SQLException {
        if (types[k].equals("VARCHAR")) {
            return row.getString(k + 1);
        }
        if (columns.get(k).type() == ResultType.TIMESTAMP) {
            return row.getObject(k + 1, LocalDateTime.class); // never through java.sql.Timestamp and a local zone
        }
        if (types[k].equals("INTERVAL")) {
            String text = row.getString(k + 1);
            return text == null ? null : IntervalText.trino(text);
        }
        return Values.of(row.getObject(k + 1));
    }

    /** The kind of a type in DuckDB's words, such as {@code DECIMAL(18,3)} or {@code STRUCT(a VARCHAR)[]}. */
    static ResultType type(String duckDb) {
        if (duckDb.endsWith("]") || duckDb.startsWith("STRUCT(") || duckDb.startsWith("MAP(")) {
            return ResultType.NESTED;
        }
        if (duckDb.startsWith("DECIMAL")) {
            return ResultType.DECIMAL;
        }
        return switch (duckDb) {
            case "BOOLEAN" -> ResultType.BOOLEAN;
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT",
                    "UHUGEINT" -> ResultType.INTEGER;
            case "FLOAT", "DOUBLE" -> ResultType.REAL;
            case "DATE" -> ResultType.DATE;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> ResultType.TIMESTAMP;
            case "TIMESTAMP WITH TIME ZONE" -> ResultType.ZONED_TIMESTAMP;
            default -> ResultType.TEXT;
        };
    }
}
