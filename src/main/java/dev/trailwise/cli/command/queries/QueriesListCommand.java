package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.cli.option.QueryListOptions;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.Library;
import dev.trailwise.query.listing.QueryFilter;
import dev.trailwise.query.listing.QueryList;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the saved queries. */
@Command(
        name = "list",
        description = "List saved queries: those of trailwise and your own.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise queries list root",
            "  trailwise queries list --detections --mitre T1562",
            "  trailwise queries list --topic keys,signin --format json"
        })
final class QueriesListCommand extends HostCommand {
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final QueryListOptions which = new QueryListOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        return list(workspace, output.choice(), which.filter());
    }

    static ExitCode list(Workspace workspace, OutputChoice output, QueryFilter filter) {
        Library.Listing listing = workspace.library().all();
        QueryList list = new QueryList(filter.of(listing.queries()));
        if (output.isPlainTable()) {
            Destination.print(output, workspace, list.first(output.limit())::lines);
        } else {
            Destination.write(
                    output,
                    workspace,
                    sink -> sink.all(
                            QueryList.COLUMNS.stream().map(ResultColumn::text).toList(), list.rows()));
        }
        listing.problems().forEach(problem -> workspace.messages().warning(problem.toString()));
        workspace
                .messages()
                .info(list.count() + ". Run one: trailwise run NAME; show one: trailwise queries show NAME");
        return listing.problems().isEmpty() ? ExitCode.SUCCESS : ExitCode.USAGE;
    }
}
