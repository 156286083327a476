package dev.trailwise.cli.command.cache;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.LogOption;
import dev.trailwise.cli.option.ScopeOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.cache.CacheReport;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the cache up to date; what runs in the background after an answer. */
@Command(
        name = "build",
        description = "Build the cache for a scope now instead of in the background.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise cache build --logs ./logs --all-time")
final class CacheBuildCommand extends HostCommand {
    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(
            names = LogOption.NAME,
            required = true,
            paramLabel = "PATH",
            description = "A folder, a file or a quoted pattern of CloudTrail files. Repeat it for several.")
    private List<String> logs = new ArrayList<>();

    @Override
    protected ExitCode run(Workspace workspace) {
        new CacheReport(workspace).build(logs, scope.scope(workspace.host().clock()));
        return ExitCode.SUCCESS;
    }
}
