package dev.trailwise.cli.command.cache;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.cache.CacheReport;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;

/** The columnar copies of logs; shows them when nothing else is said. */
@Command(
        name = "cache",
        description = {
            "Show, build or delete the cache: columnar copies of logs that make later queries fast.",
            "They are written in the background after a query. Delete them at any time."
        },
        subcommands = {CacheShowCommand.class, CacheClearCommand.class, CacheBuildCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise cache", "  trailwise cache clear"})
public final class CacheCommand extends HostCommand {
    @Override
    protected ExitCode run(Workspace workspace) {
        new CacheReport(workspace).show(new OutputOptions().choice());
        return ExitCode.SUCCESS;
    }
}
