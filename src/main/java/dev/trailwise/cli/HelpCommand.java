package dev.trailwise.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trailwise help run} is {@code trailwise run --help}. */
@Command(
        name = "help",
        description = "Show the help of a command.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise help run")
final class HelpCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    @Nullable
    String command;

    @Override
    public void run() {
        CommandLine root = spec.root().commandLine();
        CommandLine subject = command == null ? root : root.getSubcommands().get(command);
        if (subject == null) {
            throw new ParameterException(spec.commandLine(), "Unknown command: '" + command + "'");
        }
        subject.usage(root.getOut());
    }
}
