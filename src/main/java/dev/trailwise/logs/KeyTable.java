package dev.trailwise.logs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds a key among known ones whatever the case of its ASCII letters, without allocating: the first and the last eight
 * bytes, folded to lower case, and the length are hash and nearly all of the comparison.
 */
final class KeyTable {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Sets the bit in which small and capital letters differ; exact for the characters that names are made of. */
    private static final long FOLD = 0x2020202020202020L;

    /** How many bytes there must be after a key. */
    static final int PADDING = 8;

    private final byte[][] names;
    private final long[] heads;
    private final long[] tails;
    private final int[] lengths;
    private final short[] index;
    private final int shift;

    /** @throws IllegalArgumentException when a name has characters other than small letters, digits, hyphens and underscores */
    KeyTable(List<String> keys) {
        int count = keys.size();
        names = new byte[count][];
        heads = new long[count];
        tails = new long[count];
        lengths = new int[count];
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, count * 4 - 1));
        index = new short[1 << bits];
        shift = Long.SIZE - bits;
        Arrays.fill(index, (short) -1);
        for (int i = 0; i < count; i++) {
            if (!keys.get(i).matches("[a-z0-9_-]+")) {
                throw new IllegalArgumentException("not a key to look for: '" + keys.get(i) + "'");
            }
            add(i, keys.get(i).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void add(int i, byte[] name) {
        byte[] padded = Arrays.copyOf(name, name.length + PADDING);
        names[i] = name;
        lengths[i] = name.length;
        heads[i] = head(padded, 0, name.length);
        tails[i] = tail(padded, 0, name.length);
        int slot = hash(heads[i], tails[i], name.length);
        while (index[slot] >= 0) {
            slot = (slot + 1) & (index.length - 1);
        }
        index[slot] = (short) i;
    }

    /**
     * Finds the key at {@code bytes[from, from + length)}, without quotes; {@link #PADDING} more bytes follow it.
     *
     * @return its place in the list, or -1
     */
    int find(byte[] bytes, int from, int length) {
        long head = head(bytes, from, length);
        long tail = tail(bytes, from, length);
        int slot = hash(head, tail, length);
        for (int i = index[slot]; i >= 0; i = index[slot]) {
            if (heads[i] == head && tails[i] == tail && lengths[i] == length && middle(names[i], bytes, from, length)) {
                return i;
            }
            slot = (slot + 1) & (index.length - 1);
        }
        return -1;
    }

    private int hash(long head, long tail, int length) {
        return (int) ((((head * 31) ^ tail ^ length) * 0x9E3779B97F4A7C15L) >>> shift);
    }

    private static long head(byte[] bytes, int from, int length) {
        long folded = (long) LONG.get(bytes, from) | FOLD;
        return length >= 8 ? folded : folded & ((1L << (8 * length)) - 1);
    }

    private static long tail(byte[] bytes, int from, int length) {
        return length <= 8 ? 0 : (long) LONG.get(bytes, from + length - 8) | FOLD;
    }

    private static boolean middle(byte[] name, byte[] bytes, int from, int length) {
        for (int i = 8; i < length - 8; i++) {
            if (name[i] != (bytes[from + i] | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
