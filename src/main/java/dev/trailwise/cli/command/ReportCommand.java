package dev.trailwise.cli.command;

import dev.trailwise.cli.option.ReportOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.report.Report;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes what happened, and what detections find in it, as one page of HTML. */
@Command(
        name = "report",
        description = {
            "Write an incident report as one HTML file: charts, findings, credentials, queries and their cost.",
            "All queries of the report are priced together before the first runs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise report --logs ./logs --from 7d -o report.html",
            "  trailwise report incident.yaml -o incident.html",
            "  trailwise report incident.yaml --dry-run"
        })
public final class ReportCommand extends HostCommand {
    @Mixin
    final ReportOptions report = new ReportOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Override
    protected ExitCode run(Workspace workspace) {
        String program = String.join("", spec.root().version());
        return Report.run(workspace, report.request(spec, workspace, program));
    }
}
