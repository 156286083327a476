package dev.trailwise.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, whatever the umask: logs hold what others must not see. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> NEW_FOLDER = PosixFilePermissions.asFileAttribute(FOLDER);

    private static final FileAttribute<?> NEW_FILE = PosixFilePermissions.asFileAttribute(FILE);

    private PrivateFiles() {}

    /** Creates a folder where it is missing, and takes it from others where it is not. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, NEW_FOLDER);
        Files.setPosixFilePermissions(folder, FOLDER);
    }

    /** Takes a file from others. */
    public static void file(Path file) throws IOException {
        Files.setPosixFilePermissions(file, FILE);
    }

    /** Opens a file for writing that is private from the start, in place of one that is there; unbuffered. */
    public static OutputStream create(Path file) throws IOException {
        try {
            return createNew(file);
        } catch (FileAlreadyExistsException unfinished) {
            Files.delete(file);
            return createNew(file);
        }
    }

    private static OutputStream createNew(Path file) throws IOException {
        return Channels.newOutputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), NEW_FILE));
    }

    /**
     * Puts a file in the place of another, whole or not at all. Its folder is made where it is missing.
     *
     * @throws IOException when it cannot be written; the older file is then still there
     */
    public static void replace(Path file, byte[] content) throws IOException {
        folder(file.resolveSibling(""));
        try (AtomicFile atomic = AtomicFile.hidden(file)) {
            try (OutputStream out = create(atomic.unfinished())) {
                out.write(content);
            }
            atomic.commit();
        }
    }

    /** Whether a file or folder belongs to the user of this process. What belongs to others may hold anything. */
    public static boolean isOurs(Path path) {
        try {
            return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS)
                    .equals(FileSystems.getDefault()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(System.getProperty("user.name")));
        } catch (IOException unknown) {
            return false;
        }
    }
}
