package dev.trailwise.output;

import java.util.function.BiConsumer;
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

    private final byte[] kinds = new byte[2 * ASCII];
    private final byte[][] texts = new byte[ASCII][];
    private final boolean[] quoting = new boolean[ASCII];
    private final boolean always;

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
        texts[c] = Out.encoded(text);
        kinds[c] = text.equals(String.valueOf(c)) && !quoting[c] ? PLAIN : REPLACED;
    }

    /**
     * How many bytes a text becomes.
     *
     * @return negative when the renderer has to write it
     */
    int size(byte[] text) {
        int length = text.length;
        if (length == 0 || text[0] == ' ' || text[length - 1] == ' ') {
            return -1;
        }
        byte[] kind = kinds;
        int i = 0;
        while (i < length && kind[text[i] & 0xFF] == PLAIN) {
            i++;
        }
        return i == length ? length + (always ? 2 : 0) : size(text, i);
    }

    private int size(byte[] text, int from) {
        int size = from;
        boolean quotes = always;
        for (int i = from; i < text.length; i++) {
            int c = text[i] & 0xFF;
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
    void put(byte[] text, int size, byte[] to, int at) {
        int outer = always ? 1 : 0;
        if (size == text.length + 2 * outer) { // nothing is replaced: that takes more
            to[at] = '"';
            to[at + size - 1] = '"';
            System.arraycopy(text, 0, to, at + outer, text.length);
            return;
        }
        int end = at;
        boolean quotes = always || quoted(text);
        if (quotes) {
            to[end++] = '"';
        }
        for (byte c : text) {
            if (kinds[c & 0xFF] == PLAIN) {
                to[end++] = c;
            } else {
                for (byte b : texts[c]) {
                    to[end++] = b;
                }
            }
        }
        if (quotes) {
            to[end] = '"';
        }
    }

    private boolean quoted(byte[] text) {
        for (byte c : text) {
            if (c >= 0 && quoting[c]) {
                return true;
            }
        }
        return false;
    }
}
