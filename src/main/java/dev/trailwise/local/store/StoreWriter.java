package dev.trailwise.local.store;

import dev.trailwise.disk.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The one that writes to a store; holds its lock until closed. */
public final class StoreWriter implements AutoCloseable {
    private final Store store;
    private final FileChannel lock;

    StoreWriter(Store store, FileChannel lock) {
        this.store = store;
        this.lock = lock;
    }

    /**
     * Removes what is of no use: the leftovers of writers that died, and segments that are damaged or foreign.
     *
     * @param fingerprint that of the segments to keep
     */
    public void clean(String fingerprint) throws IOException {
        Set<Path> keep = new HashSet<>();
        for (Segment segment : store.segments(fingerprint)) {
            keep.add(segment.parquet());
            keep.add(segment.manifestFile());
        }
        for (Path file : store.files()) {
            if (file.getFileName().toString().startsWith("segment-") && !keep.contains(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Begins a segment after all others. */
    public Draft draft() throws IOException {
        Path logs = store.folder().resolve(Store.LOGS);
        Files.writeString(logs, store.logs(), StandardCharsets.UTF_8);
        PrivateFiles.file(logs);
        long id = 1 + store.files().stream().mapToLong(Draft::idOf).max().orElse(0);
        String suffix = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return new Draft(store.folder(), id, suffix);
    }

    /** Forgets an earlier failure. */
    public void forgetFailure() throws IOException {
        Files.deleteIfExists(store.folder().resolve(Store.FAILURE));
    }

    /** Removes the whole store. */
    public void clear() throws IOException {
        for (Path file : store.files()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(store.folder());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
