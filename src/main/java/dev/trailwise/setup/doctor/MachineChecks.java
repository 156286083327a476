package dev.trailwise.setup.doctor;

import dev.trailwise.cost.Bytes;
import dev.trailwise.disk.PrivateFiles;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.local.DuckDbProbe;
import dev.trailwise.local.ResourceLimits;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** This machine: DuckDB, and the folders that the program writes. */
final class MachineChecks {
    private static final Bytes LITTLE = new Bytes(1_000_000_000);

    private final Workspace workspace;

    MachineChecks(Workspace workspace) {
        this.workspace = workspace;
    }

    CheckResult duckDb() {
        return CheckResult.ok(
                DuckDbProbe.version(ResourceLimits.in(workspace.cacheFolder().resolve("spill"))));
    }

    CheckResult cache() {
        return folder(workspace.cacheFolder(), "queries are slower without a cache", "XDG_CACHE_HOME");
    }

    CheckResult data() {
        return folder(workspace.sources().dataFolder(), "the history cannot be written", "XDG_DATA_HOME");
    }

    private static CheckResult folder(Path folder, String otherwise, String variable) {
        Path there = existing(folder);
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return CheckResult.warning(
                    folder + " cannot be written: " + otherwise,
                    Remedy.action("set " + variable + " to a folder that you may write"));
        }
        if (!there.equals(folder)) {
            return CheckResult.ok(folder + ", created when it is needed");
        }
        if (!PrivateFiles.isOurs(folder)) {
            return CheckResult.warning(
                    folder + " belongs to another user, who can change what is in it",
                    Remedy.action("set " + variable + " to a folder of your own"));
        }
        return CheckResult.ok(folder.toString());
    }

    /** The folder, or the nearest one above it that is there. */
    private static Path existing(Path folder) {
        return Stream.iterate(folder, Path::getParent)
                .takeWhile(path -> path != null)
                .filter(Files::exists)
                .findFirst()
                .orElse(folder);
    }

    CheckResult disk() {
        Path folder = existing(workspace.cacheFolder());
        Bytes free;
        try {
            free = new Bytes(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unknown) {
            throw new Failure(ExitCode.NOT_WRITTEN, "cannot read the free space of " + folder, unknown);
        }
        String found = free + " free in " + folder;
        return free.compareTo(LITTLE) < 0
                ? CheckResult.warning(
                        found, Remedy.action("free some space: a query that sorts or groups much needs it"))
                : CheckResult.ok(found);
    }

    CheckResult startup() {
        String app = workspace.host().variable("TRAILWISE_APP");
        if (app.isEmpty()) {
            return CheckResult.notChecked("not started by the launcher");
        }
        Path archive = Path.of(app, "trailwise.jsa");
        return Files.isRegularFile(archive)
                ? CheckResult.ok("class archive " + archive)
                : CheckResult.warning(
                        "no class archive " + archive + ": each start takes longer",
                        Remedy.action("install or build the program again"));
    }
}
