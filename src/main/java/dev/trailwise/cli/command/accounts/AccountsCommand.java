package dev.trailwise.cli.command.accounts;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.AccountImport;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the accounts that were imported. */
@Command(
        name = "accounts",
        description = {
            "List the accounts of your organization that --account takes by name.",
            "Import them with trailwise accounts import."
        },
        subcommands = AccountsImportCommand.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  aws organizations list-accounts | trailwise accounts import -",
            "  trailwise accounts",
            "  trailwise search --account prod,audit --from 7d"
        })
public final class AccountsCommand extends HostCommand {
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        Destination.write(output.choice(), workspace, new AccountImport(workspace)::list);
        return ExitCode.SUCCESS;
    }
}
