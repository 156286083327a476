package dev.trailwise.local;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowFile;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.local.rows.ParquetRows;
import dev.trailwise.local.rows.TypedText;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlLiteral;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows that another engine gives one by one as a Parquet file. They are kept as text in a table of DuckDB, which
 * spills them to disk when there are many, until the last one has shown which type holds all values of a column.
 */
public final class ParquetWriter implements RowSink, AutoCloseable {
    private final RowSink sink;
    private final RowFile file;
    private final DuckDb database;
    private final List<TypedText> columns = new ArrayList<>();
    private List<ResultColumn> answer = List.of();
    private @Nullable DuckDBAppender appender;

    private ParquetWriter(RowSink sink, RowFile file, DuckDb database) {
        this.sink = sink;
        this.file = file;
        this.database = database;
    }

    /**
     * Opens one, with a DuckDB of its own.
     *
     * @param sink receives the columns and the end once the file is complete
     */
    public static ParquetWriter open(RowSink sink, RowFile file, ResourceLimits limits) {
        return new ParquetWriter(sink, file, DuckDb.open(1, limits));
    }

    @Override
    public void begin(List<ResultColumn> answer) {
        this.answer = answer;
        for (int place : file.columns(answer)) {
            columns.add(new TypedText(place, answer.get(place)));
        }
        String table = IntStream.range(0, columns.size())
                .mapToObj(k -> column(k) + " VARCHAR")
                .collect(Collectors.joining(", ", "CREATE TEMP TABLE answer (", ")"));
        checked(() -> {
            database.lock(List.of(file.path()), List.of(table));
            DuckDBConnection connection = database.connection().unwrap(DuckDBConnection.class);
            appender = connection.createAppender("temp", "main", "answer");
        });
    }

    @Override
    public void row(@Nullable Object[] values) {
        DuckDBAppender rows = begun();
        checked(() -> {
            rows.beginRow();
            for (TypedText column : columns) {
                String text = column.text(values);
                if (text == null) {
                    rows.appendNull();
                } else {
                    rows.append(text);
                }
            }
            rows.endRow();
        });
    }

    @Override
    public void finish() {
        String typed = IntStream.range(0, columns.size())
                .mapToObj(k -> columns.get(k).value(column(k)))
                .collect(Collectors.joining(", "));
        checked(() -> {
            begun().close();
            database.run("COPY (SELECT " + typed + " FROM answer) TO "
                    + SqlLiteral.text(file.path().toString()) + " (" + ParquetRows.OPTIONS + ")");
        });
        sink.begin(answer);
        sink.finish();
    }

    private DuckDBAppender begun() {
        if (appender == null) {
            throw new IllegalStateException("rows before their columns");
        }
        return appender;
    }

    private static String column(int place) {
        return "c" + place;
    }

    private interface Step {
        void run() throws SQLException;
    }

    private void checked(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw new Failure(
                    ExitCode.NOT_WRITTEN, Excerpt.neutral("cannot write " + file.path() + ": " + e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
