package dev.trailwise.cli.command.archive;

import dev.trailwise.archive.Prune;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.console.Host;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.TimeText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes copies of old log files. */
@Command(
        name = "prune",
        description = "Delete copies of log files of old days. The bucket is not changed.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise archive prune --before 90d")
final class ArchivePruneCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Option(
            names = "--before",
            required = true,
            paramLabel = "TIME",
            description = "Delete files that were delivered on days before this one: 2026-01-01, 90d.")
    private String before = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Delete without asking.")
    private boolean yes;

    ArchivePruneCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        LogDay day = LogDay.of(new TimeText(host.clock()).start(before));
        return Prune.run(general.workspace(host), day, yes).code();
    }
}
