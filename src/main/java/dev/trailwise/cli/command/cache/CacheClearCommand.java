package dev.trailwise.cli.command.cache;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.console.Host;
import dev.trailwise.cost.Bytes;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.local.CacheContents;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Empties the cache. */
@Command(
        name = "clear",
        description = "Delete the cache. Log files stay.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise cache clear")
final class CacheClearCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    CacheClearCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        try {
            CacheContents.Cleared cleared = CacheContents.clear(workspace.storeFolder());
            workspace.messages().info("removed " + new Bytes(cleared.bytes()) + " from " + workspace.storeFolder());
            if (cleared.busy() > 0) {
                workspace.messages().warning(cleared.busy() + " of them is being written and stays");
            }
            return ExitCode.ANSWERED.code();
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot clear " + workspace.storeFolder() + ": " + e.getMessage(), e);
        }
    }
}
