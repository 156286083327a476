package dev.trailwise.cli.command;

import dev.trailwise.cli.option.TravelOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.sql.SqlText;
import dev.trailwise.travel.Travel;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds impossible travel. */
@Command(
        name = "travel",
        description = {
            "Find principals that called from two places faster than anyone travels.",
            "The places of addresses come from a file of your own; no address is sent anywhere."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise travel --places GeoLite2-City.mmdb --logs ./logs --from 7d",
            "  trailwise travel --places GeoLite2-City.mmdb --from 30d --dry-run"
        })
public final class TravelCommand extends QueryCommand {
    @Mixin
    final TravelOptions travel = new TravelOptions();

    @Override
    SqlText question(Workspace workspace) {
        return Travel.question(workspace);
    }

    @Override
    protected ExitCode run(Workspace workspace) {
        return Travel.run(workspace, travel.request(request(workspace)));
    }
}
