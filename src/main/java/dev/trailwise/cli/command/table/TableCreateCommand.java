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
import dev.trailwise.setup.ResultsCheck;
import dev.trailwise.setup.WantedTable;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.workspace.Workspace;
import java.util.concurrent.Callable;
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
final class TableCreateCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

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

    TableCreateCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Settings settings = workspace.settings(options.overrides());
        try (AwsClients clients = workspace.aws(settings)) {
            ResultsCheck results = ResultsCheck.begin(workspace, clients, settings);
            WantedTable wanted = new WantedTable(workspace, settings, clients, options.definition());
            ProjectedTable table = wanted.fromBucket(projection.projection());
            GlueCatalog catalog = new GlueCatalog(clients);
            results.check();
            TablePlan plan = catalog.plan(table);
            if (dryRun) {
                plan.differences().forEach(difference -> workspace.messages().info("  " + difference.line()));
                host.print(report.request(plan));
            } else {
                plan.check(update, replace);
                catalog.apply(plan);
                host.print(report.done(plan));
            }
            wanted.tellConsequences(table);
        }
        return ExitCode.ANSWERED.code();
    }
}
