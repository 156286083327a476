package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.Library;
import dev.trailwise.run.Hints;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks saved queries without running them. */
@Command(
        name = "check",
        description = "Check saved queries without running them: front matter, parameters and SQL.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise queries check", "  trailwise queries check ./my-queries"})
final class QueriesCheckCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder. Default: the one that the setting 'queries' names.")
    private @Nullable Path folder;

    QueriesCheckCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Path checked = folder == null ? workspace.settings().queries() : folder;
        Library.Listing listing = Library.check(checked);
        listing.problems().forEach(problem -> workspace.messages().error(problem.toString()));
        listing.queries().forEach(new Hints(workspace)::of);
        workspace
                .messages()
                .info(listing.queries().size() + " queries in " + checked + ", "
                        + listing.problems().size() + " problems");
        return listing.problems().isEmpty() ? ExitCode.ANSWERED.code() : ExitCode.USAGE.code();
    }
}
