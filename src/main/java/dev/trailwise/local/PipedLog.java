package dev.trailwise.local;

import dev.trailwise.disk.SpillFolder;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log that is piped in, in a file that is removed when it is closed: it may be read several times. */
public final class PipedLog implements AutoCloseable {
    private final SpillFolder folder;

    private PipedLog(SpillFolder folder) {
        this.folder = folder;
    }

    /**
     * Reads all of it.
     *
     * @param parent the folder to keep it below
     */
    public static PipedLog read(InputStream in, Path parent) {
        SpillFolder folder = SpillFolder.create(parent)
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE, "cannot keep the log from stdin in " + parent + "; set XDG_CACHE_HOME"));
        PipedLog log = new PipedLog(folder);
        try {
            Files.copy(in, log.path());
            return log;
        } catch (IOException e) {
            log.close();
            throw new Failure(ExitCode.USAGE, "cannot copy the log from stdin to " + parent + ": " + e.getMessage(), e);
        }
    }

    /** Where it is. */
    public Path path() {
        return folder.path().resolve("stdin");
    }

    @Override
    public void close() {
        folder.close();
    }
}
