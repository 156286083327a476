package dev.trailwise.cli.command.archive;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.console.Host;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The copies of log files on this machine; shows them when nothing else is said. */
@Command(
        name = "archive",
        description = {
            "Show or delete copies of log files on this machine, made by trailwise sync.",
            "Query them, free, with --logs and the folder of the bucket."
        },
        subcommands = {ArchiveShowCommand.class, ArchivePruneCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise archive", "  trailwise archive prune --before 2026-01-01"})
public final class ArchiveCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    ArchiveCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return ArchiveShowCommand.show(general.workspace(host), new OutputOptions());
    }
}
