package dev.trailwise.cli;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.completion.ShellName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The script of a shell. */
@Command(
        name = "completion",
        description = "Print the script that completes command lines in a shell.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(trailwise completion bash)",
            "  source <(trailwise completion zsh)",
            "  trailwise completion fish | source"
        })
final class CompletionCommand extends HostCommand {
    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private ShellName shell;

    @Override
    protected ExitCode run(Workspace workspace) {
        workspace.host().print(shell.script());
        return ExitCode.SUCCESS;
    }
}
