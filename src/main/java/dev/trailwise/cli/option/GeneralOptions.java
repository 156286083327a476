package dev.trailwise.cli.option;

import dev.trailwise.console.Console;
import dev.trailwise.console.Host;
import dev.trailwise.console.Messages;
import dev.trailwise.console.Terminal;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command. */
public final class GeneralOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec command;

    @Option(names = "--config", paramLabel = "FILE", description = "Read settings from this file.")
    public @Nullable Path config;

    @Option(names = "--profile", paramLabel = "NAME", description = "The AWS profile to use.")
    @Nullable
    String profile;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only warnings and errors.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print more detail.")
    boolean verbose;

    @Option(names = "--debug", description = "Show stack traces of errors.")
    boolean debug;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour: ${COMPLETION-CANDIDATES}. Default: auto, which honours NO_COLOR.")
    Terminal.Color color = Terminal.Color.auto;

    /** Stays in the history with the rest of the command line. */
    @Option(names = "--via", hidden = true, paramLabel = "NAME", description = "What runs this command for somebody.")
    @Nullable
    String via;

    /** What a command works with. */
    public Workspace workspace(Host host) {
        return new Workspace(console(host), Optional.ofNullable(config), Optional.ofNullable(profile));
    }

    private Console console(Host host) {
        Messages.Level level =
                quiet ? Messages.Level.QUIET : verbose || debug ? Messages.Level.VERBOSE : Messages.Level.NORMAL;
        return Console.of(host, color, level, NoticeText.of(command));
    }
}
