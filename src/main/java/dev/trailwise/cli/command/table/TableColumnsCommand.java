package dev.trailwise.cli.command.table;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.cli.option.TableOptions;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.Catalog;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the columns of a table. */
@Command(
        name = "columns",
        description = "List the columns of a table with their types and meaning.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise table columns", "  trailwise table columns --kind insights --format csv"})
final class TableColumnsCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "events",
            description = "Which table: ${COMPLETION-CANDIDATES}. Default: events.")
    private TableOptions.Kind kind = TableOptions.Kind.EVENTS;

    TableColumnsCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        try (Destination destination = Destination.open(output.choice(), workspace)) {
            Catalog.columns(kind.definition(), destination.sink());
            destination.commit();
        }
        return ExitCode.ANSWERED.code();
    }
}
