package dev.trailwise.cli.command.trail;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The trail itself. */
@Command(
        name = "trail",
        description = "Check how your trail is set up.",
        subcommands = TrailCheckCommand.class,
        footerHeading = "%nExample:%n",
        footer = "  trailwise trail check")
public final class TrailCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: try trailwise trail check");
    }
}
