package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.console.Host;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The saved queries; lists them when nothing else is said. */
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
public final class QueriesCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    QueriesCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return QueriesListCommand.list(general.workspace(host), new OutputOptions());
    }
}
