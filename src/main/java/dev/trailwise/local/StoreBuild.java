package dev.trailwise.local;

import dev.trailwise.engine.ReadListener;
import dev.trailwise.local.scan.ReadMeter;
import dev.trailwise.local.store.Draft;
import dev.trailwise.local.store.Segment;
import dev.trailwise.local.store.Store;
import dev.trailwise.local.store.StoreWriter;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.trail.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Brings the store up to date with the files of a scope. Meant for a process of its own after an answer: a kill at any
 * moment leaves the store as it was, or with one whole segment more.
 */
public final class StoreBuild {
    private StoreBuild() {}

    /** How a build ended. */
    public enum Outcome {
        /** Everything in the scope is in the store now. */
        BUILT,
        /** It was already, but for what is too little to be worth a segment. */
        UP_TO_DATE,
        /** Another process is writing to the store. */
        BUSY,
        /** The store could not be written; {@link Result#reason} says why. */
        FAILED
    }

    /**
     * What a build did.
     *
     * @param outcome how it ended
     * @param files log files written to segments
     * @param events the events in them
     * @param bytes the size of the segments
     * @param reason why it failed; empty when it did not
     */
    public record Result(Outcome outcome, long files, long events, long bytes, String reason) {
        static Result of(Outcome outcome) {
            return new Result(outcome, 0, 0, 0, "");
        }
    }

    /**
     * Builds what is missing.
     *
     * @param logs where the logs are
     * @param cache the folder of stores
     * @param scope the files to store
     * @param limits the memory and disk space that it may use
     * @param evenLittle whether to build even what is too little to be worth it
     * @throws dev.trailwise.failure.Failure when there are no logs
     */
    public static Result run(LogPaths logs, Path cache, Scope scope, ResourceLimits limits, boolean evenLittle) {
        return run(logs, cache, scope, limits, evenLittle, ReadListener.NONE);
    }

    /**
     * Builds what is missing, and says how far it is.
     *
     * @param progress receives how far the reading is
     */
    public static Result run(
            LogPaths logs, Path cache, Scope scope, ResourceLimits limits, boolean evenLittle, ReadListener progress) {
        Store store = Store.of(cache, logs);
        try {
            Optional<StoreWriter> writer = store.tryWrite();
            if (writer.isEmpty()) {
                return Result.of(Outcome.BUSY);
            }
            try (StoreWriter open = writer.get()) {
                return build(open, store, logs.real(), scope, limits, evenLittle, progress);
            }
        } catch (IOException | SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            store.rememberFailure(reason);
            return new Result(Outcome.FAILED, 0, 0, 0, reason);
        }
    }

    private static Result build(
            StoreWriter writer,
            Store store,
            LogPaths logs,
            Scope scope,
            ResourceLimits limits,
            boolean evenLittle,
            ReadListener progress)
            throws IOException, SQLException {
        writer.clean(StoreFormat.FINGERPRINT);
        new SegmentCheck(Segment::sound).intact(new LinkedHashSet<>(store.segments(StoreFormat.FINGERPRINT)));
        Inventory inventory = Inventory.of(logs, LogFiles.find(logs), store.segments(StoreFormat.FINGERPRINT));
        BuildPlan rest = BuildPlan.of(inventory, scope);
        if (rest.files().isEmpty() || !(evenLittle || rest.worthwhile())) {
            return Result.of(Outcome.UP_TO_DATE);
        }
        List<Segment> staying = new ArrayList<>(inventory.segments());
        staying.removeAll(rest.replaced());
        List<Segment> added = new ArrayList<>();
        SegmentWriter segments = new SegmentWriter(
                inventory.root(), DuckDb.defaultThreads(), limits, new ReadMeter(rest.files().stream(), progress));
        for (List<LogFile> part : rest.parts()) {
            try (Draft draft = writer.draft()) {
                added.add(segments.write(draft, part, staying));
            }
            staying.add(added.get(added.size() - 1));
        }
        for (Segment segment : rest.replaced()) {
            segment.delete();
        }
        writer.forgetFailure();
        return new Result(
                Outcome.BUILT,
                added.stream()
                        .mapToLong(segment -> segment.manifest().files().size())
                        .sum(),
                added.stream().mapToLong(segment -> segment.manifest().events()).sum(),
                added.stream()
                        .mapToLong(segment -> segment.manifest().parquetBytes())
                        .sum(),
                "");
    }
}
