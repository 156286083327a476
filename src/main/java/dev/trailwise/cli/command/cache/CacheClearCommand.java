package dev.trailwise.cli.command.cache;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.cache.CacheReport;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;

/** Empties the cache. */
@Command(
        name = "clear",
        description = "Delete the cache. Log files stay.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise cache clear")
final class CacheClearCommand extends HostCommand {
    @Override
    protected ExitCode run(Workspace workspace) {
        new CacheReport(workspace).clear();
        return ExitCode.SUCCESS;
    }
}
