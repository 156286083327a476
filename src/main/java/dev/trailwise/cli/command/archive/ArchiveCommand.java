package dev.trailwise.cli.command.archive;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;

/** The copies of log files on this machine; shows them when nothing else is said. */
@Command(
        name = "archive",
        description = {
            "Show or delete copies of log files on this machine, made by trailwise sync.",
            "Queries of a scope that is copied whole run on them, free."
        },
        subcommands = {ArchiveShowCommand.class, ArchivePruneCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise archive", "  trailwise archive prune --before 2026-01-01"})
public final class ArchiveCommand extends HostCommand {
    @Override
    protected ExitCode run(Workspace workspace) {
        return ArchiveShowCommand.show(workspace, new OutputOptions());
    }
}
