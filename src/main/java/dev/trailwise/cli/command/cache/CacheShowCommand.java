package dev.trailwise.cli.command.cache;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.cache.CacheReport;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the cache holds. */
@Command(
        name = "show",
        description = "Show which logs are cached, and how much disk space they use.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise cache show")
final class CacheShowCommand extends HostCommand {
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        new CacheReport(workspace).show(output.choice());
        return ExitCode.SUCCESS;
    }
}
