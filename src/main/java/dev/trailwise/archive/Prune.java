package dev.trailwise.archive;

import dev.trailwise.aws.s3.ArchiveFolder;
import dev.trailwise.console.ProgressLine;
import dev.trailwise.cost.Bytes;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.output.Counts;
import dev.trailwise.trail.LogDay;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Deletes copies of old log files, and what a sync that was killed left. Files that are no logs of a trail stay. */
public final class Prune {
    private Prune() {}

    /**
     * Deletes.
     *
     * @param before files of this delivery day, and of later ones, stay
     * @param yes whether nobody is asked
     * @throws Failure when a file cannot be deleted, or the person says no
     */
    public static ExitCode run(Workspace workspace, LogDay before, boolean yes) {
        long files = 0;
        long unfinished = 0;
        Bytes bytes = Bytes.ZERO;
        for (Path bucket : ArchiveContents.buckets(workspace.archiveFolder())) {
            List<LogFile> old = LogFiles.find(bucket).files().stream()
                    .filter(file -> file.key()
                            .filter(key -> key.partition().day().compareTo(before) < 0)
                            .isPresent())
                    .toList();
            Bytes size = new Bytes(old.stream().mapToLong(LogFile::size).sum());
            if (!old.isEmpty() && !yes) {
                workspace
                        .prompt()
                        .confirm("Delete " + Counts.of(old.size(), "file") + " (" + size + ") from " + bucket + "?");
            }
            unfinished += delete(bucket, old, workspace.progress());
            files += old.size();
            bytes = bytes.plus(size);
        }
        workspace.messages().info("deleted " + Counts.of(files, "file") + ", " + bytes);
        if (unfinished > 0) {
            workspace
                    .messages()
                    .info("deleted " + Counts.of(unfinished, "unfinished file") + " of a sync that was killed");
        }
        return ExitCode.SUCCESS;
    }

    /** Returns how many unfinished files were deleted: under the lock no sync is writing any. */
    private static int delete(Path bucket, List<LogFile> files, ProgressLine progress) {
        try (FileChannel lock = new ArchiveFolder(bucket).lock()) {
            progress.start();
            long deleted = 0;
            for (LogFile file : files) {
                Files.deleteIfExists(file.path());
                deleteEmpty(file.path().resolveSibling(""), bucket);
                progress.deleted(++deleted, files.size());
            }
            List<Path> unfinished = Unfinished.in(bucket).files();
            for (Path file : unfinished) {
                Files.deleteIfExists(file);
            }
            return unfinished.size();
        } catch (IOException undeleted) {
            throw new Failure(ExitCode.NOT_WRITTEN, "cannot delete " + undeleted.getMessage(), undeleted);
        } finally {
            progress.stop();
        }
    }

    private static void deleteEmpty(Path folder, Path bucket) throws IOException {
        try {
            for (Path empty = folder; !empty.equals(bucket); empty = empty.resolveSibling("")) {
                Files.deleteIfExists(empty);
            }
        } catch (DirectoryNotEmptyException done) {
            return;
        }
    }
}
