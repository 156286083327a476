package dev.trailwise.cli.command.trail;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.cli.option.TrailOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.ExitRule;
import dev.trailwise.setup.check.ChangeForm;
import dev.trailwise.setup.check.TrailCheck;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the trail. */
@Command(
        name = "check",
        description = {
            "Check how the trail of the settings, or every trail of the account, is set up: logging, Regions, events,"
                    + " Insights, encryption, lifecycle, public access, paid copies.",
            "Print each finding with the change that mends it, and change nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise trail check",
            "  trailwise trail check --as terraform",
            "  trailwise trail check --format csv"
        })
final class TrailCheckCommand extends HostCommand {
    @Mixin
    private final TrailOptions trail = new TrailOptions();

    @Option(
            names = "--as",
            paramLabel = "LANGUAGE",
            defaultValue = "cli",
            description = "Language of the changes: ${COMPLETION-CANDIDATES}. Default: cli, the AWS CLI.")
    private ChangeForm form = ChangeForm.CLI;

    @Option(names = "--fail-on-rows", description = "Exit with code 10 if there is a warning.")
    private boolean failOnWarnings;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        return new TrailCheck(workspace, output.choice(), form)
                .run(trail.overrides(), new ExitRule(failOnWarnings, false));
    }
}
