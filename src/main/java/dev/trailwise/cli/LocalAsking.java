package dev.trailwise.cli;

import dev.trailwise.engine.Answer;
import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.Execution;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.output.CoverageLine;
import dev.trailwise.sql.AthenaQuery;
import dev.trailwise.trail.Scope;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Queries log files on this machine. */
final class LocalAsking implements Asking {
    private final Session session;
    private final EngineOptions options;
    private final ScopeOptions scope;
    private final LogOption logs;
    private final long limit;
    private final LocalEngine engine;
    private boolean readsLogs = true;

    private LocalAsking(
            Session session,
            EngineOptions options,
            ScopeOptions scope,
            long limit,
            LogOption logs,
            Optional<Path> cache) {
        this.session = session;
        this.options = options;
        this.scope = scope;
        this.limit = limit;
        this.logs = logs;
        this.engine = LocalEngine.open(
                logs.paths(),
                cache,
                session.localLimits(Optional.ofNullable(options.memory)),
                session.host().clock());
        engine.reportTo(session.progress());
    }

    /**
     * Begins to open the folder and to start the engine, and returns at once.
     *
     * @param limit the most rows that are shown
     */
    static LocalAsking open(Session session, EngineOptions options, ScopeOptions scope, long limit) {
        LogOption logs = LogOption.open(session, options.logs);
        Optional<Path> cache =
                options.noCache || !logs.lasting() ? Optional.empty() : Optional.of(session.storeFolder());
        return new LocalAsking(session, options, scope, limit, logs, cache);
    }

    @Override
    public Execution start(AthenaQuery query) {
        readsLogs = !query.tables().isEmpty();
        session.progress().start();
        return engine.start(query);
    }

    @Override
    public ExitCode answered(Answer answer) {
        if (!readsLogs) { // nothing about logs has to do with SELECT 1
            session.messages().info(CoverageLine.rows(answer.rows(), limit));
            return ExitCode.ANSWERED;
        }
        ExitCode exit = answer.coverage()
                .map(coverage -> report(answer.rows(), coverage))
                .orElse(ExitCode.ANSWERED);
        keep();
        return exit;
    }

    /** It costs nothing. */
    @Override
    public void ended(Execution execution) {
        session.progress().stop();
    }

    private ExitCode report(long rows, Coverage coverage) {
        List<String> missing = CoverageLine.warning(coverage);
        if (!missing.isEmpty()) {
            session.messages().warning(String.join("\n", missing));
        }
        Scope asked = scope.scope(session.host().clock());
        EmptyAnswer.reasons(rows, coverage, asked, scope.timesAreDefault())
                .forEach(reason -> session.messages().info((rows == 0 ? "0 rows: " : "no events: ") + reason));
        CoverageLine.summary(coverage, CoverageLine.rows(rows, limit), options.distinctEvents)
                .forEach(session.messages()::info);
        return coverage.complete() ? ExitCode.ANSWERED : ExitCode.GAPS;
    }

    /** Has the scope's files kept in columns, in the background, when that is worth it. */
    private void keep() {
        engine.cacheProblem().ifPresent(session.messages()::info);
        Clock clock = session.host().clock();
        if (engine.wantsBuild(scope.scope(clock))) {
            List<String> arguments = new ArrayList<>(List.of("cache", "build"));
            logs.paths().texts().forEach(path -> arguments.addAll(List.of("--logs", path)));
            arguments.addAll(scope.words(clock));
            if (Background.start(session, arguments)) {
                session.messages().detail("keeping these logs in columns, in the background, for the next question");
            }
        }
    }

    @Override
    public void close() {
        session.progress().stop();
        engine.close();
        logs.close();
    }
}
