package dev.trailwise.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a segment holds, in a small file beside it.
 *
 * @param fingerprint the columns of the Parquet file and the reading that made them
 * @param parquetBytes the size of the Parquet file
 * @param parquetModifiedNanos when it was written, in nanoseconds since 1970, as the file system tells it
 * @param parquetCrc the CRC32C of the Parquet file
 * @param files the log files in it, in the order of their paths
 * @param duplicates the events in it that were delivered more than once
 */
public record Manifest(
        String fingerprint,
        long parquetBytes,
        long parquetModifiedNanos,
        int parquetCrc,
        List<StoredFile> files,
        List<DuplicateIds> duplicates) {
    public Manifest {
        files = List.copyOf(files);
        duplicates = List.copyOf(duplicates);
    }

    /** Reads a manifest; nothing when it is missing, damaged or of another format. */
    static Optional<Manifest> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(ManifestCodec.decode(bytes));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** The events in it. */
    public long events() {
        return files.stream().mapToLong(StoredFile::events).sum();
    }

    /** Its bytes, with their own checksum at the end. */
    byte[] bytes() {
        return ManifestCodec.encode(this);
    }
}
