package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.console.Host;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.Library;
import dev.trailwise.query.Parameter;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the saved queries. */
@Command(
        name = "list",
        description = "List saved queries: those of trailwise and your own.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise queries list", "  trailwise queries list --format json"})
final class QueriesListCommand implements Callable<Integer>, NeedsHost {
    private static final List<ResultColumn> COLUMNS =
            List.of(text("topic"), text("name"), text("needs"), text("title"));

    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    QueriesListCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return list(general.workspace(host), output);
    }

    static int list(Workspace workspace, OutputOptions output) {
        Library.Listing listing = workspace.library().all();
        try (Destination destination = Destination.open(output.choice(), workspace)) {
            destination.sink().begin(COLUMNS);
            for (SavedQuery query : listing.queries()) {
                destination.sink().row(new Object[] {query.topic(), query.name(), needs(query), query.title()});
            }
            destination.sink().finish();
            destination.commit();
        }
        listing.problems().forEach(problem -> workspace.messages().warning(problem.toString()));
        workspace.messages().info("Run one with: trailwise run NAME; see one with: trailwise queries show NAME");
        return listing.problems().isEmpty() ? ExitCode.ANSWERED.code() : ExitCode.USAGE.code();
    }

    private static String needs(SavedQuery query) {
        return query.parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .collect(Collectors.joining(" "));
    }

    private static ResultColumn text(String name) {
        return new ResultColumn(name, ResultType.TEXT);
    }
}
