package dev.trailwise.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is there whole or not at all: it is written in its folder under another name, and {@link #commit} renames
 * it. Closed without a commit nothing is left of it, and an older file of that name stays.
 *
 * @param target the file
 * @param unfinished where to write it
 */
public record AtomicFile(Path target, Path unfinished) implements AutoCloseable {
    private static final String UNFINISHED = ".part";

    /** One that is hidden until it is finished, under a name that no other process takes. */
    public static AtomicFile hidden(Path target) {
        return new AtomicFile(
                target, target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + UNFINISHED));
    }

    /** Whether a file is the unfinished one of a {@link #hidden} file. */
    public static boolean isUnfinished(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(UNFINISHED);
    }

    /** Has what is written on the disk, before the file is named: for files whose size and time prove their contents. */
    public void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Puts the file in its place, and takes that of an older one. */
    public void commit() throws IOException {
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(unfinished);
    }
}
