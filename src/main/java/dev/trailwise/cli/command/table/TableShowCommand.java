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

/** Tells how the table is. */
@Command(
        name = "show",
        description =
                "Compare the table with your trail, with accounts and Regions that joined since. Exit code: 0 up to"
                        + " date, 3 differs, 6 missing or not ours.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise table show", "  trailwise table show --format json"})
final class TableShowCommand extends HostCommand {
    @Mixin
    private final TableOptions options = new TableOptions();

    @Mixin
    private final ProjectionOptions projection = new ProjectionOptions();

    @Mixin
    private final TableReport report = new TableReport();

    @Override
    protected ExitCode run(Workspace workspace) {
        try (TableSetup table = options.open(workspace)) {
            TablePlan plan = table.compare(projection.projection());
            workspace.host().print(report.state(plan));
            return exit(plan);
        }
    }

    /** So that a script can tell them apart. */
    private static ExitCode exit(TablePlan plan) {
        if (plan instanceof TablePlan.UpToDate) {
            return ExitCode.SUCCESS;
        }
        return plan instanceof TablePlan.Update ? ExitCode.PARTIAL : ExitCode.QUERY_FAILED;
    }
}
