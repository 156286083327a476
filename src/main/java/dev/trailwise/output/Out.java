package dev.trailwise.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Buffered UTF-8 text on a stream. What UTF-8 cannot carry, a surrogate without its pair, becomes U+FFFD. */
final class Out {
    private static final int FULL = 1 << 14;
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private final StringBuilder buffer = new StringBuilder(2 * FULL);
    private final Writer writer;
    private final boolean eager;

    /** @param eager whether each row is passed on at once */
    Out(OutputStream stream, boolean eager) {
        this.writer = new OutputStreamWriter(
                stream,
                StandardCharsets.UTF_8
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(REPLACEMENT));
        this.eager = eager;
    }

    /** Where the text of the row is put. */
    StringBuilder buffer() {
        return buffer;
    }

    Out text(CharSequence text) {
        buffer.append(text);
        return this;
    }

    Out text(char c) {
        buffer.append(c);
        return this;
    }

    /** Ends a line. */
    void endLine() {
        buffer.append('\n');
        if (eager) {
            flush();
        } else if (buffer.length() >= FULL) {
            drain();
        }
    }

    void flush() {
        drain();
        try {
            writer.flush();
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }

    private void drain() {
        try {
            writer.append(buffer);
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
        buffer.setLength(0);
        if (buffer.capacity() > 64 * FULL) {
            buffer.trimToSize();
        }
    }
}
