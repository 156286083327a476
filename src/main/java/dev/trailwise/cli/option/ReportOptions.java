package dev.trailwise.cli.option;

import dev.trailwise.failure.Failure;
import dev.trailwise.output.Format;
import dev.trailwise.report.ReportRequest;
import dev.trailwise.report.file.ReportFile;
import dev.trailwise.report.file.ReportFileReader;
import dev.trailwise.run.AnswerListener;
import dev.trailwise.run.ExitRule;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.trail.AccountId;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is in a report, and where it goes. */
public final class ReportOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A YAML file with the parts of the report. Default: an overview and all detections.")
    @Nullable
    Path file;

    @Mixin
    final ScopeOptions scope = new ScopeOptions();

    @Mixin
    final EngineOptions engine = new EngineOptions();

    @Mixin
    final MoneyOptions money = new MoneyOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the page to this file instead of stdout; a failed run leaves no partial file.")
    @Nullable
    Path output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Format of the price that --dry-run prints: table or json. Default: table.")
    Format format = Format.TABLE;

    /**
     * What these options mean.
     *
     * @param program the program and its version
     * @throws Failure when the file of the report is wrong
     */
    public ReportRequest request(CommandSpec command, Workspace workspace, String program) {
        if (format != Format.TABLE && format != Format.JSON) {
            throw Failure.usage("a report is always HTML; --format is that of its price: table or json");
        }
        ReportFile report = file == null
                ? ReportFile.WHOLE_PICTURE
                : ReportFileReader.read(
                        file,
                        workspace.host().directory(),
                        text -> account(text, workspace),
                        workspace.host().clock());
        QueryRequest query = new QueryRequest(
                CommandLineText.of(command),
                () -> {
                    throw new IllegalStateException("a report has several queries");
                },
                List.of(),
                scope.or(report.scope()).requested(workspace.host().clock()),
                engine.choice(money.dryRun),
                money.limits(),
                OutputChoice.of(format),
                Optional.empty(),
                money.dryRun,
                ExitRule.PLAIN,
                AnswerListener.NONE);
        return new ReportRequest(report, query, Optional.ofNullable(output), program);
    }

    private static AccountId account(String text, Workspace workspace) {
        return text.matches("[0-9]+")
                ? new AccountId(text)
                : workspace.accountBook().id(text);
    }
}
