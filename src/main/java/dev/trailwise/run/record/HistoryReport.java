package dev.trailwise.run.record;

import dev.trailwise.aws.athena.EarlierResult;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.history.AthenaRun;
import dev.trailwise.history.Ledger;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.history.Outcome;
import dev.trailwise.output.Format;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Shows what ran and what it cost. */
public final class HistoryReport {
    private static final int USUAL = 20;
    private static final int MOST_PROBLEMS = 3;

    private final Workspace workspace;
    private final OutputChoice output;

    public HistoryReport(Workspace workspace, OutputChoice output) {
        this.workspace = workspace;
        this.output = output;
    }

    /**
     * Shows the queries of a month, or the newest of any, and what the month cost.
     *
     * @param written the month, such as {@code 2026-11}
     * @param failed whether only queries without a result are shown
     */
    public void show(Optional<String> written, boolean failed) {
        Optional<YearMonth> wanted = written.map(HistoryReport::month);
        int most = most(wanted.isPresent() ? Integer.MAX_VALUE : USUAL);
        Ledger ledger = workspace.ledger();
        Ledger.Reading reading =
                wanted.map(ledger::month).orElseGet(() -> ledger.newest(failed ? Integer.MAX_VALUE : most));
        List<LedgerEntry> entries = reading.entries().stream()
                .filter(entry -> !failed || entry.outcome() != Outcome.SUCCEEDED)
                .toList();
        boolean table = output.format() == Format.TABLE && output.columns().isEmpty();
        Destination.write(
                table ? output.withColumns(HistoryText.IN_A_TABLE) : output,
                workspace,
                sink -> sink.all(
                        HistoryText.COLUMNS,
                        entries.subList(Math.max(0, entries.size() - most), entries.size()).stream()
                                .map(HistoryText::row)
                                .toList()));
        warn(reading.problems());
        YearMonth totals =
                wanted.orElseGet(() -> YearMonth.now(workspace.host().clock().withZone(ZoneOffset.UTC)));
        workspace
                .messages()
                .info(HistoryText.totals(totals, ledger.month(totals).entries()));
    }

    private int most(int usual) {
        return output.limit() == Long.MAX_VALUE ? usual : (int) Math.min(Integer.MAX_VALUE, output.limit());
    }

    /** Reports lines that could not be read, the first of them by their place. */
    private void warn(List<String> problems) {
        problems.stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> workspace.messages().warning(Sanitizer.text(problem)));
        if (problems.size() > MOST_PROBLEMS) {
            workspace.messages().warning("and " + (problems.size() - MOST_PROBLEMS) + " more lines like these");
        }
    }

    /** Shows one query, with its scope, price and SQL. */
    public void show(String id) {
        workspace.host().print(HistoryText.all(entry(id)));
    }

    /** Shows the rows of one query again, while Athena still has them. */
    public void showRows(String id) {
        LedgerEntry entry = entry(id);
        AthenaRun run = entry.run()
                .orElseThrow(
                        () -> Failure.usage(entry.id() + " never ran, so it has no rows: it was " + entry.outcome()));
        try (AwsClients clients = workspace.aws(run.region())) {
            Destination.write(output, workspace, sink -> EarlierResult.stream(clients, run.queryId(), sink));
        }
    }

    private LedgerEntry entry(String id) {
        List<LedgerEntry> found = workspace.ledger().find(id);
        if (found.isEmpty()) {
            throw Failure.usage(
                    "no history entry '" + id + "'", Remedy.command(CommandName.HISTORY, "lists the entries"));
        }
        if (found.size() > 1) {
            throw Failure.usage(found.size() + " ids begin with '" + id + "': write more of it, for example "
                    + found.get(found.size() - 1).id());
        }
        return found.get(0);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Failure.usage("not a month: '" + text + "'; write 2026-11");
        }
    }
}
