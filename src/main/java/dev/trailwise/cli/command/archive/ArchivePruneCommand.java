package dev.trailwise.cli.command.archive;

import dev.trailwise.archive.Prune;
import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.TimeText;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes copies of old log files. */
@Command(
        name = "prune",
        description = "Delete copies of log files of old days. The bucket is not changed.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise archive prune --before 90d")
final class ArchivePruneCommand extends HostCommand {
    @Option(
            names = "--before",
            required = true,
            paramLabel = "TIME",
            description = "Delete files that were delivered on days before this one: 2026-01-01, 90d.")
    private String before = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Delete without asking.")
    private boolean yes;

    @Override
    protected ExitCode run(Workspace workspace) {
        LogDay day = LogDay.of(new TimeText(workspace.host().clock()).start(before));
        return Prune.run(workspace, day, yes);
    }
}
