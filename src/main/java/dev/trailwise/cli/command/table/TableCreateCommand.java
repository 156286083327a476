package dev.trailwise.cli.command.table;

import dev.trailwise.aws.glue.TablePlan;
import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.ProjectionOptions;
import dev.trailwise.cli.option.TableOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.TableSetup;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the table, or brings it up to date. */
@Command(
        name = "create",
        description = {
            "Create the table, and its database if it does not exist. A table that is up to date is not changed.",
            "A table that differs is changed only with --update; one that Trailwise did not create, only with --replace."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise table create --dry-run",
            "  trailwise table create",
            "  trailwise table create --update",
            "  trailwise table create --kind insights"
        })
final class TableCreateCommand extends HostCommand {
    @Mixin
    private final TableOptions options = new TableOptions();

    @Mixin
    private final ProjectionOptions projection = new ProjectionOptions();

    @Mixin
    private final TableReport report = new TableReport();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Print the request without sending it.")
    private boolean dryRun;

    @Option(
            names = "--update",
            description = "Update a table that differs; columns and properties that others added stay.")
    private boolean update;

    @Option(names = "--replace", description = "Replace a table of that name, whoever created it.")
    private boolean replace;

    @Override
    protected ExitCode run(Workspace workspace) {
        try (TableSetup table = options.open(workspace)) {
            TablePlan plan = table.create(projection.projection(), dryRun, update, replace);
            workspace.host().print(dryRun ? report.request(plan) : report.done(plan));
            return ExitCode.SUCCESS;
        }
    }
}
