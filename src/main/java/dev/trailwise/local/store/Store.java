package dev.trailwise.local.store;

import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.logs.paths.LogPaths;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The columnar copy of one folder of logs: immutable Parquet segments, each complete once its manifest is there. It is a
 * cache: anything missing, damaged, foreign or older than its file is read from the logs instead.
 *
 * <p>One process at a time writes, under a lock; readers take none. Both the Parquet file and the manifest are written
 * under another name and renamed, so a kill at any moment leaves at most files that the next writer removes.
 */
public final class Store {
    static final String LOCK = "lock";
    static final String LOGS = "logs.txt";
    static final String FAILURE = "failure.txt";

    /** How long not to try again after a failure. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    static final Pattern MANIFEST = Pattern.compile("(segment-([0-9]{6,18})-[0-9a-f]{8})\\.manifest");

    private final Path folder;
    private final String logs;

    private Store(Path folder, String logs) {
        this.folder = folder;
        this.logs = logs;
    }

    /**
     * The store of these logs, whether it exists yet or not.
     *
     * @param cache the folder that holds all stores
     * @param logs where the logs are
     */
    public static Store of(Path cache, LogPaths logs) {
        LogPaths real = logs.real();
        String name = StoreName.of(real.root(), String.join("\n", real.texts()));
        return new Store(cache.toAbsolutePath().resolve(name), real.toString());
    }

    /** Every store in the cache folder, by the name of its folder. */
    public static List<Store> all(Path cache) throws IOException {
        List<Store> stores = new ArrayList<>();
        if (!Files.isDirectory(cache)) {
            return stores;
        }
        try (Stream<Path> folders = Files.list(cache)) {
            for (Path folder : folders.sorted().toList()) {
                Path source = folder.resolve(LOGS);
                if (Files.isRegularFile(source)) {
                    String logs =
                            Files.readString(source, StandardCharsets.UTF_8).strip();
                    stores.add(new Store(folder, logs));
                }
            }
        }
        return stores;
    }

    /** Where the segments are. */
    public Path folder() {
        return folder;
    }

    /** The folder or file that it is a copy of, or several. */
    public String logs() {
        return logs;
    }

    /**
     * The segments that are complete and of our making, lowest first; their Parquet files are not checked yet. None when
     * the store is not there or cannot be read.
     *
     * @param fingerprint what the segments' columns and their reading must be; others are foreign
     */
    public List<Segment> segments(String fingerprint) {
        List<Segment> segments = new ArrayList<>();
        if (!PrivateFiles.isOurs(folder)) {
            return segments;
        }
        for (Path file : files()) {
            segment(file)
                    .filter(segment -> segment.manifest().fingerprint().equals(fingerprint))
                    .ifPresent(segments::add);
        }
        segments.sort((one, other) -> Long.compare(one.id(), other.id()));
        return segments;
    }

    /**
     * Takes the lock of the one that writes.
     *
     * @return nothing when another holds it
     * @throws IOException when the store cannot be written
     */
    public Optional<StoreWriter> tryWrite() throws IOException {
        PrivateFiles.folder(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel)) {
            return Optional.of(new StoreWriter(this, channel));
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    /**
     * Why the store is not kept up to date: it cannot be written, or a build failed a short time ago. Nothing when it is.
     */
    public Optional<String> problem() {
        Path existing = folder;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing.equals(folder) && !PrivateFiles.isOurs(folder)) {
            return Optional.of("the cache folder " + folder + " belongs to another user");
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return Optional.of(
                    "cannot create the cache in " + folder + ": " + existing + " is not writable; set XDG_CACHE_HOME");
        }
        Path failure = folder.resolve(FAILURE);
        try {
            Instant then = Files.getLastModifiedTime(failure).toInstant();
            return then.plus(RETRY).isAfter(Instant.now())
                    ? Optional.of(
                            "the cache could not be written: " + Files.readString(failure, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Keeps the reason of a failed build for {@link #problem}, where that can be written. */
    public void rememberFailure(String reason) {
        try {
            PrivateFiles.folder(folder);
            Files.writeString(folder.resolve(FAILURE), reason, StandardCharsets.UTF_8);
        } catch (IOException readOnly) {
            return; // which is told anyway
        }
    }

    /** What the folder holds, in no order; nothing when it is not there. */
    List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    /** The segment of a manifest file; nothing for another file or a manifest that is damaged. */
    private static Optional<Segment> segment(Path file) {
        Matcher name = MANIFEST.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        Path parquet = file.resolveSibling(name.group(1) + ".parquet");
        long id = Long.parseLong(name.group(2));
        if (!PrivateFiles.isOurs(file) || !PrivateFiles.isOurs(parquet)) {
            return Optional.empty();
        }
        return ManifestCodec.read(file).map(manifest -> new Segment(id, parquet, file, manifest));
    }
}
