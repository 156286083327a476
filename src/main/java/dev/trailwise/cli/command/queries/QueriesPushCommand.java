package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.SharingOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.share.QueryPush;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shares saved queries with those who use Athena's console. */
@Command(
        name = "push",
        description = {
            "Put saved queries into an Athena workgroup, as named queries of its console. They read yesterday and"
                    + " today there, with the example values of their parameters, until somebody changes that.",
            "Queries that trailwise did not push are left unchanged. Default: all of your own."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise queries push",
            "  trailwise queries push root-activity key-activity --dry-run",
            "  trailwise queries push --topic signin,keys"
        })
final class QueriesPushCommand extends HostCommand {
    @Mixin
    private final SharingOptions sharing = new SharingOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        boolean all = new QueryPush(workspace, sharing.choice())
                .run(line -> workspace.host().print(line + "\n"));
        return all ? ExitCode.SUCCESS : ExitCode.USAGE;
    }
}
