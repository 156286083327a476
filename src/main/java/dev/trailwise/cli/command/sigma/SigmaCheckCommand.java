package dev.trailwise.cli.command.sigma;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.sigma.RuleReport;
import dev.trailwise.sigma.RuleSet;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says of each rule what it does here. */
@Command(
        name = "check",
        description =
                "Show what becomes of each rule: which events it looks at, what to know about it, or why it is refused.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise sigma check ./rules", "  trailwise sigma check ./rules --format json"})
final class SigmaCheckCommand extends HostCommand {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Rule files, or folders with them (*.yml, *.yaml).")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        RuleReport report = new RuleReport(RuleSet.read(workspace.host().directory(), paths));
        OutputChoice choice = output.choice();
        if (choice.isPlainTable()) {
            Destination.print(choice, workspace, width -> report.lines());
        } else {
            Destination.write(
                    choice,
                    workspace,
                    sink -> sink.all(
                            RuleReport.COLUMNS.stream().map(ResultColumn::text).toList(), report.rows()));
        }
        workspace.messages().info(report.summary());
        return report.isClean() ? ExitCode.SUCCESS : ExitCode.USAGE;
    }
}
