package dev.trailwise.cli.command.cache;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.LogOption;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.ScopeOptions;
import dev.trailwise.console.Host;
import dev.trailwise.console.Messages;
import dev.trailwise.cost.Bytes;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.local.StoreBuild;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.workspace.LogInput;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the cache up to date; what runs in the background after an answer. */
@Command(
        name = "build",
        description = "Build the cache for a scope now instead of in the background.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise cache build --logs ./logs --all-time")
final class CacheBuildCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(
            names = LogOption.NAME,
            required = true,
            paramLabel = "PATH",
            description = "A folder, a file or a quoted pattern of CloudTrail files. Repeat it for several.")
    private List<String> logs = new ArrayList<>();

    CacheBuildCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        if (logs.contains(LogInput.STDIN)) {
            throw Failure.usage("a log from stdin cannot be cached; save it to a file");
        }
        LogPaths paths = LogInput.open(workspace, logs).paths();
        workspace.progress().start();
        StoreBuild.Result result = StoreBuild.run(
                paths,
                workspace.storeFolder(),
                scope.scope(host.clock()),
                workspace.localLimits(Optional.empty()),
                true,
                workspace.progress());
        workspace.progress().stop();
        Messages messages = workspace.messages();
        switch (result.outcome()) {
            case BUILT ->
                messages.info("kept " + result.events() + " events of " + result.files() + " files in "
                        + new Bytes(result.bytes()));
            case UP_TO_DATE -> messages.info("up to date: everything is cached");
            case BUSY -> messages.info("another trailwise process is caching these logs");
            case FAILED -> throw new Failure(ExitCode.USAGE, "the cache could not be written: " + result.reason());
        }
        return ExitCode.ANSWERED.code();
    }
}
