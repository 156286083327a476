package dev.trailwise.cli.command;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.history.Ledger;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.history.Outcome;
import dev.trailwise.output.Format;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what ran and what it cost. */
@Command(
        name = "history",
        description = "Show the queries that ran on Athena, with estimated and actual cost.",
        subcommands = HistoryShowCommand.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise history",
            "  trailwise history --month 2026-11 --format csv -o november.csv",
            "  trailwise history show k3f9x2a"
        })
public final class HistoryCommand implements Callable<Integer>, NeedsHost {
    private static final int USUAL = 20;

    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description = "All of this month, in UTC: 2026-11. Default: the newest 20, of any month.")
    private @Nullable String month;

    @Option(names = "--failed", description = "Only queries without a result: failed, stopped or refused.")
    private boolean failed;

    HistoryCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Ledger ledger = workspace.ledger();
        Optional<YearMonth> wanted = Optional.ofNullable(month).map(HistoryCommand::month);
        Ledger.Reading reading =
                wanted.map(ledger::month).orElseGet(() -> ledger.newest(failed ? Integer.MAX_VALUE : most(wanted)));
        show(workspace, newest(reading.entries(), most(wanted)));
        HistoryText.problems(workspace, reading.problems());
        YearMonth totals = wanted.orElseGet(() -> YearMonth.now(host.clock().withZone(ZoneOffset.UTC)));
        workspace
                .messages()
                .info(HistoryText.totals(totals, ledger.month(totals).entries()));
        return ExitCode.ANSWERED.code();
    }

    private int most(Optional<YearMonth> wanted) {
        int usual = wanted.isPresent() ? Integer.MAX_VALUE : USUAL;
        return output.limit == null ? usual : (int) Math.min(Integer.MAX_VALUE, output.limit);
    }

    private List<LedgerEntry> newest(List<LedgerEntry> entries, int most) {
        List<LedgerEntry> wanted = entries.stream()
                .filter(entry -> !failed || entry.outcome() != Outcome.SUCCEEDED)
                .toList();
        return wanted.subList(Math.max(0, wanted.size() - most), wanted.size());
    }

    private void show(Workspace workspace, List<LedgerEntry> entries) {
        if (output.format() == Format.TABLE && output.columns.isEmpty()) {
            output.columns = HistoryText.IN_A_TABLE;
        }
        try (Destination destination = Destination.open(output.choice(), workspace)) {
            destination.sink().begin(HistoryText.COLUMNS);
            entries.forEach(entry -> destination.sink().row(HistoryText.row(entry)));
            destination.sink().finish();
            destination.commit();
        }
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Failure.usage("not a month: '" + text + "'; write 2026-11");
        }
    }
}
