package dev.trailwise.cli.command.archive;

import dev.trailwise.archive.Sync;
import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.SyncOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Copies log files of the trail's bucket to this machine. */
@Command(
        name = "sync",
        description = {
            "Copy the log files of a scope from the bucket to this machine, once.",
            "Files that are here are not copied again. Queries of a scope that is copied whole then run on the copies, free."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise sync --from 2026-11-01 --to 2026-11-30 --dry-run",
            "  trailwise sync --from 30d --region eu-central-1 --max-size 2GB"
        })
public final class SyncCommand extends HostCommand {
    @Mixin
    private final SyncOptions options = new SyncOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    protected ExitCode run(Workspace workspace) {
        return Sync.run(workspace, options.request(spec, workspace.host().clock()));
    }
}
