package dev.trailwise.cli;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Walks through a sample investigation. */
@Command(
        name = "demo",
        description = {
            "Walk through a sample investigation: the table, the price, and an intrusion.",
            "No AWS account is needed, and nothing leaves this machine."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise demo", "  trailwise demo --to ./sample-logs"})
final class DemoCommand extends HostCommand {
    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Write the sample trail there. Default: the cache folder.")
    private @Nullable Path folder;

    @Override
    protected ExitCode run(Workspace workspace) {
        Path logs = folder == null ? workspace.cacheFolder().resolve("demo") : folder;
        Demo.write(logs, folder == null);
        return new Demo(workspace, logs, words -> App.run(words, workspace.host())).show();
    }
}
