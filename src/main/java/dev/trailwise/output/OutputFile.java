package dev.trailwise.output;

import dev.trailwise.disk.AtomicFile;
import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.text.Sanitizer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/**
 * A file that is there whole or not at all: it is written beside its place under another name, and {@link #commit}
 * renames it. Closed without a commit, or when the program is interrupted, nothing is left and an older file of that name
 * stays. A symbolic link keeps pointing to the file; devices and pipes are written in place.
 */
public final class OutputFile implements AutoCloseable {
    private final AtomicFile file;
    private final OutputStream stream;
    private final Thread cleaner;
    private boolean done;

    private OutputFile(AtomicFile file, boolean ofOwner) throws IOException {
        this.file = file;
        if (inPlace()) {
            this.stream = Files.newOutputStream(file.target(), StandardOpenOption.WRITE);
        } else if (ofOwner) {
            this.stream = PrivateFiles.create(file.unfinished());
        } else {
            this.stream =
                    Files.newOutputStream(file.unfinished(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        this.cleaner = new Thread(this::delete, "trailwise-output-cleaner");
    }

    /**
     * Begins to write the file.
     *
     * @throws Failure when it is a folder, or cannot be made there
     */
    public static OutputFile open(Path path) {
        return open(path, false);
    }

    /**
     * Begins to write a file that only its owner may read, unless it replaces one that others may.
     *
     * @throws Failure when it is a folder, or cannot be made there
     */
    public static OutputFile ofOwner(Path path) {
        return open(path, true);
    }

    private static OutputFile open(Path path, boolean ofOwner) {
        if (Files.isDirectory(path)) {
            throw new Failure(
                    ExitCode.USAGE, Sanitizer.text("cannot write " + path + ": it is a folder; name a file in it"));
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new Failure(
                    ExitCode.USAGE, Sanitizer.text("cannot write " + path + ": it is read-only; name another file"));
        }
        try {
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            boolean inPlace = Files.exists(target) && !Files.isRegularFile(target);
            OutputFile file =
                    new OutputFile(inPlace ? new AtomicFile(target, target) : AtomicFile.hidden(target), ofOwner);
            Runtime.getRuntime().addShutdownHook(file.cleaner);
            return file;
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, Sanitizer.text("cannot write " + path + ": " + reason(e)), e);
        }
    }

    /**
     * Writes the file whole.
     *
     * @throws Failure when it cannot be written
     */
    public static void write(Path path, byte[] content) {
        try (OutputFile file = open(path)) {
            file.stream().write(content);
            file.commit();
        } catch (IOException e) {
            throw new Failure(ExitCode.NOT_WRITTEN, Sanitizer.text("cannot write " + path + ": " + reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist; create it first";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? "permission denied; name a file elsewhere" : reason;
    }

    /** Where to write, unbuffered; what fails there names the file. Closing it is not needed. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    stream.write(bytes, offset, length);
                } catch (IOException e) {
                    throw new IOException(Sanitizer.text(file.target() + ": " + e.getMessage()), e);
                }
            }
        };
    }

    /** The file that is written until it is committed, for who writes it by its name; nothing for devices and pipes. */
    public Optional<Path> unfinished() {
        return inPlace() ? Optional.empty() : Optional.of(file.unfinished());
    }

    /**
     * Puts the file in its place, with the permissions of the one it replaces.
     *
     * @throws Failure when that cannot be done
     */
    public synchronized void commit() {
        try {
            stream.close();
            if (!inPlace()) {
                keepPermissions();
                file.commit();
            }
            done = true;
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.NOT_WRITTEN, Sanitizer.text("cannot write " + file.target() + ": " + reason(e)), e);
        }
    }

    private void keepPermissions() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file.unfinished(), PosixFileAttributeView.class);
        if (view != null && Files.exists(file.target())) {
            view.setPermissions(Files.getPosixFilePermissions(file.target()));
        }
    }

    private boolean inPlace() {
        return file.unfinished().equals(file.target());
    }

    /** Removes what was written when it was not committed. */
    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException alreadyShuttingDown) {
            // The hook then runs and finds nothing left to do.
            return;
        }
    }

    private synchronized void delete() {
        if (done) {
            return;
        }
        try {
            stream.close();
            if (!inPlace()) {
                file.close();
            }
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.NOT_WRITTEN, Sanitizer.text("cannot remove " + file.unfinished() + ": " + reason(e)), e);
        }
    }
}
