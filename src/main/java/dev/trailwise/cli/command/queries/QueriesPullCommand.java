package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.SharingOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.share.QueryPull;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes saved queries back from Athena, with what others changed in them. */
@Command(
        name = "pull",
        description = {
            "Take the queries that trailwise pushed to an Athena workgroup into your own folder of saved queries.",
            "A file that differs is kept, unless --force is given."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise queries pull --dry-run", "  trailwise queries pull key-activity"})
final class QueriesPullCommand extends HostCommand {
    @Mixin
    private final SharingOptions sharing = new SharingOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        boolean all = new QueryPull(
                        workspace, sharing.choice(), line -> workspace.host().print(line + "\n"))
                .run();
        return all ? ExitCode.SUCCESS : ExitCode.USAGE;
    }
}
