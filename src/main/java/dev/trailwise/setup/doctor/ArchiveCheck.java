package dev.trailwise.setup.doctor;

import dev.trailwise.aws.s3.ArchiveFolder;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.trail.TrailLayout;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The copy of the trail's log files on this machine, if there is one. */
final class ArchiveCheck {
    private static final int DEPTH = 3;

    private final Workspace workspace;

    ArchiveCheck(Workspace workspace) {
        this.workspace = workspace;
    }

    CheckResult archive() {
        Optional<String> bucket = workspace.settings().trail().bucket();
        if (bucket.isEmpty()) {
            return CheckResult.notChecked("no bucket is set");
        }
        ArchiveFolder folder = new ArchiveFolder(workspace.archiveFolder().resolve(bucket.get()));
        if (folder.logs(Pricing.trail(workspace.settings())).isEmpty()) {
            return CheckResult.ok("no copy of the trail; " + CommandName.SYNC + " makes one");
        }
        TrailLayout layout = workspace.settings().trail().layout();
        return CheckResult.ok(folder.path()
                + newest(folder.path().resolve(layout.root()), layout.kind().folder())
                        .map(day -> ", up to " + day)
                        .orElse(""));
    }

    /** The newest day that has a folder, in any account and Region. */
    private static Optional<String> newest(Path root, String kind) {
        try (Stream<Path> accounts = Files.list(root)) {
            return accounts.map(account -> account.resolve(kind))
                    .filter(Files::isDirectory)
                    .flatMap(ArchiveCheck::children)
                    .flatMap(region -> newestDay(region).stream())
                    .max(Comparator.naturalOrder());
        } catch (IOException unreadable) {
            throw new Failure(ExitCode.USAGE, "cannot read " + root + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static Optional<String> newestDay(Path region) {
        Optional<Path> folder = Optional.of(region);
        for (int level = 0; level < DEPTH; level++) {
            folder = folder.flatMap(parent -> children(parent).max(Comparator.naturalOrder()));
        }
        return folder.map(day -> region.relativize(day).toString().replace('/', '-'));
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
