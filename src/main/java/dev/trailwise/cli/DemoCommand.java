package dev.trailwise.cli;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the whole job on the sample trail. */
@Command(
        name = "demo",
        description = {
            "Walk through a sample investigation: the table, the price, and an intrusion.",
            "No AWS account is needed, and nothing leaves this machine."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise demo", "  trailwise demo --to ./sample-logs"})
final class DemoCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Write the sample trail there. Default: the cache folder.")
    private @Nullable Path folder;

    DemoCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Path logs = folder == null ? workspace.cacheFolder().resolve("demo") : folder;
        write(logs, folder == null);
        return new Demo(workspace, logs, words -> App.run(words, host)).show().code();
    }

    /** Writes the files again each time: it takes less than to find out whether somebody changed them. */
    private static void write(Path logs, boolean ours) {
        try {
            Files.createDirectories(logs);
            if (ours) {
                SampleTrail.renew(logs);
            } else {
                SampleTrail.write(logs);
            }
        } catch (IOException e) {
            String reason = e instanceof FileSystemException file && file.getReason() != null
                    ? file.getReason()
                    : String.valueOf(e.getMessage());
            throw new Failure(
                    ExitCode.USAGE,
                    "cannot write the sample trail to " + logs + ": " + reason + "; choose a folder with --to",
                    e);
        }
    }
}
