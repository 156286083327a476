package dev.trailwise.cli.command.table;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.Catalog;
import dev.trailwise.table.TableKind;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the columns of a table. */
@Command(
        name = "columns",
        description = "List the columns of a table with their types and meaning.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise table columns", "  trailwise table columns --kind insights --format csv"})
final class TableColumnsCommand extends HostCommand {
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "events",
            description = "Which table: ${COMPLETION-CANDIDATES}. Default: events.")
    private TableKind kind = TableKind.EVENTS;

    @Override
    protected ExitCode run(Workspace workspace) {
        Destination.write(output.choice(), workspace, sink -> Catalog.columns(kind.definition(), sink));
        return ExitCode.SUCCESS;
    }
}
