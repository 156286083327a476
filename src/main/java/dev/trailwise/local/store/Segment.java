package dev.trailwise.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file of the store, complete since its manifest is there.
 *
 * @param id its number; a file that two segments hold counts for the lower one
 * @param parquet the events
 * @param manifestFile where the manifest is
 * @param manifest what it holds
 */
public record Segment(long id, Path parquet, Path manifestFile, Manifest manifest) {
    /**
     * Whether the Parquet file is what was written: of the same size and time, or else, read through, of the same
     * checksum. DuckDB itself would not notice. A disk that alters bytes by itself is found by {@link #sound} alone.
     */
    public boolean intact() {
        try {
            return Files.size(parquet) == manifest.parquetBytes()
                    && (modifiedNanos(parquet) == manifest.parquetModifiedNanos() || sound());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether every byte of the Parquet file is as it was written. Reads all of it. */
    public boolean sound() {
        try {
            return Files.size(parquet) == manifest.parquetBytes() && Checksums.crc32c(parquet) == manifest.parquetCrc();
        } catch (IOException unreadable) {
            return false;
        }
    }

    static long modifiedNanos(Path file) throws IOException {
        return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    }

    /** Deletes it, the manifest first, so that a kill in between leaves no manifest without its file. */
    public void delete() throws IOException {
        Files.deleteIfExists(manifestFile);
        Files.deleteIfExists(parquet);
    }

    /** The ordinal of a row's file, as the column {@code file} of the Parquet file has it. */
    public long ordinal(int index) {
        return firstOrdinal(id) + index;
    }

    /** The ordinal of the first file of a segment, above those of all lower segments. */
    public static long firstOrdinal(long id) {
        return id << Integer.SIZE;
    }

    /** Segments are one when their file is; manifests can be long. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Segment segment && parquet.equals(segment.parquet);
    }

    @Override
    public int hashCode() {
        return parquet.hashCode();
    }
}
