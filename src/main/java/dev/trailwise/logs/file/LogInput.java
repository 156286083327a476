package dev.trailwise.logs.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The text of one file after another, inflated where the file is gzip, whatever its name; of an archive, its logs. */
public final class LogInput implements AutoCloseable {
    private static final int CHUNK = 64 << 10;

    /** Direct, so that neither the read nor the inflater copies. */
    private final ByteBuffer in = ByteBuffer.allocateDirect(CHUNK).limit(0);

    private final Gunzip gunzip = new Gunzip(in, this::fill);
    private @Nullable FileChannel channel;
    private @Nullable Archive archive;
    private boolean gzip;
    private long consumed;

    /** Opens a file; the one before must be shut. */
    public void open(Path path) throws IOException {
        consumed = 0;
        if (LogNames.isArchive(path.toString())) {
            archive = Archive.open(path, LogNames.isZip(path.toString()));
            return;
        }
        channel = FileChannel.open(path, StandardOpenOption.READ);
        in.limit(0);
        gzip = fill() && in.remaining() > 1 && in.get(0) == Gunzip.MAGIC_1 && in.get(1) == Gunzip.MAGIC_2;
        if (gzip) {
            gunzip.start();
        }
    }

    /** Reads at least one byte of text into {@code to[offset, offset + length)}, or returns -1 at the end. */
    public int read(byte[] to, int offset, int length) throws IOException, UnreadableInput {
        if (archive != null) {
            return archive.read(to, offset, length);
        }
        if (gzip) {
            return gunzip.read(to, offset, length);
        }
        if (!in.hasRemaining() && !fill()) {
            return -1;
        }
        int count = Math.min(length, in.remaining());
        in.get(to, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        FileChannel from = channel;
        if (from == null) {
            return false;
        }
        in.clear();
        int count = from.read(in);
        in.flip();
        consumed += Math.max(0, count);
        return count > 0;
    }

    /** The bytes read of the file as it is on disk; 0 for an archive. */
    public long consumed() {
        return consumed;
    }

    /** Closes the file, if any is open. */
    public void shut() throws IOException {
        if (archive != null) {
            archive.close();
            archive = null;
        }
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    @Override
    public void close() throws IOException {
        gunzip.close();
        shut();
    }
}
