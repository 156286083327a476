package dev.trailwise.run.cache;

import static dev.trailwise.engine.ResultColumn.integer;

import dev.trailwise.console.Messages;
import dev.trailwise.cost.Bytes;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.local.CacheContents;
import dev.trailwise.local.StoreBuild;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.output.Counts;
import dev.trailwise.trail.Scope;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.LogInput;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the cache, shows it, and deletes it; reports each. */
public final class CacheReport {
    private static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("logs"), integer("segments"), integer("files"), integer("events"), integer("bytes"));

    private final Workspace workspace;
    private final Path folder;

    public CacheReport(Workspace workspace) {
        this.workspace = workspace;
        this.folder = workspace.storeFolder();
    }

    /** Builds the cache of the logs in a scope. */
    public void build(List<String> logs, Scope scope) {
        if (logs.contains(LogInput.STDIN)) {
            throw Failure.usage("a log from stdin cannot be cached; save it to a file");
        }
        workspace.progress().start();
        StoreBuild.Result result = StoreBuild.run(
                LogInput.open(workspace, logs).paths(),
                folder,
                scope,
                workspace.localLimits(Optional.empty()),
                true,
                workspace.progress());
        workspace.progress().stop();
        Messages messages = workspace.messages();
        switch (result.outcome()) {
            case BUILT ->
                messages.info("cached " + Counts.of(result.events(), "event") + " from "
                        + Counts.of(result.files(), "file") + " (" + new Bytes(result.bytes()) + ")");
            case UP_TO_DATE -> messages.info("up to date: everything is cached");
            case BUSY -> messages.info("another trailwise process is caching these logs");
            case FAILED -> throw Failure.usage("the cache could not be written: " + result.reason());
        }
    }

    /** Shows which logs are cached. */
    public void show(OutputChoice output) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        contents()
                .forEach(kept -> rows.add(
                        new @Nullable Object[] {kept.logs(), kept.segments(), kept.files(), kept.events(), kept.bytes()
                        }));
        List<LogFile> fetched = fetched();
        if (!fetched.isEmpty()) {
            rows.add(new @Nullable Object[] {
                workspace.lookupFolder().toString(),
                0L,
                (long) fetched.size(),
                null,
                size(fetched).count()
            });
        }
        Destination.write(output, workspace, sink -> sink.all(COLUMNS, rows));
        workspace
                .messages()
                .info(new Notice("in " + folder, Remedy.command(CommandName.CACHE_CLEAR, "deletes all of it")));
    }

    /** The files of events that LookupEvents gave. */
    private List<LogFile> fetched() {
        Path lookup = workspace.lookupFolder();
        return Files.isDirectory(lookup) ? LogFiles.find(lookup).files() : List.of();
    }

    private static Bytes size(List<LogFile> files) {
        return new Bytes(files.stream().mapToLong(LogFile::size).sum());
    }

    private List<CacheContents> contents() {
        try {
            return CacheContents.of(folder);
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Deletes the cache. */
    public void clear() {
        try {
            CacheContents.Cleared cleared = CacheContents.clear(folder);
            workspace.messages().info("removed " + new Bytes(cleared.bytes()) + " from " + folder);
            List<LogFile> fetched = fetched();
            if (!fetched.isEmpty()) {
                workspace
                        .messages()
                        .info("kept " + size(fetched) + " from LookupEvents in " + workspace.lookupFolder()
                                + ": events older than 90 days cannot be fetched again");
            }
            if (cleared.busy() > 0) {
                workspace.messages().warning(cleared.busy() + " of them is being written and stays");
            }
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot clear " + folder + ": " + e.getMessage(), e);
        }
    }
}
