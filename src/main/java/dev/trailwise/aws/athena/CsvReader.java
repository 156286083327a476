package dev.trailwise.aws.athena;

import dev.trailwise.engine.Utf8;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the CSV that Athena writes: every value is in quotes, which are doubled within; NULL is an empty field without
 * quotes; a value can hold line breaks. Lines may end with LF, as Athena writes them, or with CR LF, as some emulators of
 * Athena do. Fields are views of the buffer; one with quotes in it is copied.
 */
final class CsvReader {
    private static final int INITIAL = 1 << 17;

    private final InputStream in;
    private final int[] starts;
    private final int[] ends;
    private final int[] quotes;
    private final boolean[] nulls;
    private byte[] buffer = new byte[INITIAL];
    private int at;
    private int limit;
    private boolean ended;
    private long row;

    /** @param columns how many fields each row has */
    CsvReader(InputStream in, int columns) {
        this.in = in;
        this.starts = new int[columns];
        this.ends = new int[columns];
        this.quotes = new int[columns];
        this.nulls = new boolean[columns];
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws IOException when the file ends within a row, or is no CSV of that many columns
     */
    boolean next() throws IOException {
        while (true) {
            if (at < limit) {
                int after = scan();
                if (after >= 0) {
                    at = after;
                    row++;
                    return true;
                }
            }
            if (ended) {
                if (at == limit) {
                    return false;
                }
                throw new EOFException("it ends within row " + row);
            }
            fill();
        }
    }

    boolean isNull(int column) {
        return nulls[column];
    }

    /** The text of a field, until the next row. */
    Utf8 text(int column) {
        return quotes[column] == 0 ? new Utf8(buffer, starts[column], ends[column]) : unquoted(column);
    }

    /** Finds the fields of the row at {@link #at}, and gives the place after it; -1 when the buffer ends before. */
    private int scan() throws IOException {
        int i = at;
        for (int column = 0; column < starts.length; column++) {
            if (i >= limit) {
                return -1;
            }
            boolean quoted = buffer[i] == '"';
            i = quoted ? quoted(column, i + 1) : plain(column, i);
            if (i < 0) {
                return -1;
            }
            if (i == limit && !(ended && column == starts.length - 1)) {
                return -1;
            }
            boolean last = column == starts.length - 1;
            if (last && i + 1 < limit && buffer[i] == '\r' && buffer[i + 1] == '\n') {
                i++;
            } else if (last && i + 1 == limit && buffer[i] == '\r' && !ended) {
                return -1; // a line feed may follow
            }
            byte expected = (byte) (last ? '\n' : ',');
            if (i < limit && buffer[i] != expected) {
                throw new IOException("row " + row + " has not " + starts.length + " columns");
            }
            i++;
        }
        return Math.min(i, limit);
    }

    /** The place after the closing quote of a field, whose first byte is given. */
    private int quoted(int column, int first) {
        byte[] bytes = buffer;
        int end = limit;
        int doubled = 0;
        for (int i = first; i < end; i++) {
            if (bytes[i] != '"') {
                continue;
            }
            if (i + 1 == end && !ended) {
                return -1; // a quote may follow
            }
            if (i + 1 < end && bytes[i + 1] == '"') {
                doubled++;
                i++;
                continue;
            }
            starts[column] = first;
            ends[column] = i;
            quotes[column] = doubled;
            nulls[column] = false;
            return i + 1;
        }
        return -1;
    }

    private int plain(int column, int first) {
        int i = first;
        while (i < limit && buffer[i] != ',' && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        starts[column] = first;
        ends[column] = i;
        quotes[column] = 0;
        nulls[column] = i == first;
        return i;
    }

    /** A copy of the field with one quote for two. */
    private Utf8 unquoted(int column) {
        int to = ends[column];
        byte[] copy = new byte[to - starts[column] - quotes[column]];
        int size = 0;
        for (int i = starts[column]; i < to; i++) {
            copy[size++] = buffer[i];
            if (buffer[i] == '"') {
                i++;
            }
        }
        return new Utf8(copy, 0, size);
    }

    /** Reads on, with the begun row at the start of the buffer. */
    private void fill() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        limit -= at;
        at = 0;
        if (limit == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int got = in.read(buffer, limit, buffer.length - limit);
        if (got < 0) {
            ended = true;
        } else {
            limit += got;
        }
    }
}
