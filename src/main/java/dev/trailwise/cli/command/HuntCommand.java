package dev.trailwise.cli.command;

import dev.trailwise.cli.option.HuntOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.hunt.Hunt;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs many detections in one scan. */
@Command(
        name = "hunt",
        description = "Run all detections in one scan, and show what they find.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise hunt --logs ./logs --from 7d",
            "  trailwise hunt --min-level high --fail-on high --from 1d",
            "  trailwise hunt --mitre T1562 --format ndjson --logs ./logs --all-time",
            "  trailwise hunt --from 30d --dry-run",
            "  trailwise hunt --sigma ./rules --logs ./logs --all-time"
        })
public final class HuntCommand extends QueryCommand {
    @Mixin
    final HuntOptions hunt = new HuntOptions();

    @Override
    SqlText question(Workspace workspace) {
        throw new IllegalStateException("a hunt makes its statements itself");
    }

    @Override
    boolean finds() {
        return true;
    }

    @Override
    protected ExitCode run(Workspace workspace) {
        return Hunt.run(workspace, hunt.request(request(workspace)));
    }
}
