package dev.trailwise.local;

import dev.trailwise.logs.EventReader;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionState;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** One thread's share of a scan: reads file after file, a chunk of rows at a time. Small files share a chunk. */
final class LogWorker implements DuckDBTableFunctionState {
    private static final int CHUNK = 2048;
    private static final int NONE = -1;

    private final int[] columns;
    private final int[] leaves;
    private final byte[][][] values;
    private final long[] ordinals = new long[CHUNK];
    private final ReadMeter meter;
    private @Nullable EventReader reader;
    private @Nullable LogScan scan;
    private int file = NONE;
    private long metered;

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
        EventReader events = reader(pass);
        int limit = Math.toIntExact(Math.min(CHUNK, chunk.capacity()));
        int row = 0;
        while (row < limit
                && !(row > 0 && events.full())
                && !pass.scan().stopped()
                && (file != NONE || openNext(pass, events))) {
            int filled = events.fill(values, row, limit);
            Arrays.fill(ordinals, row, row + filled, pass.scan().ordinal(file));
            row += filled;
            meter(pass, events, filled);
            if (events.ended()) {
                pass.scan().report(file, events.report(), true);
                file = NONE;
            }
        }
        write(chunk, row);
        return row;
    }

    /** Tells the meter what was read of the file since the last call; files that are read again count once. */
    private void meter(LogScan.Pass pass, EventReader events, int filled) {
        if (pass.isFirst()) {
            long size = pass.scan().files().get(file).size();
            long read = events.ended() ? size : Math.min(size, events.consumed());
            meter.add(read - metered, filled);
            metered = events.ended() ? 0 : read;
        }
    }

    private EventReader reader(LogScan.Pass pass) {
        EventReader events = reader;
        if (events == null) {
            events = pass.reader(leaves);
            reader = events;
            scan = pass.scan();
        }
        return events;
    }

    private boolean openNext(LogScan.Pass pass, EventReader events) {
        file = pass.take();
        if (file == NONE) {
            return false;
        }
        events.open(pass.scan().files().get(file));
        return true;
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

    /** Called by DuckDB at the end; there is a file in progress when the question was satisfied before its end. */
    @Override
    public void close() {
        if (reader != null && scan != null) {
            if (file != NONE) {
                scan.report(file, reader.report(), false);
            }
            reader.close();
        }
    }
}
