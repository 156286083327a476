package dev.trailwise.cli.command.table;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.ProjectionOptions;
import dev.trailwise.cli.option.TableOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.TableSetup;
import dev.trailwise.table.TableRendering;
import dev.trailwise.workspace.Workspace;
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
final class TableDdlCommand extends HostCommand {
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

    @Override
    protected ExitCode run(Workspace workspace) {
        try (TableSetup table = options.open(workspace)) {
            workspace.host().print(table.code(projection.projection(), rendering));
            return ExitCode.SUCCESS;
        }
    }
}
