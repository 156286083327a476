package dev.trailwise.cli.command.cache;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.console.Host;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
public final class CacheCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    CacheCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return CacheShowCommand.show(general.workspace(host), new OutputOptions());
    }
}
