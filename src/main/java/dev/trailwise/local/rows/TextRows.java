package dev.trailwise.local.rows;

import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RowText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Rows that become text on DuckDB's own threads, a chunk of them at a time, in a function of all columns around the query.
 * Where their order does not matter, each thread writes its text itself. Otherwise the function gives, at the last of some
 * rows, the text of all of them, and NULL at the others.
 */
public final class TextRows implements RowDelivery {
    private static final String NAME = "row_text";

    private final RowSink sink;
    private final Supplier<RowText> texts;
    private final List<String> types;
    private final boolean ordered;
    private final Runnable begin;
    private final Queue<RowText> idle = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final LongAdder made = new LongAdder();
    private long passed;
    private long pending;

    private TextRows(RowSink sink, Supplier<RowText> texts, List<String> types, boolean ordered, Runnable begin) {
        this.sink = sink;
        this.texts = texts;
        this.types = types;
        this.ordered = ordered;
        this.begin = begin;
    }

    /**
     * Makes the function known to the connection.
     *
     * @param ordered whether the order of the rows matters
     * @param begin called before text reaches the sink
     * @return nothing when the sink wants values, or those of a type cannot be read so
     */
    public static Optional<TextRows> of(
            Connection connection, RowReader reader, RowSink sink, boolean ordered, Runnable begin)
            throws SQLException {
        List<DuckDBLogicalType> parameters = new ArrayList<>();
        for (String type : reader.types()) {
            Vectors.parameter(type).ifPresent(parameters::add);
        }
        if (parameters.size() < reader.types().size()) {
            return Optional.empty();
        }
        Optional<Supplier<RowText>> texts = sink.text(reader.columns());
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        TextRows rows = new TextRows(sink, texts.get(), reader.types(), ordered, begin);
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(NAME)
                    .withParameter(DuckDBColumnType.VARCHAR)
                    .withParameters(parameters.toArray(DuckDBLogicalType[]::new))
                    .withReturnType(ordered ? DuckDBColumnType.VARCHAR : DuckDBColumnType.BIGINT)
                    .withVolatile() // or DuckDB would call it once for rows that are alike
                    .withVectorizedFunction(rows::render)
                    .register(connection);
        }
        return Optional.of(rows);
    }

    /** The query with the function around it. */
    public String around(String sql) {
        List<String> names = new ArrayList<>();
        List<String> read = new ArrayList<>();
        List<String> texts = new ArrayList<>(List.of("''"));
        List<String> arguments = new ArrayList<>();
        for (String type : types) {
            String name = "c" + names.size();
            boolean nested = NestedTypes.isJson(type);
            boolean packed = nested || type.equals(Vectors.TEXT);
            names.add(name);
            read.add(
                    nested
                            ? "CASE WHEN " + name + " IS NOT NULL THEN CAST(to_json(" + name + ") AS VARCHAR) END AS "
                                    + name
                            : name);
            if (packed) {
                texts.add(name);
            }
            arguments.add(packed ? "strlen(" + name + ")" : name);
        }
        String call = NAME + "(concat(" + String.join(", ", texts) + "), " + String.join(", ", arguments) + ")";
        return "SELECT " + (ordered ? "encode(" : "sum(") + call + ") FROM (SELECT " + String.join(", ", read)
                + " FROM (" + sql + "\n) AS rows_of(" + String.join(", ", names) + ")) AS texts_of";
    }

    /** Called on several threads, which DuckDB's driver starts for each call. */
    private void render(DuckDBDataChunkReader in, DuckDBWritableVector out) throws SQLException {
        try {
            RowText known = idle.poll();
            RowText text = known == null ? texts.get() : known;
            render(in, out, text);
            idle.add(text);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    private void render(DuckDBDataChunkReader in, DuckDBWritableVector out, RowText text) throws SQLException {
        int columns = types.size();
        Vectors.Packed packed = new Vectors.Packed(in.vector(0));
        DuckDBReadableVector[] vectors = new DuckDBReadableVector[columns];
        Vectors.Column[] readers = new Vectors.Column[columns];
        for (int k = 0; k < columns; k++) {
            vectors[k] = in.vector(k + 1);
            readers[k] = reader(types.get(k), vectors[k], packed);
        }
        @Nullable Object[] values = new @Nullable Object[columns];
        long count = in.rowCount();
        long done = 0;
        for (long row = 0; row < count; row++) {
            for (int k = 0; k < columns; k++) {
                values[k] = vectors[k].isNull(row) ? null : readers[k].value(row);
            }
            text.row(values);
            boolean full = row == count - 1 || text.full();
            if (!ordered) {
                out.setLong(row, 1);
                if (full) {
                    pass(text.take(), row + 1 - done);
                    done = row + 1;
                }
            } else if (full) {
                out.setStringUtf8Batch(row, new byte[][] {text.take()});
            } else {
                out.setNull(row);
            }
        }
        made.add(count);
    }

    private static Vectors.Column reader(String type, DuckDBReadableVector vector, Vectors.Packed packed) {
        if (NestedTypes.isJson(type)) {
            return packed.json(vector);
        }
        return type.equals(Vectors.TEXT) ? packed.column(vector) : Vectors.column(vector);
    }

    private synchronized void pass(byte[] text, long count) {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        begin.run();
        sink.rows(text, count);
        passed += count;
    }

    @Override
    public void row(ResultSet rows) throws SQLException {
        if (!ordered) {
            pending = rows.getLong(1) - passed;
            return;
        }
        pending++;
        byte[] text = rows.getBytes(1);
        if (text != null) {
            pass(text, pending);
            pending = 0;
        }
    }

    @Override
    public synchronized long end() {
        if (pending != 0 || passed != made.sum()) {
            throw new IllegalStateException(made.sum() + " rows were made text, of which " + passed + " arrived");
        }
        return passed;
    }

    /** Throws what a query failed of when that was no fault of the query's. */
    @Override
    public void checkFailure() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
