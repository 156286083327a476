package dev.trailwise.output;

import dev.trailwise.engine.Utf8;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a renderer does to text that is ASCII, learned from the renderer itself, a character at a time; for renderers to
 * which it does not matter what stands beside a character, but for spaces at the ends.
 */
final class PlainText {
    private static final int ASCII = 128;
    private static final byte PLAIN = 0;
    private static final byte REPLACED = 1;
    private static final byte OTHER = 2;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = ONES << 7;
    private static final int MOST_MARKS = 3;

    private final byte[] kinds = new byte[2 * ASCII];
    private final byte[][] texts = new byte[ASCII][];
    private final boolean[] quoting = new boolean[ASCII];
    private final boolean always;

    /** The characters above the control characters that are not plain, each in eight bytes. */
    private long[] marks = {};

    /** The high bits when only ASCII is plain. */
    private long beyond;

    private PlainText(boolean always) {
        this.always = always;
    }

    /**
     * @param cell the renderer's
     * @param beyond whether characters beyond ASCII are written as they are
     */
    static PlainText of(BiConsumer<StringBuilder, @Nullable Object> cell, boolean beyond) {
        PlainText plain = new PlainText(rendered(cell, 'b').startsWith("\""));
        for (char c = 0; c < ASCII; c++) {
            plain.learn(c, rendered(cell, c));
        }
        for (int k = ASCII; k < 2 * ASCII; k++) {
            plain.kinds[k] = beyond ? PLAIN : OTHER;
        }
        plain.beyond = beyond ? 0 : HIGHS;
        plain.marks = IntStream.range(' ', ASCII)
                .filter(c -> plain.kinds[c] != PLAIN)
                .mapToLong(c -> c * ONES)
                .toArray();
        return plain;
    }

    /** The text of the character between two others. */
    private static String rendered(BiConsumer<StringBuilder, @Nullable Object> cell, char c) {
        StringBuilder text = new StringBuilder();
        cell.accept(text, "a" + c + "a");
        return text.toString();
    }

    private void learn(char c, String rendered) {
        boolean quoted = rendered.startsWith("\"");
        int outer = quoted ? 2 : 1;
        String text = rendered.substring(outer, rendered.length() - outer);
        quoting[c] = quoted && !always;
        texts[c] = TextOutput.encoded(text);
        kinds[c] = text.equals(String.valueOf(c)) && !quoting[c] ? PLAIN : REPLACED;
    }

    /**
     * How many bytes a text becomes.
     *
     * @return negative when the renderer has to write it
     */
    int size(Utf8 text) {
        byte[] bytes = text.bytes();
        int to = text.to();
        if (text.from() == to || bytes[text.from()] == ' ' || bytes[to - 1] == ' ') {
            return -1;
        }
        byte[] kind = kinds;
        int i = marks.length > MOST_MARKS ? text.from() : skip(bytes, text.from(), to);
        while (i < to && kind[bytes[i] & 0xFF] == PLAIN) {
            i++;
        }
        int plain = i - text.from();
        return i == to ? plain + (always ? 2 : 0) : size(bytes, i, to, plain);
    }

    /** Moves past plain characters, eight at a time. */
    private int skip(byte[] bytes, int from, int to) {
        long[] known = marks;
        int i = from;
        while (i + Long.BYTES <= to) {
            long word = (long) LONG.get(bytes, i);
            long stops = ((word - ONES * ' ') & ~word) | (word & beyond);
            for (long mark : known) {
                long same = word ^ mark;
                stops |= (same - ONES) & ~same;
            }
            if ((stops & HIGHS) != 0) {
                break;
            }
            i += Long.BYTES;
        }
        return i;
    }

    private int size(byte[] bytes, int from, int to, int plain) {
        int size = plain;
        boolean quotes = always;
        for (int i = from; i < to; i++) {
            int c = bytes[i] & 0xFF;
            switch (kinds[c]) {
                case PLAIN -> size++;
                case REPLACED -> {
                    size = Math.addExact(size, texts[c].length);
                    quotes |= quoting[c];
                }
                default -> {
                    return -1;
                }
            }
        }
        return size + (quotes ? 2 : 0);
    }

    /**
     * Writes a text.
     *
     * @param size as {@link #size} told
     */
    void put(Utf8 text, int size, byte[] target, int at) {
        int length = text.to() - text.from();
        int outer = always ? 1 : 0;
        if (size == length + 2 * outer) { // nothing is replaced: that takes more
            target[at] = '"';
            target[at + size - 1] = '"';
            System.arraycopy(text.bytes(), text.from(), target, at + outer, length);
            return;
        }
        int end = at;
        boolean quotes = always || quoted(text);
        if (quotes) {
            target[end++] = '"';
        }
        for (int i = text.from(); i < text.to(); i++) {
            byte c = text.bytes()[i];
            if (kinds[c & 0xFF] == PLAIN) {
                target[end++] = c;
            } else {
                for (byte b : texts[c]) {
                    target[end++] = b;
                }
            }
        }
        if (quotes) {
            target[end] = '"';
        }
    }

    private boolean quoted(Utf8 text) {
        for (int i = text.from(); i < text.to(); i++) {
            byte c = text.bytes()[i];
            if (c >= 0 && quoting[c]) {
                return true;
            }
        }
        return false;
    }
}
