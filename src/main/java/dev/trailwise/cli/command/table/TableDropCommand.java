package dev.trailwise.cli.command.table;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.TableOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.TableSetup;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the table out of the catalog. */
@Command(
        name = "drop",
        description =
                "Delete the table from the Glue catalog. Logs stay. Tables that Trailwise did not create are refused.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise table drop --dry-run", "  trailwise table drop --kind insights --yes"})
final class TableDropCommand extends HostCommand {
    @Mixin
    private final TableOptions options = new TableOptions();

    @Mixin
    private final TableReport report = new TableReport();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Print what would be deleted, and delete nothing.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Delete it without asking.")
    private boolean yes;

    @Override
    protected ExitCode run(Workspace workspace) {
        try (TableSetup table = options.open(workspace)) {
            table.drop(dryRun, yes);
            workspace.host().print(report.dropped(table.name(), dryRun ? "would be dropped" : "dropped"));
            return ExitCode.SUCCESS;
        }
    }
}
