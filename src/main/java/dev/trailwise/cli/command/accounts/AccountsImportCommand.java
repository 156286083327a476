package dev.trailwise.cli.command.accounts;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.AccountImport;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Imports the accounts of an organization. */
@Command(
        name = "import",
        description = "Import the names of accounts from the output of 'aws organizations list-accounts', in place of"
                + " those imported before.",
        footerHeading = "%nExample:%n",
        footer = "  aws organizations list-accounts | trailwise accounts import -")
final class AccountsImportCommand extends HostCommand {
    @Parameters(paramLabel = "FILE", description = "The JSON file, or - for stdin.")
    private String file = "";

    @Override
    protected ExitCode run(Workspace workspace) {
        new AccountImport(workspace).read(file);
        return ExitCode.SUCCESS;
    }
}
