package dev.trailwise.local;

import dev.trailwise.local.store.Segment;
import dev.trailwise.local.store.Store;
import dev.trailwise.local.store.StoreWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the cache holds of the logs of one place, or of several that were queried together.
 *
 * @param logs the folder, or the paths and patterns
 * @param segments how many segments there are
 * @param files the log files in them
 * @param events the events of those
 * @param bytes the room that the segments take
 */
public record CacheContents(String logs, long segments, long files, long events, long bytes) {
    /**
     * What a clearing removed.
     *
     * @param bytes the room that it gave back
     * @param busy the stores that stay, for another process writes to them
     */
    public record Cleared(long bytes, int busy) {}

    /** All there is in the folder of stores; nothing when it is not there. */
    public static List<CacheContents> of(Path cache) throws IOException {
        List<CacheContents> contents = new ArrayList<>();
        for (Store store : Store.all(cache)) {
            contents.add(of(store));
        }
        return contents;
    }

    /** Removes all stores that nobody writes to. */
    public static Cleared clear(Path cache) throws IOException {
        long bytes = 0;
        int busy = 0;
        for (Store store : Store.all(cache)) {
            Optional<StoreWriter> writer = store.tryWrite();
            if (writer.isEmpty()) {
                busy++;
                continue;
            }
            try (StoreWriter open = writer.get()) {
                bytes += of(store).bytes();
                open.clear();
            }
        }
        return new Cleared(bytes, busy);
    }

    private static CacheContents of(Store store) {
        List<Segment> segments = store.segments(StoreFormat.FINGERPRINT);
        return new CacheContents(
                store.logs(),
                segments.size(),
                segments.stream().mapToLong(s -> s.manifest().files().size()).sum(),
                segments.stream().mapToLong(s -> s.manifest().events()).sum(),
                segments.stream().mapToLong(s -> s.manifest().parquetBytes()).sum());
    }
}
