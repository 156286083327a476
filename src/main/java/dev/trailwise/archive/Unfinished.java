package dev.trailwise.archive;

import dev.trailwise.cost.Bytes;
import dev.trailwise.disk.AtomicFile;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Parts of files that a sync was writing when it was killed.
 *
 * @param files where they are
 * @param size how much room they take
 */
record Unfinished(List<Path> files, Bytes size) {
    /** Those in the folder of a bucket; a sync that runs has some, too. */
    static Unfinished in(Path bucket) {
        List<Path> files = new ArrayList<>();
        long size = 0;
        try (Stream<Path> all = Files.walk(bucket)) {
            for (Path file : (Iterable<Path>) all.filter(AtomicFile::isUnfinished)::iterator) {
                files.add(file);
                size += file.toFile().length(); // 0 when it was finished by now
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Failure(ExitCode.USAGE, "cannot read " + bucket + ": " + unreadable.getMessage(), unreadable);
        }
        return new Unfinished(List.copyOf(files), new Bytes(size));
    }
}
