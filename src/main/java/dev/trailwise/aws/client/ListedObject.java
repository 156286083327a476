package dev.trailwise.aws.client;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * An object as a listing tells of it.
 *
 * @param key its whole key
 * @param size its bytes as stored
 * @param storageClass such as {@code STANDARD}; empty when the service does not say
 * @param modified when it was written, as S3 writes it: {@code 2026-11-01T00:05:12.000Z}
 */
public record ListedObject(String key, long size, String storageClass, String modified) {
    /** When it was written; nothing when the service does not say, or not as S3 does. */
    public Optional<Instant> modifiedAt() {
        try {
            return Optional.of(Instant.parse(modified));
        } catch (DateTimeParseException otherwise) {
            return Optional.empty();
        }
    }

    /**
     * Whether Athena skips it, because it must be restored first.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-glacier.html">Glacier and Athena</a>
     */
    public boolean isArchived() {
        return storageClass.equals("GLACIER") || storageClass.equals("DEEP_ARCHIVE");
    }

    /**
     * Whether it is a file of the table: not when its name begins with {@code _} or {@code .}, nor an empty object that
     * only stands for a folder.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/tables-location-format.html">What Athena ignores</a>
     */
    public boolean isLog() {
        int name = key.lastIndexOf('/') + 1;
        if (name == key.length()) {
            return size > 0;
        }
        char first = key.charAt(name);
        return first != '_' && first != '.';
    }
}
