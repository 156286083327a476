package dev.trailwise.cli.command.archive;

import dev.trailwise.archive.ArchiveContents;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the archive holds. */
@Command(
        name = "show",
        description = "Show which accounts, Regions and days are copied, and how much disk space they use.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise archive show --format csv")
final class ArchiveShowCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ArchiveShowCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return show(general.workspace(host), output);
    }

    static int show(Workspace workspace, OutputOptions output) {
        try (Destination destination = Destination.open(output.choice(), workspace)) {
            ArchiveContents.of(workspace.archiveFolder()).writeTo(destination.sink());
            destination.commit();
        }
        workspace.messages().info("in " + workspace.archiveFolder());
        return ExitCode.ANSWERED.code();
    }
}
