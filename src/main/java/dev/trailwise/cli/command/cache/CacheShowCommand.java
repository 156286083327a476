package dev.trailwise.cli.command.cache;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.console.Host;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.local.CacheContents;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the cache holds. */
@Command(
        name = "show",
        description = "Show which logs are cached, and how much disk space they use.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise cache show")
final class CacheShowCommand implements Callable<Integer>, NeedsHost {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("logs", ResultType.TEXT),
            new ResultColumn("segments", ResultType.INTEGER),
            new ResultColumn("files", ResultType.INTEGER),
            new ResultColumn("events", ResultType.INTEGER),
            new ResultColumn("bytes", ResultType.INTEGER));

    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CacheShowCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return show(general.workspace(host), output);
    }

    static int show(Workspace workspace, OutputOptions output) {
        try (Destination destination = Destination.open(output.choice(), workspace)) {
            destination.sink().begin(COLUMNS);
            for (CacheContents kept : CacheContents.of(workspace.storeFolder())) {
                destination
                        .sink()
                        .row(new Object[] {kept.logs(), kept.segments(), kept.files(), kept.events(), kept.bytes()});
            }
            destination.sink().finish();
            destination.commit();
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot read " + workspace.storeFolder() + ": " + e.getMessage(), e);
        }
        workspace.messages().info("in " + workspace.storeFolder() + "; delete all of it with: trailwise cache clear");
        return ExitCode.ANSWERED.code();
    }
}
