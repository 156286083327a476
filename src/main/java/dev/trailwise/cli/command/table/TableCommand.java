package dev.trailwise.cli.command.table;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The Athena table over the logs. */
@Command(
        name = "table",
        description = "Create, check, drop or print the Athena table over the logs.",
        subcommands = {
            TableCreateCommand.class,
            TableShowCommand.class,
            TableColumnsCommand.class,
            TableDdlCommand.class,
            TableDropCommand.class,
            TablePolicyCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise table create --dry-run",
            "  trailwise table show",
            "  trailwise table ddl --as terraform > table.tf"
        })
public final class TableCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: try trailwise table show");
    }
}
