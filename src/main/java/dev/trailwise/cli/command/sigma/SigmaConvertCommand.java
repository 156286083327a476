package dev.trailwise.cli.command.sigma;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.sigma.Conversion;
import dev.trailwise.sigma.RuleSet;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints rules as SQL. */
@Command(
        name = "convert",
        description = "Print rules as Athena SQL, a statement for each rule.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise sigma convert ./rules/aws_iam_backdoor.yml",
            "  trailwise sigma convert ./rules --table security.cloudtrail_logs > rules.sql"
        })
final class SigmaConvertCommand extends HostCommand {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Rule files, or folders with them (*.yml, *.yaml).")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--table",
            paramLabel = "NAME",
            defaultValue = "cloudtrail",
            description = "The table to write into the statements. Default: cloudtrail, which trailwise sql knows.")
    private String table = "cloudtrail";

    @Override
    protected ExitCode run(Workspace workspace) {
        RuleSet rules = RuleSet.read(workspace.host().directory(), paths);
        workspace.host().print(Conversion.sql(rules, table));
        List<String> problems = new ArrayList<>(rules.problems());
        problems.addAll(Conversion.problems(rules));
        problems.forEach(problem -> workspace.messages().error(problem));
        return problems.isEmpty() ? ExitCode.SUCCESS : ExitCode.USAGE;
    }
}
