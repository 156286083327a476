package dev.trailwise.cli;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.completion.Completer;
import dev.trailwise.config.TrailSettings;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.query.Library;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a shell asks while somebody types. */
@Command(
        name = "complete",
        hidden = true,
        description = "Print completions of a command line, for shell scripts.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise complete -- run top-")
final class CompleteCommand extends HostCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "The words; the last one is completed.")
    private List<String> words = new ArrayList<>();

    @Override
    protected ExitCode run(Workspace workspace) {
        StringBuilder candidates = new StringBuilder();
        completer(workspace)
                .candidates(words)
                .forEach(candidate -> candidates.append(candidate).append('\n'));
        workspace.host().print(candidates.toString());
        return ExitCode.SUCCESS;
    }

    /** Settings that cannot be read are no reason not to complete commands. */
    private Completer completer(Workspace workspace) {
        CommandLine root = spec.root().commandLine();
        try {
            TrailSettings trail = workspace.settings().trail();
            List<String> accounts = Completer.texts(trail.accounts());
            workspace.accountBook().accounts().forEach(account -> {
                accounts.add(account.id().digits());
                accounts.add(account.name());
            });
            return new Completer(root, workspace.library(), accounts, Completer.texts(trail.regions()));
        } catch (Failure unreadable) {
            return new Completer(root, Library.shipped(), List.of(), List.of());
        }
    }
}
