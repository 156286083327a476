package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.SharingOptions;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.share.QueryPull;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes saved queries back from Athena, with what others changed in them. */
@Command(
        name = "pull",
        description = {
            "Take the queries that trailwise pushed to an Athena workgroup into your own folder of saved queries.",
            "A file that differs is kept, unless --force is given."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise queries pull --dry-run", "  trailwise queries pull key-activity"})
final class QueriesPullCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final SharingOptions sharing = new SharingOptions();

    QueriesPullCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        boolean all = new QueryPull(general.workspace(host), sharing.choice(), line -> host.print(line + "\n")).run();
        return (all ? ExitCode.ANSWERED : ExitCode.USAGE).code();
    }
}
