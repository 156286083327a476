package dev.trailwise.cli.command.table;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.glue.GlueCatalog;
import dev.trailwise.aws.glue.TablePlan;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.ProjectionOptions;
import dev.trailwise.cli.option.TableOptions;
import dev.trailwise.config.Settings;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.WantedTable;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.workspace.Workspace;
import java.util.concurrent.Callable;
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
final class TableShowCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final TableOptions options = new TableOptions();

    @Mixin
    private final ProjectionOptions projection = new ProjectionOptions();

    @Mixin
    private final TableReport report = new TableReport();

    TableShowCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Settings settings = workspace.settings(options.overrides());
        try (AwsClients clients = workspace.aws(settings)) {
            WantedTable wanted = new WantedTable(workspace, settings, clients, options.definition());
            ProjectedTable table = wanted.fromBucket(projection.projection());
            TablePlan plan = new GlueCatalog(clients).plan(table);
            host.print(report.state(plan));
            return exit(plan).code();
        }
    }

    /** So that a script can tell them apart. */
    private static ExitCode exit(TablePlan plan) {
        if (plan instanceof TablePlan.UpToDate) {
            return ExitCode.ANSWERED;
        }
        return plan instanceof TablePlan.Update ? ExitCode.GAPS : ExitCode.QUERY_FAILED;
    }
}
