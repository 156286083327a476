package dev.trailwise.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /** Reads the whole Parquet file to tell whether it is what was written: DuckDB itself would not notice. */
    public boolean intact() {
        try {
            return Files.size(parquet) == manifest.parquetBytes() && Checksums.crc32c(parquet) == manifest.parquetCrc();
        } catch (IOException unreadable) {
            return false;
        }
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
