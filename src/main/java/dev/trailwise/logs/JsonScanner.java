package dev.trailwise.logs;

import dev.trailwise.logs.file.UnreadableInput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Validates JSON in place, strictly by RFC 8259 with UTF-8 checked, and finds where each value ends. Every method takes
 * the place where something begins and returns the place after it.
 *
 * <p>The buffer ends in a byte that stops every loop, so that no loop counts: zero while more text may come, then a
 * newline. Whatever stumbles over it at {@link #end} has not met damage but the end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
class JsonScanner {
    /** How many levels of objects and arrays an event may nest; what Jackson allows too. */
    static final int MAX_DEPTH = 1000;

    /** How many bytes the buffer must be longer than its text: the stopping byte, and room for reading eight at once. */
    static final int PADDING = 16;

    /** A string had an escape. */
    static final int ESCAPED = 1;

    /** There is white space between tokens, or an escape that compact JSON writes in another way. */
    static final int LOOSE = 2;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = ONES << 7;
    private static final long TWOS = ONES << 1;
    private static final long QUOTE_OR_CONTROL = ONES * 0x21;
    private static final long BACKSLASHES = ONES * '\\';

    byte[] bytes = new byte[PADDING];

    /** Where the text in the buffer ends. */
    int end;

    /** Whether nothing comes after it. */
    boolean last;

    /** Where the last failure was. */
    int failedAt;

    /** Collects {@link #ESCAPED} and {@link #LOOSE}; whoever wants to know clears it before. */
    int marks;

    int depth;

    private final boolean[] objects = new boolean[MAX_DEPTH + 1];

    /** Sets the byte that stops every loop. */
    final void seal() {
        bytes[end] = (byte) (last ? '\n' : 0);
    }

    final UnreadableInput fail(int at, String reason) {
        failedAt = Math.min(at, end);
        if (at >= end) {
            return last ? new UnreadableInput("the text ends in the middle of a value") : UnreadableInput.underflow();
        }
        return new UnreadableInput(reason);
    }

    final UnreadableInput unexpected(int at, String wanted) {
        int c = bytes[at] & 0xFF;
        String what = c > ' ' && c < 0x7F ? "'" + (char) c + "'" : "byte 0x" + Integer.toHexString(c);
        return fail(at, "invalid JSON (found " + what + ", expected " + wanted + ")");
    }

    /** Skips white space. */
    final int space(int p) {
        return bytes[p] > ' ' ? p : spaces(p);
    }

    private int spaces(int from) {
        int p = from;
        while (p < end && (bytes[p] == ' ' || bytes[p] == '\n' || bytes[p] == '\r' || bytes[p] == '\t')) {
            p++;
        }
        if (p > from) {
            marks |= LOOSE;
        }
        return p;
    }

    /** Skips any value. */
    final int value(int p) throws UnreadableInput {
        byte c = bytes[p];
        if (c == '"') {
            return string(p);
        }
        return c == '{' || c == '[' ? nested(p) : scalar(p);
    }

    /** Skips a string that begins with the quote at {@code p}. */
    final int string(int p) throws UnreadableInput {
        byte[] b = bytes;
        p++;
        while (true) {
            long word = (long) LONG.get(b, p);
            // The lowest bit set is exact: a quote, a backslash, a control character or a byte beyond ASCII. What is
            // set
            // above it may be a borrow. With its bit 2 turned, a quote is below 0x21, where control characters stay.
            long stops = (((word ^ TWOS) - QUOTE_OR_CONTROL) | ((word ^ BACKSLASHES) - ONES) | word) & HIGHS;
            if (stops == 0) {
                p += 8;
                continue;
            }
            p += firstByte(stops);
            if (b[p] == '"') {
                return p + 1;
            }
            p = special(p);
        }
    }

    /**
     * The lowest byte of the word whose high bit is set; no other bits are. One multiplication shifts the byte's number to
     * the top, which the first compiler makes much faster code of than of {@link Long#numberOfTrailingZeros}.
     */
    private static int firstByte(long highBits) {
        return (int) ((((highBits & -highBits) >>> 7) * 0x0001020304050607L) >>> 56);
    }

    private int special(int p) throws UnreadableInput {
        byte c = bytes[p];
        if (c == '\\') {
            return escape(p);
        }
        if (c < 0) {
            return utf8(p);
        }
        throw fail(p, "invalid JSON (control character 0x" + Integer.toHexString(c) + " in a string)");
    }

    private int escape(int p) throws UnreadableInput {
        marks |= ESCAPED;
        switch (bytes[p + 1]) {
            case '"', '\\', 'b', 'f', 'n', 'r', 't' -> {
                return p + 2;
            }
            case '/' -> {
                marks |= LOOSE;
                return p + 2;
            }
            case 'u' -> {
                marks |= LOOSE;
                for (int i = p + 2; i < p + 6; i++) {
                    if (Character.digit((char) (bytes[i] & 0xFF), 16) < 0 || bytes[i] < 0) {
                        throw unexpected(i, "a hexadecimal digit");
                    }
                }
                return p + 6;
            }
            default -> throw unexpected(p + 1, "the rest of an escape");
        }
    }

    /** Skips one character of two to four bytes: no overlong form, no surrogate, nothing beyond U+10FFFF. */
    private int utf8(int p) throws UnreadableInput {
        int lead = bytes[p] & 0xFF;
        int second = bytes[p + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0) {
            throw fail(p, "invalid UTF-8 (byte 0x" + Integer.toHexString(lead) + ")");
        }
        if (second < low || second > high) {
            throw fail(p + 1, "invalid UTF-8 (byte 0x" + Integer.toHexString(second) + ")");
        }
        for (int i = p + 2; i < p + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                throw fail(i, "invalid UTF-8 (byte 0x" + Integer.toHexString(bytes[i] & 0xFF) + ")");
            }
        }
        return p + length;
    }

    /** Skips a number, {@code true}, {@code false} or {@code null}. */
    final int scalar(int p) throws UnreadableInput {
        return switch (bytes[p]) {
            case 't' -> literal(p, "true");
            case 'f' -> literal(p, "false");
            case 'n' -> literal(p, "null");
            default -> number(p);
        };
    }

    private int literal(int p, String word) throws UnreadableInput {
        for (int i = 1; i < word.length(); i++) {
            if (bytes[p + i] != word.charAt(i)) {
                throw unexpected(p + i, "the rest of " + word);
            }
        }
        return p + word.length();
    }

    private int number(int from) throws UnreadableInput {
        int p = bytes[from] == '-' ? from + 1 : from;
        if (bytes[p] == '0') {
            p++;
        } else {
            p = digits(p, "a value");
        }
        if (bytes[p] == '.') {
            p = digits(p + 1, "a digit");
        }
        if (bytes[p] == 'e' || bytes[p] == 'E') {
            p++;
            p = digits(bytes[p] == '+' || bytes[p] == '-' ? p + 1 : p, "a digit");
        }
        if (p >= end && !last) {
            throw fail(p, "");
        }
        return p;
    }

    private int digits(int from, String wanted) throws UnreadableInput {
        int p = from;
        while (bytes[p] >= '0' && bytes[p] <= '9') {
            p++;
        }
        if (p == from) {
            throw unexpected(p, wanted);
        }
        return p;
    }

    /** Skips an object or array, without recursion: a hostile depth costs a bit a level, up to the bound. */
    private int nested(int from) throws UnreadableInput {
        int base = depth;
        int level = base;
        int p = from;
        boolean object;
        while (true) {
            // At the start of an object or array.
            object = bytes[p] == '{';
            if (++level > MAX_DEPTH) {
                throw fail(p, "nested deeper than " + MAX_DEPTH + " levels");
            }
            objects[level] = object;
            p = space(p + 1);
            boolean open = bytes[p] != (object ? '}' : ']');
            while (true) {
                if (open) {
                    if (object) {
                        p = colon(p);
                    }
                    byte c = bytes[p];
                    if (c == '"') {
                        p = string(p);
                    } else if (c == '{' || c == '[') {
                        break;
                    } else {
                        p = scalar(p);
                    }
                    p = space(p);
                }
                if (bytes[p] == ',' && open) {
                    p = space(p + 1);
                    continue;
                }
                if (bytes[p] != (object ? '}' : ']')) {
                    throw unexpected(p, object ? "',' or '}'" : "',' or ']'");
                }
                p++;
                if (--level == base) {
                    return p;
                }
                object = objects[level];
                p = space(p);
                if (bytes[p] == ',') {
                    p = space(p + 1);
                    open = true;
                } else {
                    open = false;
                }
            }
        }
    }

    /** Skips a key and its colon and the white space after. */
    final int colon(int p) throws UnreadableInput {
        if (bytes[p] != '"') {
            throw unexpected(p, "a key");
        }
        p = space(string(p));
        if (bytes[p] != ':') {
            throw unexpected(p, "':'");
        }
        return space(p + 1);
    }
}
