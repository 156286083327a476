package dev.trailwise.local.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, whatever the umask: logs hold what others must not see. */
final class Private {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> NEW_FOLDER = PosixFilePermissions.asFileAttribute(FOLDER);

    private Private() {}

    /** Creates a folder where it is missing, and takes it from others where it is not. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, NEW_FOLDER);
        Files.setPosixFilePermissions(folder, FOLDER);
    }

    /** Takes a file from others. */
    static void file(Path file) throws IOException {
        Files.setPosixFilePermissions(file, FILE);
    }

    /** Whether a file or folder belongs to the user of this process. What belongs to others may hold anything. */
    static boolean isOurs(Path path) {
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
