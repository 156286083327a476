package dev.trailwise.cli;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.history.LedgerEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one question of the history. */
@Command(
        name = "show",
        description = "Show one question of the history: its scope, price and SQL.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise history show k3f9x2a")
final class HistoryShowCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Parameters(paramLabel = "ID", description = "Its id, or Athena's id of the query, or how either begins.")
    private String id = "";

    HistoryShowCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        host.print(HistoryText.all(entry(new Session(host, general))));
        return ExitCode.ANSWERED.code();
    }

    private LedgerEntry entry(Session session) {
        List<LedgerEntry> found = session.ledger().find(id);
        if (found.isEmpty()) {
            throw Ask.usage("the history has no '" + id + "'; 'trailwise history' lists what there is");
        }
        if (found.size() > 1) {
            throw Ask.usage(found.size() + " ids begin with '" + id + "': write more of it, such as "
                    + found.get(found.size() - 1).id());
        }
        return found.get(0);
    }
}
