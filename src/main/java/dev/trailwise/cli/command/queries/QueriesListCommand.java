package dev.trailwise.cli.command.queries;

import static dev.trailwise.engine.ResultColumn.text;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.Library;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the saved queries. */
@Command(
        name = "list",
        description = "List saved queries: those of trailwise and your own.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise queries list", "  trailwise queries list --format json"})
final class QueriesListCommand extends HostCommand {
    private static final List<ResultColumn> COLUMNS =
            List.of(text("topic"), text("name"), text("needs"), text("title"));

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        return list(workspace, output);
    }

    static ExitCode list(Workspace workspace, OutputOptions output) {
        Library.Listing listing = workspace.library().all();
        List<@Nullable Object[]> rows = listing.queries().stream()
                .map(query -> new @Nullable Object[] {query.topic(), query.name(), query.needs(), query.title()})
                .toList();
        Destination.write(output.choice(), workspace, sink -> sink.all(COLUMNS, rows));
        listing.problems().forEach(problem -> workspace.messages().warning(problem.toString()));
        workspace.messages().info("Run one with: trailwise run NAME; see one with: trailwise queries show NAME");
        return listing.problems().isEmpty() ? ExitCode.SUCCESS : ExitCode.USAGE;
    }
}
