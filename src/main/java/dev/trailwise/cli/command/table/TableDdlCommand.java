package dev.trailwise.cli.command.table;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.ProjectionOptions;
import dev.trailwise.cli.option.TableOptions;
import dev.trailwise.config.Settings;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.WantedTable;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableRendering;
import dev.trailwise.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the table for those who deploy by code. */
@Command(
        name = "ddl",
        description = {
            "Print the table as code: SQL DDL, Terraform or CloudFormation. Trailwise manages a table created this way as its own.",
            "Accounts, Regions and the first day that the settings leave out are read from the bucket's folders."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise table ddl --as athena", "  trailwise table ddl --as terraform > table.tf"})
final class TableDdlCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final TableOptions options = new TableOptions();

    @Mixin
    private final ProjectionOptions projection = new ProjectionOptions();

    @Option(
            names = "--as",
            paramLabel = "LANGUAGE",
            defaultValue = "athena",
            description = "Language: ${COMPLETION-CANDIDATES}. Default: athena. terraform and cloudformation create the"
                    + " database too, unless their variable or parameter for that is false.")
    private TableRendering rendering = TableRendering.ATHENA;

    TableDdlCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Settings settings = workspace.settings(options.overrides());
        try (AwsClients clients = workspace.aws(settings)) {
            WantedTable wanted = new WantedTable(workspace, settings, clients, options.definition());
            ProjectedTable table = wanted.fromSettings(projection.projection());
            host.print(rendering.of(table));
            wanted.tellConsequences(table);
        }
        return ExitCode.ANSWERED.code();
    }
}
