package dev.trailwise.logs.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates gzip: any number of members, each checked against its checksum and length, zeros after the last one ignored
 * as {@code gzip} does. One inflater serves all files.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
public final class Gunzip implements AutoCloseable {
    public static final byte MAGIC_1 = 0x1F;
    public static final byte MAGIC_2 = (byte) 0x8B;

    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    /** Fills the input buffer again, once it is empty. */
    interface Source {
        /** Returns false at the end. */
        boolean fill() throws IOException;
    }

    private final ByteBuffer in;
    private final Source source;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private boolean inMember;
    private int members;

    Gunzip(ByteBuffer in, Source source) {
        this.in = in;
        this.source = source;
    }

    /** Begins a file. */
    void start() {
        inMember = false;
        members = 0;
    }

    /** Inflates at least one byte, or returns -1 at the end. */
    int read(byte[] to, int offset, int length) throws IOException, UnreadableInput {
        while (inMember || begin()) {
            int count = inflate(to, offset, length);
            if (count > 0) {
                checksum.update(to, offset, count);
                return count;
            }
            if (inflater.finished()) {
                finish();
            } else if (inflater.needsDictionary()) {
                throw new UnreadableInput("the compressed data is damaged: it asks for a dictionary");
            } else if (!in.hasRemaining() && !source.fill()) {
                throw cut();
            } else {
                inflater.setInput(in);
            }
        }
        return -1;
    }

    private int inflate(byte[] to, int offset, int length) throws UnreadableInput {
        try {
            return inflater.inflate(to, offset, length);
        } catch (DataFormatException damaged) {
            throw new UnreadableInput("the compressed data is damaged: " + damaged.getMessage());
        }
    }

    private boolean begin() throws IOException, UnreadableInput {
        if (members > 0) {
            while (in.hasRemaining() || source.fill()) {
                if (in.get(in.position()) != 0) {
                    break;
                }
                in.get();
            }
            if (!in.hasRemaining()) {
                return false;
            }
        }
        if (next() != MAGIC_1 || next() != (MAGIC_2 & 0xFF)) {
            throw new UnreadableInput("trailing bytes after the gzip data");
        }
        header();
        members++;
        inMember = true;
        checksum.reset();
        inflater.reset();
        inflater.setInput(in);
        return true;
    }

    private void header() throws IOException, UnreadableInput {
        if (next() != DEFLATE) {
            throw new UnreadableInput("the gzip header is damaged: unknown compression");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
    }

    private void finish() throws IOException, UnreadableInput {
        inMember = false;
        if (word() != checksum.getValue()) {
            throw new UnreadableInput("the checksum (CRC-32) does not match: what was read may be wrong");
        }
        if (word() != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new UnreadableInput("the length in the gzip trailer does not match: what was read may be wrong");
        }
    }

    private long word() throws IOException, UnreadableInput {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException, UnreadableInput {
        if (!in.hasRemaining() && !source.fill()) {
            throw cut();
        }
        return in.get() & 0xFF;
    }

    private void skip(int count) throws IOException, UnreadableInput {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException, UnreadableInput {
        int c;
        do {
            c = next();
        } while (c != 0);
    }

    private static UnreadableInput cut() {
        return new UnreadableInput("the gzip data ends too early: the file is cut");
    }

    @Override
    public void close() {
        inflater.end();
    }
}
