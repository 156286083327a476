package dev.trailwise.cli.command;

import dev.trailwise.cli.option.TrailOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.SettingsFile;
import dev.trailwise.setup.guide.GuidedSetup;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the trail and writes the settings. */
@Command(
        name = "init",
        description = {
            "Find your trail and write trailwise.yaml.",
            "Without --bucket, CloudTrail lists your trails. Everything else is found from the bucket's folders; no log is"
                    + " read.",
            "On a terminal it guides: asks where there is a choice, offers to create the table, checks the setup, and shows"
                    + " a first query with its price. --yes and --stdout ask nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise init",
            "  trailwise init --bucket my-logs",
            "  trailwise init --bucket my-logs --prefix audit --stdout"
        })
public final class InitCommand extends HostCommand {
    @Mixin
    private final TrailOptions trail = new TrailOptions();

    @Option(names = "--stdout", description = "Print the settings to stdout and write no file.")
    private boolean stdout;

    @Option(
            names = {"-y", "--yes"},
            description = "Overwrite the file without asking.")
    private boolean yes;

    @Override
    protected ExitCode run(Workspace workspace) {
        GuidedSetup guide = new GuidedSetup(workspace);
        if (!stdout && !yes && guide.possible()) {
            return guide.run(trail.choice());
        }
        SettingsFile file = new SettingsFile(workspace);
        if (stdout) {
            file.print(trail.choice());
        } else {
            file.write(trail.choice(), yes);
        }
        return ExitCode.SUCCESS;
    }
}
