package dev.trailwise.cli.command.archive;

import dev.trailwise.archive.ArchiveContents;
import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the archive holds. */
@Command(
        name = "show",
        description = "Show which accounts, Regions and days are copied, and how much disk space they use.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise archive show --format csv")
final class ArchiveShowCommand extends HostCommand {
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        return show(workspace, output);
    }

    static ExitCode show(Workspace workspace, OutputOptions output) {
        ArchiveContents.show(workspace, output.choice());
        return ExitCode.SUCCESS;
    }
}
