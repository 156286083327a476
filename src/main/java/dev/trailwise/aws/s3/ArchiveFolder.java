package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.ListedObject;
import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.LogKind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folder that mirrors the keys of one bucket. Keys come from others: none may lead out of it. */
public final class ArchiveFolder implements LogObjects.Here {
    /** Names that are one on every file system, and that the log reader does not skip. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.=+@,~-]{0,199}");

    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]{}\\\\]");
    private static final String ACCOUNTS = "[0-9]*";

    private final Path folder;

    /** @param folder of the bucket; it need not exist */
    public ArchiveFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path path() {
        return folder;
    }

    /**
     * The copies of a trail's files, as patterns of paths: the bucket may have those of other trails too.
     *
     * @return nothing when there are none
     */
    public List<String> logs(SizedTrail trail) {
        return trail.layouts(LogKind.EVENTS)
                .map(layout -> folder.resolve(layout.root()))
                .filter(ArchiveFolder::hasAccounts)
                .map(root -> SPECIAL.matcher(root.toString()).replaceAll("\\\\$0") + "/" + ACCOUNTS)
                .toList();
    }

    private static boolean hasAccounts(Path root) {
        try (DirectoryStream<Path> accounts = Files.newDirectoryStream(root, ACCOUNTS)) {
            return accounts.iterator().hasNext();
        } catch (IOException missing) {
            return false;
        }
    }

    /** Where it is kept which days were copied. Hidden, so that it is not taken for a log. */
    public Path records() {
        return folder.resolve(".synced");
    }

    /** The place of an object; nothing when its key is no name for a file. */
    public Optional<Path> file(String key) {
        try {
            Path file = folder.resolve(key).normalize();
            boolean inside = file.startsWith(folder) && file.toString().endsWith("/" + key);
            return inside && NAME.matcher(file.getFileName().toString()).matches()
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException notForThisFileSystem) {
            return Optional.empty();
        }
    }

    @Override
    public boolean has(ListedObject object) {
        Optional<Path> file = file(object.key());
        if (file.isEmpty()) {
            return false;
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.get(), BasicFileAttributes.class);
            return attributes.isRegularFile()
                    && attributes.size() == object.size()
                    && object.modifiedAt()
                            .equals(Optional.of(attributes.lastModifiedTime().toInstant()));
        } catch (IOException missing) {
            return false;
        }
    }

    @Override
    public boolean hasDay(String prefix, long files, long bytes) {
        long count = 0;
        long size = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.resolve(prefix))) {
            for (Path entry : entries) {
                BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
                if (attributes.isRegularFile()
                        && NAME.matcher(entry.getFileName().toString()).matches()) {
                    count++;
                    size += attributes.size();
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return files == 0;
        } catch (IOException unreadable) {
            return false;
        }
        return count == files && size == bytes;
    }

    /**
     * Keeps other processes from copying into it.
     *
     * @throws Failure when one does
     */
    public FileChannel lock() {
        try {
            PrivateFiles.folder(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                throw new Failure(ExitCode.UNAVAILABLE, "another process is copying into " + folder + "; wait for it");
            }
            return channel;
        } catch (IOException unwritable) {
            throw new Failure(
                    ExitCode.NOT_WRITTEN, "cannot write " + folder + ": " + unwritable.getMessage(), unwritable);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldHere) {
            return Optional.empty();
        }
    }
}
