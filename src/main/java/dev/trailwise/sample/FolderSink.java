package dev.trailwise.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;

/** Writes the files below a folder, each under its key and with the time of its delivery. */
record FolderSink(Path folder) implements TrailSink {
    @Override
    public void accept(String key, Instant delivered, byte[] gzip) throws IOException {
        Path file = folder.resolve(key);
        Path parent = Objects.requireNonNull(file.getParent());
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
        Files.write(file, gzip);
        Files.setLastModifiedTime(file, FileTime.from(delivered));
    }
}
