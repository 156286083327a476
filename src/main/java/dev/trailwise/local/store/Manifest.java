package dev.trailwise.local.store;

import java.util.List;

/**
 * The contents of a segment, in a small file next to it.
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

    /** The events in it. */
    public long events() {
        return files.stream().mapToLong(StoredFile::events).sum();
    }
}
