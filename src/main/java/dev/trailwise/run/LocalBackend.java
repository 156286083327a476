package dev.trailwise.run;

import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RunResult;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.output.CoverageLine;
import dev.trailwise.query.Compiler;
import dev.trailwise.run.cache.Background;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.workspace.LogInput;
import dev.trailwise.workspace.Workspace;

/** Queries log files on this machine. */
final class LocalBackend implements Backend {
    private final Workspace workspace;
    private final QueryRequest request;
    private final LogInput logs;
    private final LocalEngine engine;
    private boolean readsLogs = true;

    private LocalBackend(Workspace workspace, QueryRequest request, LogInput logs) {
        this.workspace = workspace;
        this.request = request;
        this.logs = logs;
        boolean cached = request.engine().cache() && logs.lasting();
        this.engine =
                workspace.localEngine(logs.paths(), cached, request.engine().memory());
        engine.reportTo(workspace.progress());
    }

    /** Begins to look for the logs and to start the engine, and returns at once. */
    static LocalBackend open(Workspace workspace, QueryRequest request) {
        return new LocalBackend(
                workspace, request, LogInput.open(workspace, request.engine().logs()));
    }

    @Override
    public Compiler compiler() {
        return request.localCompiler(workspace);
    }

    @Override
    public Execution start(CompiledQuery query) {
        readsLogs = !query.tables().isEmpty();
        workspace.progress().start();
        return engine.start(query);
    }

    @Override
    public ExitCode answered(RunResult answer) {
        if (!readsLogs) { // nothing about logs has to do with SELECT 1
            workspace
                    .messages()
                    .info(CoverageLine.rows(answer.rows(), request.output().limit()));
            return ExitCode.SUCCESS;
        }
        ExitCode exit = answer.coverage()
                .map(coverage -> report(answer.rows(), coverage))
                .orElse(ExitCode.SUCCESS);
        keep();
        return exit;
    }

    /** It costs nothing. */
    @Override
    public void ended(Execution execution) {
        workspace.progress().stop();
    }

    private ExitCode report(long rows, Coverage coverage) {
        CoverageLine.warning(coverage).ifPresent(workspace.messages()::warning);
        if (!request.quiet()) {
            coverage(rows, coverage);
        }
        return coverage.complete() && !request.engine().partly() ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private void coverage(long rows, Coverage coverage) {
        RequestedScope asked = request.scope();
        LogDates dates = new LogDates(asked, request.commandLine());
        EmptyResult.reasons(rows, coverage, asked.scope(), dates)
                .forEach(reason -> workspace.messages().info(reason.prefixed(rows == 0 ? "0 rows: " : "no events: ")));
        CoverageLine.summary(
                        coverage,
                        CoverageLine.rows(rows, request.output().limit()),
                        request.engine().distinctEvents(),
                        workspace.accountNames())
                .forEach(workspace.messages()::info);
    }

    /** Has the scope's files kept in columns, in the background, when that is worth it. */
    private void keep() {
        engine.cacheProblem().ifPresent(workspace.messages()::info);
        if (engine.wantsBuild(request.scope().scope())
                && Background.buildCache(
                        workspace, logs.paths().texts(), request.scope().scope())) {
            workspace.messages().detail("caching these logs in the background for the next query");
        }
    }

    @Override
    public void close() {
        workspace.progress().stop();
    }
}
