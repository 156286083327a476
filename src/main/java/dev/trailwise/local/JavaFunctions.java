package dev.trailwise.local;

import dev.trailwise.sql.scalar.InvalidValue;
import dev.trailwise.sql.scalar.Kind;
import dev.trailwise.sql.scalar.ScalarFunction;
import dev.trailwise.sql.scalar.ScalarFunctions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * The functions in Java that a query uses, as DuckDB's. DuckDB calls a function of one column for all values of a dictionary,
 * even for those that the CASE around it has not chosen. So a function gives NULL where Trino fails, and its twin that fails
 * has one more parameter, which keeps DuckDB from it.
 */
public final class JavaFunctions {
    private JavaFunctions() {}

    /**
     * Makes functions known to a connection.
     *
     * @param names their names in DuckDB
     * @param fatal receives a failure that ends the query even where DuckDB's TRY hides it
     */
    public static void register(Connection connection, Collection<String> names, Consumer<InvalidValue> fatal)
            throws SQLException {
        for (String name : names) {
            boolean checked = name.endsWith(ScalarFunction.CHECKED);
            String plain = name.substring(
                    ScalarFunctions.PREFIX.length(), name.length() - (checked ? ScalarFunction.CHECKED.length() : 0));
            ScalarFunction function = ScalarFunctions.named(plain);
            register(connection, name, function, checked, fatal);
        }
    }

    private static void register(
            Connection connection, String name, ScalarFunction function, boolean checked, Consumer<InvalidValue> fatal)
            throws SQLException {
        Function<Object[], @Nullable Object> plain = checked ? function.body()::apply : function::value;
        Function<Object[], @Nullable Object> body = arguments -> {
            try {
                return plain.apply(arguments);
            } catch (InvalidValue invalid) {
                if (invalid.isFatal()) {
                    fatal.accept(invalid);
                }
                throw invalid;
            }
        };
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(name).withReturnType(type(function.result()));
            for (Kind parameter : function.parameters()) {
                builder.withParameter(type(parameter));
            }
            if (checked) {
                builder.withParameter(DuckDBColumnType.VARCHAR);
            }
            builder.withVectorizedFunction((in, out) -> apply(in, out, function, body))
                    .register(connection);
        }
    }

    private static DuckDBColumnType type(Kind kind) {
        return switch (kind) {
            case TEXT -> DuckDBColumnType.VARCHAR;
            case WHOLE -> DuckDBColumnType.BIGINT;
            case REAL -> DuckDBColumnType.DOUBLE;
            case TRUTH -> DuckDBColumnType.BOOLEAN;
        };
    }

    private static void apply(
            DuckDBDataChunkReader in,
            DuckDBWritableVector out,
            ScalarFunction function,
            Function<Object[], @Nullable Object> body) {
        int count = function.parameters().size();
        DuckDBReadableVector[] columns = new DuckDBReadableVector[count];
        for (int k = 0; k < count; k++) {
            columns[k] = in.vector(k);
        }
        Object[] arguments = new Object[count];
        for (long row = 0; row < in.rowCount(); row++) {
            Object value = read(columns, row, function, arguments) ? body.apply(arguments) : null;
            write(out, row, value, function.result());
        }
    }

    /** Whether none of the arguments is NULL. */
    private static boolean read(DuckDBReadableVector[] columns, long row, ScalarFunction function, Object[] arguments) {
        for (int k = 0; k < columns.length; k++) {
            if (columns[k].isNull(row)) {
                return false;
            }
            arguments[k] = switch (function.parameters().get(k)) {
                case TEXT -> columns[k].getString(row);
                case WHOLE -> (Object) columns[k].getLong(row);
                case REAL -> (Object) columns[k].getDouble(row);
                case TRUTH -> (Object) columns[k].getBoolean(row);
            };
        }
        return true;
    }

    private static void write(DuckDBWritableVector out, long row, @Nullable Object value, Kind result) {
        if (value == null) {
            out.setNull(row);
            return;
        }
        switch (result) {
            case TEXT -> out.setString(row, (String) value);
            case WHOLE -> out.setLong(row, (Long) value);
            case REAL -> out.setDouble(row, (Double) value);
            case TRUTH -> out.setBoolean(row, (Boolean) value);
        }
    }
}
