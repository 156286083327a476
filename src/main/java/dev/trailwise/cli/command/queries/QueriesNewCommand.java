package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.NewQuery;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Creates a saved query of the user's own. */
@Command(
        name = "new",
        description = "Create a saved query in the folder that the setting 'queries' names.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise queries new my-question")
final class QueriesNewCommand extends HostCommand {
    @Parameters(paramLabel = "NAME", description = "Lower-case words with hyphens.")
    private String name = "";

    @Override
    protected ExitCode run(Workspace workspace) {
        Path file = NewQuery.create(workspace.settings().queries(), name);
        workspace.host().print(file + "\n");
        workspace.messages().info("Edit it, then: trailwise queries check; trailwise run " + name + " user=alice");
        return ExitCode.SUCCESS;
    }
}
