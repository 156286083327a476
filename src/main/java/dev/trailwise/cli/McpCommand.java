package dev.trailwise.cli;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.mcp.Server;
import dev.trailwise.cli.option.McpOptions;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves an agent. */
@Command(
        name = "mcp",
        description = {
            "Serve an AI agent over the Model Context Protocol, on stdin and stdout.",
            "The limits hold whatever the model asks for. It can only read."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise mcp --logs ./logs", "  trailwise mcp --max-per-call 0.10 --max-per-session 1.00"})
final class McpCommand extends HostCommand {
    @Mixin
    private final McpOptions options = new McpOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    protected ExitCode run(Workspace workspace) {
        Host host = workspace.host();
        McpCommands commands = new McpCommands(host, general());
        try {
            new Server(commands, options.limits(), Version.number(), host.out()).serve(host.in());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            commands.end();
        }
        return ExitCode.SUCCESS;
    }

    private List<String> general() {
        return Stream.of("--config", "--profile")
                .map(spec::findOption)
                .filter(option -> option.getValue() != null)
                .map(option -> option.longestName() + "=" + option.getValue())
                .toList();
    }
}
