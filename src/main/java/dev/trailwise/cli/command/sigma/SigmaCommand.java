package dev.trailwise.cli.command.sigma;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sigma rules for CloudTrail. */
@Command(
        name = "sigma",
        description = {
            "Check Sigma rules for CloudTrail, or convert them to Athena SQL.",
            "trailwise hunt --sigma runs them, all in one scan."
        },
        subcommands = {SigmaCheckCommand.class, SigmaConvertCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise sigma check ./rules", "  trailwise sigma convert ./rules/aws_iam_backdoor.yml"})
public final class SigmaCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: try trailwise sigma check DIR");
    }
}
