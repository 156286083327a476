package dev.trailwise.cli.command;

import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.record.HistoryReport;
import dev.trailwise.workspace.Workspace;
import java.util.Optional;
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
public final class HistoryCommand extends HostCommand {
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description = "All of this month, in UTC: 2026-11. Default: the newest 20, of any month.")
    private @Nullable String month;

    @Option(names = "--failed", description = "Only queries without a result: failed, stopped or refused.")
    private boolean failed;

    @Override
    protected ExitCode run(Workspace workspace) {
        new HistoryReport(workspace, output.choice()).show(Optional.ofNullable(month), failed);
        return ExitCode.SUCCESS;
    }
}
