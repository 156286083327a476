package dev.trailwise.aws.athena;

import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a result file into rows. Memory does not grow with it. */
final class ResultRows {
    private final ValueReader[] values;

    ResultRows(List<ValueReader> values) {
        this.values = values.toArray(ValueReader[]::new);
    }

    /** Streams the rows, and returns how many there were. */
    long stream(InputStream file, RowSink sink) {
        try {
            return rows(new CsvReader(file, values.length), sink);
        } catch (IOException cut) {
            throw new Failure(
                    ExitCode.UNAVAILABLE, "the result could not be read to its end: " + cut.getMessage(), cut);
        }
    }

    private long rows(CsvReader reader, RowSink sink) throws IOException {
        @Nullable Object[] row = new @Nullable Object[values.length];
        long rows = 0;
        reader.next(); // the names of the columns
        while (reader.next()) {
            for (int i = 0; i < row.length; i++) {
                row[i] = reader.isNull(i) ? null : values[i].value(reader.bytes(i), reader.start(i), reader.end(i));
            }
            sink.row(row);
            rows++;
        }
        return rows;
    }
}
