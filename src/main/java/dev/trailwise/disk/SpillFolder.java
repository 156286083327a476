package dev.trailwise.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A private folder for what does not fit in a query's memory. It is removed when closed and when the program is
 * interrupted; the folder of a process that was killed is removed when the next one is made.
 */
public final class SpillFolder implements AutoCloseable {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final String PREFIX = "trailwise-";

    /** Held by a lock as long as its process lives, wherever that runs; a process id says less among containers. */
    private static final String LOCK = "lock";

    private static final int ATTEMPTS = 100;

    private final Path folder;
    private final FileChannel lock;
    private final Thread cleaner = new Thread(this::remove, "trailwise-spill-cleaner");

    private SpillFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Creates a folder, and removes those of dead processes.
     *
     * @param parent where; created when it is missing
     * @return none when it cannot be created: the engine then works in memory alone
     */
    public static Optional<SpillFolder> create(Path parent) {
        try {
            Files.createDirectories(parent, OWNER_ONLY);
            removeDead(parent);
            // Not named by the JDK: its random numbers take longer than DuckDB to start. To create it fails where
            // anything has its name, a link of others too.
            String name = PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime();
            Path folder = Files.createDirectory(parent.resolve(name), OWNER_ONLY);
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            SpillFolder spill = new SpillFolder(folder, lock);
            Runtime.getRuntime().addShutdownHook(spill.cleaner);
            return Optional.of(spill);
        } catch (IOException | IllegalStateException unavailable) { // no space, not ours, or the program is ending
            return Optional.empty();
        }
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    private static void removeDead(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && dead(folder)) {
                    delete(folder);
                }
            }
        }
    }

    /** Whether no process holds the lock; one that has just created the folder, and not yet the lock, is alive. */
    private static boolean dead(Path folder) {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock held = channel.tryLock()) {
            return held != null;
        } catch (IOException | IllegalStateException alive) { // of another process, or of this one
            return false;
        }
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook finds nothing left to do
        }
    }

    /** Removes everything; a query that is being stopped may still be writing. */
    private synchronized void remove() {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
            delete(folder);
        }
        try {
            lock.close();
        } catch (IOException e) {
            return; // the lock ends with the process
        }
    }

    private static void delete(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    delete(file);
                } else {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            return; // to the next attempt or process
        }
    }
}
