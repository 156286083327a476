package dev.trailwise.cli.command;

import dev.trailwise.aws.athena.EarlierResult;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.history.AthenaRun;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one question of the history. */
@Command(
        name = "show",
        description =
                "Show one query of the history: its scope, price and SQL; or its rows, which Athena keeps for some weeks, without a new scan.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise history show k3f9x2a",
            "  trailwise history show k3f9x2a --rows --format csv -o again.csv"
        })
final class HistoryShowCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--rows", description = "Show the rows of its result again, free.")
    private boolean rows;

    @Parameters(paramLabel = "ID", description = "Its id, or Athena's id of the query, or how either begins.")
    private String id = "";

    HistoryShowCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        LedgerEntry entry = entry(workspace);
        if (rows) {
            showRows(workspace, entry);
        } else {
            host.print(HistoryText.all(entry));
        }
        return ExitCode.ANSWERED.code();
    }

    private void showRows(Workspace workspace, LedgerEntry entry) {
        AthenaRun run = entry.run()
                .orElseThrow(
                        () -> Failure.usage(entry.id() + " never ran, so it has no rows: it was " + entry.outcome()));
        try (AwsClients clients = workspace.aws(run.region());
                Destination destination = Destination.open(output.choice(), workspace)) {
            EarlierResult.stream(clients, run.queryId(), destination.sink());
            destination.commit();
        }
    }

    private LedgerEntry entry(Workspace workspace) {
        List<LedgerEntry> found = workspace.ledger().find(id);
        if (found.isEmpty()) {
            throw Failure.usage("no history entry '" + id + "'; see 'trailwise history'");
        }
        if (found.size() > 1) {
            throw Failure.usage(found.size() + " ids begin with '" + id + "': write more of it, for example "
                    + found.get(found.size() - 1).id());
        }
        return found.get(0);
    }
}
