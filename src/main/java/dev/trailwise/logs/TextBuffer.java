package dev.trailwise.logs;

import java.util.Arrays;

/** Bytes of UTF-8 text under construction, used again and again, and the ways in which JSON strings are rewritten. */
final class TextBuffer {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    private static final int REPLACEMENT = 0xFFFD;

    private byte[] bytes = new byte[256];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    /** Takes back what was added since the text had this length. */
    void truncate(int to) {
        length = to;
    }

    /** The buffer itself, longer than the text. */
    byte[] bytes() {
        return bytes;
    }

    /** The place of this text among the keys, or -1. */
    int in(KeyTable keys) {
        if (bytes.length - length < KeyTable.PADDING) {
            bytes = Arrays.copyOf(bytes, length + KeyTable.PADDING);
        }
        return keys.find(bytes, 0, length);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void add(int b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) b;
    }

    void add(byte[] more) {
        add(more, 0, more.length);
    }

    void add(byte[] from, int start, int stop) {
        int count = stop - start;
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    /** Adds the characters of a validated JSON string, given without its quotes. A lone surrogate becomes U+FFFD. */
    void unescaped(byte[] b, int start, int stop) {
        rewrite(b, start, stop, false);
    }

    /** Adds them escaped again, as little as JSON allows: quote, backslash and control characters. */
    void reescaped(byte[] b, int start, int stop) {
        rewrite(b, start, stop, true);
    }

    /** Adds text as a JSON string's characters. */
    void escaped(byte[] text) {
        for (byte b : text) {
            character(b & 0xFF, b >= 0);
        }
    }

    private void rewrite(byte[] b, int start, int stop, boolean escape) {
        int p = start;
        while (p < stop) {
            int plain = p;
            while (p < stop && b[p] != '\\') {
                p++;
            }
            add(b, plain, p);
            if (p == stop) {
                return;
            }
            if (b[p + 1] != 'u') {
                character(simple(b[p + 1]), escape);
                p += 2;
                continue;
            }
            int unit = hex(b, p + 2);
            p += 6;
            if (Character.isHighSurrogate((char) unit)
                    && p + 6 <= stop
                    && b[p] == '\\'
                    && b[p + 1] == 'u'
                    && Character.isLowSurrogate((char) hex(b, p + 2))) {
                utf8(Character.toCodePoint((char) unit, (char) hex(b, p + 2)));
                p += 6;
            } else if (unit < 0x80) {
                character(unit, escape);
            } else {
                utf8(Character.isSurrogate((char) unit) ? REPLACEMENT : unit);
            }
        }
    }

    private static int simple(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }

    private static int hex(byte[] b, int p) {
        int unit = 0;
        for (int i = p; i < p + 4; i++) {
            unit = unit << 4 | Character.digit(b[i], 16);
        }
        return unit;
    }

    private void character(int c, boolean escape) {
        if (!escape || (c >= ' ' && c != '"' && c != '\\')) {
            add(c);
            return;
        }
        add('\\');
        switch (c) {
            case '\b' -> add('b');
            case '\f' -> add('f');
            case '\n' -> add('n');
            case '\r' -> add('r');
            case '\t' -> add('t');
            case '"', '\\' -> add(c);
            default -> {
                add(new byte[] {'u', '0', '0'});
                add(HEX[c >> 4]);
                add(HEX[c & 15]);
            }
        }
    }

    private void utf8(int c) {
        if (c < 0x800) {
            add(0xC0 | (c >> 6));
        } else if (c < 0x10000) {
            add(0xE0 | (c >> 12));
            add(0x80 | (c >> 6 & 0x3F));
        } else {
            add(0xF0 | (c >> 18));
            add(0x80 | (c >> 12 & 0x3F));
            add(0x80 | (c >> 6 & 0x3F));
        }
        add(0x80 | (c & 0x3F));
    }
}
