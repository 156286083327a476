package dev.trailwise.cli.command.table;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.glue.GlueCatalog;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.TableOptions;
import dev.trailwise.config.Settings;
import dev.trailwise.console.Host;
import dev.trailwise.console.Prompt;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.table.TableName;
import dev.trailwise.workspace.Workspace;
import java.util.concurrent.Callable;
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
final class TableDropCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

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

    TableDropCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Settings settings = workspace.settings(options.overrides());
        TableName name = settings.table().of(options.definition());
        try (AwsClients clients = workspace.aws(settings)) {
            GlueCatalog catalog = new GlueCatalog(clients);
            catalog.findOurs(name);
            if (dryRun) {
                host.print(report.dropped(name, "would be dropped"));
                return ExitCode.ANSWERED.code();
            }
            if (!yes) {
                new Prompt(workspace.console())
                        .confirm("Drop the table " + name + " from the catalog in " + clients.region() + "?");
            }
            catalog.drop(name);
            host.print(report.dropped(name, "dropped"));
        }
        return ExitCode.ANSWERED.code();
    }
}
