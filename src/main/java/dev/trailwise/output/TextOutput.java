package dev.trailwise.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Buffered UTF-8 text on a stream. What UTF-8 cannot carry, a surrogate without its pair, becomes U+FFFD. */
final class TextOutput {
    private static final int FULL = 1 << 15;

    private final StringBuilder buffer = new StringBuilder(2 * FULL);
    private final OutputStream stream;
    private final boolean eager;

    /** @param eager whether each row is passed on at once */
    TextOutput(OutputStream stream, boolean eager) {
        this.stream = stream;
        this.eager = eager;
    }

    /** Whether each row is passed on at once. */
    boolean eager() {
        return eager;
    }

    /** Where the text of the row is put. */
    StringBuilder buffer() {
        return buffer;
    }

    TextOutput text(CharSequence text) {
        buffer.append(text);
        return this;
    }

    TextOutput text(char c) {
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
            stream.flush();
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }

    /** Bytes that are text already. */
    void bytes(byte[] text, int from) {
        drain();
        write(text, from);
    }

    /** Called between rows only, so never between the two halves of a character. */
    private void drain() {
        if (buffer.length() == 0) {
            return;
        }
        write(encoded(buffer.toString()), 0);
        buffer.setLength(0);
        if (buffer.capacity() > 32 * FULL) {
            buffer.trimToSize();
        }
    }

    private void write(byte[] text, int from) {
        try {
            stream.write(text, from, text.length - from);
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }

    static byte[] encoded(String text) {
        return paired(text).getBytes(StandardCharsets.UTF_8);
    }

    /** The text with U+FFFD for each lone surrogate, which {@code getBytes} would make a question mark. */
    private static String paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
