package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.Library;
import dev.trailwise.run.Hints;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks saved queries without running them. */
@Command(
        name = "check",
        description = "Check saved queries without running them: front matter, parameters and SQL.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise queries check", "  trailwise queries check ./my-queries"})
final class QueriesCheckCommand extends HostCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder. Default: the one that the setting 'queries' names.")
    private @Nullable Path folder;

    @Override
    protected ExitCode run(Workspace workspace) {
        Path checked = folder == null ? workspace.settings().queries() : folder;
        Library.Listing listing = Library.check(checked);
        listing.problems().forEach(problem -> workspace.messages().error(problem.toString()));
        listing.queries().forEach(new Hints(workspace)::of);
        workspace
                .messages()
                .info(listing.queries().size() + " queries in " + checked + ", "
                        + listing.problems().size() + " problems");
        return listing.problems().isEmpty() ? ExitCode.SUCCESS : ExitCode.USAGE;
    }
}
