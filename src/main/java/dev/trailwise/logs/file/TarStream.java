package dev.trailwise.logs.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The regular files of a tar archive, one after another; as a stream, the bytes of the current one. Knows the long
 * names of GNU and of POSIX.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">POSIX: ustar and pax</a>
 */
final class TarStream extends InputStream {
    private static final int BLOCK = 512;
    private static final int MOST_ZEROS = 2048;
    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream in;
    private final byte[] header = new byte[BLOCK];
    private long left;
    private int padding;
    private int zeros;

    TarStream(InputStream in) {
        this.in = in;
    }

    /** Moves to the next file and tells its name; nothing at the end. */
    Optional<String> next() throws IOException {
        String longName = "";
        while (true) {
            in.skipNBytes(left + padding);
            left = 0;
            padding = 0;
            int count = in.readNBytes(header, 0, BLOCK);
            if (count == 0 && zeros > 0) {
                return Optional.empty();
            }
            if (count < BLOCK) {
                throw new EOFException("the tar archive is cut off");
            }
            if (isZero()) { // the end, unless another archive follows
                if (++zeros > MOST_ZEROS) {
                    throw new IOException("the tar archive ends in too many zeros");
                }
                continue;
            }
            zeros = 0;
            checkSum();
            left = number(124, 12);
            padding = (int) (-left & (BLOCK - 1));
            switch (header[156]) {
                case 'L' -> longName = text(content(), 0, LONGEST_NAME);
                case 'x' -> longName = paxPath(new String(content(), StandardCharsets.UTF_8), longName);
                case '0', 0 -> {
                    return Optional.of(longName.isEmpty() ? name() : longName);
                }
                default -> longName = "";
            }
        }
    }

    private boolean isZero() {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private void checkSum() throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xFF;
        }
        if (sum != number(148, 8)) {
            throw new IOException("the tar archive is damaged");
        }
    }

    private String name() {
        boolean posix = text(header, 257, 5).equals("ustar") && header[345] != 0;
        return (posix ? text(header, 345, 155) + "/" : "") + text(header, 0, 100);
    }

    /** Octal digits; large sizes of GNU in binary. */
    private long number(int from, int length) throws IOException {
        long number = 0;
        boolean binary = header[from] < 0;
        for (int i = from + (binary ? 4 : 0); i < from + length; i++) {
            int c = header[i] & 0xFF;
            if (binary) {
                number = number << 8 | c;
            } else if (c >= '0' && c <= '7') {
                number = number << 3 | (c - '0');
            } else if (c != ' ' && c != 0) {
                throw new IOException("the tar archive is damaged");
            }
        }
        if (number < 0) {
            throw new IOException("the tar archive is damaged");
        }
        return number;
    }

    private byte[] content() throws IOException {
        if (left > LONGEST_NAME) {
            throw new IOException("a name in the tar archive is too long");
        }
        return readAllBytes();
    }

    /** Records of the form {@code 30 path=…\n}. */
    private static String paxPath(String records, String otherwise) {
        for (String record : records.split("\n", -1)) {
            int at = record.indexOf(" path=");
            if (at > 0) {
                return record.substring(at + " path=".length());
            }
        }
        return otherwise;
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < bytes.length && end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(to, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the tar archive is cut off");
        }
        left -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
