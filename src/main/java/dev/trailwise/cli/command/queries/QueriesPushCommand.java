package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.SharingOptions;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.share.QueryPush;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shares saved queries with those who use Athena's console. */
@Command(
        name = "push",
        description = {
            "Put saved queries into an Athena workgroup, as named queries of its console. They read yesterday and"
                    + " today there, with the example values of their parameters, until somebody changes that.",
            "Queries that trailwise did not push are left unchanged. Default: all of your own."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise queries push",
            "  trailwise queries push root-activity key-activity --dry-run",
            "  trailwise queries push --topic signin,keys"
        })
final class QueriesPushCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final SharingOptions sharing = new SharingOptions();

    QueriesPushCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        boolean all = new QueryPush(general.workspace(host), sharing.choice()).run(line -> host.print(line + "\n"));
        return (all ? ExitCode.ANSWERED : ExitCode.USAGE).code();
    }
}
