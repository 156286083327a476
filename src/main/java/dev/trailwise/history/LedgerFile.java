package dev.trailwise.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Adds lines to a file that only its owner can read, whole, whoever else adds to it. */
final class LedgerFile {
    private static final byte LINE_FEED = '\n';

    private LedgerFile() {}

    /** A lock of a file is the process's: threads of one wait for each other here. */
    static synchronized void append(Path file, byte[] line) throws IOException {
        Path folder = file.resolveSibling("");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.resolveSibling(""));
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, permissions(folder, "rw-------"));
                FileLock lock = channel.lock()) {
            long end = channel.size();
            ByteBuffer bytes = ByteBuffer.allocate(line.length + 1);
            if (lock.isValid() && end > 0 && !endsInLineFeed(channel, end)) {
                bytes.put(LINE_FEED); // somebody was cut off in the middle of a line: ours begins a new one
            }
            bytes.put(line).flip();
            channel.position(end);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private static boolean endsInLineFeed(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0) == LINE_FEED;
    }

    private static FileAttribute<?>[] permissions(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
