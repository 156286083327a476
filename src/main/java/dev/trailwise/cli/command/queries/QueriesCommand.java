package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.listing.QueryFilter;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;

/** The saved queries; lists them without a subcommand. */
@Command(
        name = "queries",
        description = "List, show, check, create and share saved queries.",
        subcommands = {
            QueriesListCommand.class,
            QueriesShowCommand.class,
            QueriesNewCommand.class,
            QueriesCheckCommand.class,
            QueriesPushCommand.class,
            QueriesPullCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise queries", "  trailwise queries show key-activity", "  trailwise queries new my-question"
        })
public final class QueriesCommand extends HostCommand {
    @Override
    protected ExitCode run(Workspace workspace) {
        return QueriesListCommand.list(workspace, new OutputOptions().choice(), QueryFilter.ALL);
    }
}
