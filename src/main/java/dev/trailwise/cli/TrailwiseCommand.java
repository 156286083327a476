package dev.trailwise.cli;

import dev.trailwise.console.Host;
import dev.trailwise.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that holds all others. */
@Command(
        name = "trailwise",
        description = {"Query AWS CloudTrail logs, and know the price of each query before you pay it.", ""},
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise demo",
            "  trailwise run top-events --logs ./logs --from 7d",
            "  trailwise search --user alice --error any --logs ./logs --from 2026-11-01",
            "",
            "Every command explains itself: trailwise run --help"
        })
final class TrailwiseCommand implements Runnable {
    private final Host host;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "Show this help and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    boolean version;

    TrailwiseCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        if (Terminal.of(host.environment(), Terminal.Color.auto).outIsTerminal()) {
            host.print(new Welcome(host).text());
            return;
        }
        throw new ParameterException(spec.commandLine(), "Missing command: try trailwise demo, or trailwise --help");
    }
}
