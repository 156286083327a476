package dev.trailwise.cli.command;

import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.record.HistoryReport;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one query of the history. */
@Command(
        name = "show",
        description =
                "Show one query of the history: its scope, price and SQL; or its rows, which Athena keeps for some weeks, without a new scan.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise history show k3f9x2a",
            "  trailwise history show k3f9x2a --rows --format csv -o again.csv"
        })
final class HistoryShowCommand extends HostCommand {
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--rows", description = "Show the rows of its result again, free.")
    private boolean rows;

    @Parameters(paramLabel = "ID", description = "Its id, or Athena's id of the query, or how either begins.")
    private String id = "";

    @Override
    protected ExitCode run(Workspace workspace) {
        HistoryReport report = new HistoryReport(workspace, output.choice());
        if (rows) {
            report.showRows(id);
        } else {
            report.show(id);
        }
        return ExitCode.SUCCESS;
    }
}
