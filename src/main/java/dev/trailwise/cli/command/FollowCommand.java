package dev.trailwise.cli.command;

import dev.trailwise.cli.option.FollowOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.follow.Follow;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Follows a credential to those that it led to and came from. */
@Command(
        name = "follow",
        description = {
            "Follow a credential: what created it, the keys and sessions that it created, and what each did.",
            "Each step is one query. On Athena each is a scan, priced before it runs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise follow AKIAIOSFODNN7EXAMPLE --logs ./logs --all-time",
            "  trailwise follow svc-backup --from 7d --dry-run",
            "  trailwise follow 203.0.113.66 --from 2026-10-07 --to 2026-10-07 --format json"
        })
public final class FollowCommand extends QueryCommand {
    @Mixin
    final FollowOptions follow = new FollowOptions();

    @Override
    SqlText question(Workspace workspace) {
        throw new IllegalStateException("a walk makes its statements itself");
    }

    @Override
    protected ExitCode run(Workspace workspace) {
        return Follow.run(workspace, follow.request(request(workspace)));
    }
}
