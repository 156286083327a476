package dev.trailwise.aws.athena;

import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RowText;
import dev.trailwise.engine.Utf8;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns a result file into rows. Memory does not grow with it. */
final class ResultRows {
    private final ValueReader[] values;

    ResultRows(List<ValueReader> values) {
        this.values = values.toArray(ValueReader[]::new);
    }

    /**
     * Streams the rows, and returns how many there were.
     *
     * @param texts makes text of them where the sink takes that
     */
    long stream(InputStream file, RowSink sink, Optional<Supplier<RowText>> texts) {
        try {
            CsvReader reader = new CsvReader(file, values.length);
            reader.next(); // the names of the columns
            return texts.isPresent() ? texts(reader, sink, texts.get().get()) : rows(reader, sink);
        } catch (IOException cut) {
            throw new Failure(
                    ExitCode.UNAVAILABLE, "the result could not be read to its end: " + cut.getMessage(), cut);
        }
    }

    private long rows(CsvReader reader, RowSink sink) throws IOException {
        @Nullable Object[] row = new @Nullable Object[values.length];
        long rows = 0;
        while (reader.next()) {
            for (int i = 0; i < row.length; i++) {
                row[i] = reader.isNull(i) ? null : value(i, reader.text(i));
            }
            sink.row(row);
            rows++;
        }
        return rows;
    }

    private long texts(CsvReader reader, RowSink sink, RowText text) throws IOException {
        @Nullable Object[] row = new @Nullable Object[values.length];
        long rows = 0;
        long passed = 0;
        while (reader.next()) {
            for (int i = 0; i < row.length; i++) {
                row[i] = reader.isNull(i) ? null : textOrValue(i, reader.text(i));
            }
            text.row(row);
            rows++;
            if (text.full()) {
                sink.rows(text.take(), rows - passed);
                passed = rows;
            }
        }
        if (rows > passed) {
            sink.rows(text.take(), rows - passed);
        }
        return rows;
    }

    private Object textOrValue(int column, Utf8 text) {
        return values[column] == ResultValue.TEXT ? text : value(column, text);
    }

    private Object value(int column, Utf8 text) {
        return values[column].value(text.bytes(), text.from(), text.to());
    }
}
