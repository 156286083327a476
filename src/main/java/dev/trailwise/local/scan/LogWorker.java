package dev.trailwise.local.scan;

import dev.trailwise.logs.EventReader;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionState;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** One thread's share of a scan: reads file after file, a chunk of rows at a time. Small files share a chunk. */
final class LogWorker implements DuckDBTableFunctionState {
    private static final int CHUNK = 2048;

    private final int[] columns;
    private final int[] leaves;
    private final byte[][][] values;
    private final long[] ordinals = new long[CHUNK];
    private final ReadMeter meter;
    private @Nullable ScanCursor cursor;
    private Predicate<EventReader> filter = event -> true;

    /** @param columns the projected columns of {@link LogFunction}: 0 is the file's number, the leaves follow */
    LogWorker(int[] columns, ReadMeter meter) {
        this.columns = columns;
        this.meter = meter;
        this.leaves = IntStream.of(columns)
                .filter(column -> column > 0)
                .map(column -> column - 1)
                .toArray();
        this.values = new byte[leaves.length][CHUNK][];
    }

    /** Fills a chunk; the number of its rows, 0 when all files are taken and read. */
    int fill(LogScan.Pass pass, DuckDBDataChunkWriter chunk) {
        ScanCursor files = cursor(pass);
        int limit = Math.toIntExact(Math.min(CHUNK, chunk.capacity()));
        int row = 0;
        while (row < limit && !(row > 0 && files.events().full()) && files.open()) {
            int filled = files.events().fill(values, row, limit, filter);
            Arrays.fill(ordinals, row, row + filled, files.ordinal());
            row += filled;
            files.read();
        }
        write(chunk, row);
        return row;
    }

    private ScanCursor cursor(LogScan.Pass pass) {
        ScanCursor files = cursor;
        if (files == null) {
            filter = pass.scan().filter().after(leaves.length);
            files = new ScanCursor(pass, pass.scan().filter().added(leaves), meter);
            cursor = files;
        }
        return files;
    }

    private void write(DuckDBDataChunkWriter chunk, int rows) {
        int slot = 0;
        for (int k = 0; k < columns.length; k++) {
            DuckDBWritableVector vector = chunk.vector(k);
            if (columns[k] == 0) {
                writeOrdinals(vector, rows);
            } else {
                byte[][] texts = values[slot++];
                vector.setStringUtf8Batch(0, rows == CHUNK ? texts : Arrays.copyOf(texts, rows));
            }
        }
    }

    private void writeOrdinals(DuckDBWritableVector vector, int rows) {
        for (int row = 0; row < rows; row++) {
            vector.setLong(row, ordinals[row]);
        }
    }

    /** Called by DuckDB at the end. */
    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }
}
