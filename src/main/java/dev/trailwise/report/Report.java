package dev.trailwise.report;

import dev.trailwise.cost.Estimate;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.output.OutputFile;
import dev.trailwise.report.file.PartSpec;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the parts of a report, and writes its page. */
public final class Report {
    private final Workspace workspace;
    private final ReportRequest request;
    private final List<RunningPart> parts = new ArrayList<>();
    private final List<PartAnswers> answers = new ArrayList<>();
    private final Map<RunningPart, Failure> failures = new LinkedHashMap<>();

    private Report(Workspace workspace, ReportRequest request) {
        this.workspace = workspace;
        this.request = request;
        for (PartSpec spec : request.report().parts()) {
            PartAnswers heard =
                    new PartAnswers(workspace, request.query().engine().distinctEvents());
            answers.add(heard);
            parts.add(Parts.of(spec, workspace, request.query().heardBy(heard)));
        }
    }

    /**
     * Runs a report, or shows its price.
     *
     * @return the exit code of the least complete part
     * @throws Failure when no part runs, or all together may not
     */
    public static ExitCode run(Workspace workspace, ReportRequest request) {
        QueryRequest query = request.query();
        if (query.dryRun()) {
            return new ReportPrice(workspace, query).show(new Report(workspace, request).parts);
        }
        if (query.engine().explain()) {
            return QueryRunner.answer(
                    workspace,
                    new Report(workspace, request).parts.get(0).requests().get(0));
        }
        if (request.file().isEmpty()) {
            if (workspace.terminal().outIsTerminal()) {
                throw Failure.usage(
                        "a report is a page of HTML and cannot be shown on a terminal",
                        Remedy.flag(FlagName.OUTPUT, "FILE.html", "writes it to a file"));
            }
            Report report = new Report(workspace, request);
            ExitCode exit = report.run();
            workspace.host().print(report.page(exit));
            return exit;
        }
        try (OutputFile file = OutputFile.ofOwner(request.file().get())) {
            Report report = new Report(workspace, request);
            ExitCode exit = report.run();
            file.stream().write(report.page(exit).getBytes(StandardCharsets.UTF_8));
            file.commit();
            workspace
                    .messages()
                    .info("wrote " + Sanitizer.text(request.file().get().toString()));
            return exit;
        } catch (IOException e) {
            throw new Failure(ExitCode.NOT_WRITTEN, "cannot write the report: " + e.getMessage(), e);
        }
    }

    private String page(ExitCode exit) {
        return new ReportPage(workspace, request, parts, answers)
                .of(exit, failures)
                .html();
    }

    /** All statements that are known are priced together before the first of them runs. */
    private ExitCode run() {
        List<QueryRequest> requests =
                parts.stream().flatMap(part -> part.requests().stream()).toList();
        List<QueryRequest> placed = QueryRunner.admitted(workspace, requests);
        List<Estimate> estimates =
                parts.stream().anyMatch(FollowPart.class::isInstance) ? estimates(placed) : List.of();
        ExitCode exit = ExitCode.SUCCESS;
        int next = 0;
        for (int i = 0; i < parts.size(); i++) {
            RunningPart part = parts.get(i);
            int end = next + part.requests().size();
            workspace.messages().info("part " + (i + 1) + " of " + parts.size() + ": " + Sanitizer.text(part.title()));
            exit = RunningPart.worse(exit, run(part, placed.subList(next, end), estimates));
            next = end;
        }
        if (failures.size() == parts.size()) {
            throw failures.values().iterator().next();
        }
        return exit;
    }

    /** What a part that fails lacks is no reason to lose the others, which may have cost something. */
    private ExitCode run(RunningPart part, List<QueryRequest> placed, List<Estimate> estimates) {
        try {
            return part.run(placed, estimates);
        } catch (Failure failed) {
            if (failed.exitCode() == ExitCode.INTERRUPTED) {
                throw failed;
            }
            failures.put(part, failed);
            workspace.messages().warning(failed.notice().prefixed(part.title() + ": "));
            return failed.exitCode();
        }
    }

    /** The prices of the statements of parts that run no others, where there are limits. */
    private List<Estimate> estimates(List<QueryRequest> placed) {
        List<Estimate> estimates = new ArrayList<>();
        int next = 0;
        for (RunningPart part : parts) {
            for (QueryRequest one : placed.subList(next, next + part.requests().size())) {
                if (part.most() == part.requests().size()) {
                    QueryRunner.admitNext(workspace, one, estimates);
                }
            }
            next += part.requests().size();
        }
        return estimates;
    }
}
