package dev.trailwise.cli;

import dev.trailwise.engine.QueryEngine;
import dev.trailwise.local.LocalEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks this machine about a folder of logs. */
final class LocalAsking implements AutoCloseable {
    private final Session session;
    private final Path logs;
    private final LocalEngine engine;

    private LocalAsking(Session session, Path logs, Optional<Path> cache) {
        this.session = session;
        this.logs = logs;
        this.engine = LocalEngine.open(logs, cache, session.host().clock());
    }

    /** Begins to open the folder and to start the engine, and returns at once. */
    static LocalAsking open(Session session, EngineOptions options) {
        Path logs = folder(options.logs);
        return new LocalAsking(session, logs, options.noCache ? Optional.empty() : Optional.of(session.storeFolder()));
    }

    QueryEngine engine() {
        return engine;
    }

    /** Has the scope's files kept in columns, in the background, when that is worth it. */
    void keep(ScopeOptions scope) {
        engine.cacheProblem().ifPresent(session.messages()::info);
        Clock clock = session.host().clock();
        if (engine.wantsBuild(scope.scope(clock))) {
            List<String> arguments = new ArrayList<>(List.of("cache", "build", "--logs", logs.toString()));
            arguments.addAll(scope.words(clock));
            if (Background.start(session, arguments)) {
                session.messages().detail("keeping these logs in columns, in the background, for the next question");
            }
        }
    }

    static Path folder(@Nullable Path logs) {
        if (logs == null) {
            throw Ask.usage("no logs to ask: name a folder of CloudTrail files with --logs DIR\n"
                    + "'trailwise demo' shows how it goes, on a sample trail");
        }
        if (!Files.exists(logs)) {
            throw Ask.usage("there is no " + logs + ": name a folder of CloudTrail files, or one file, with --logs");
        }
        return logs;
    }

    @Override
    public void close() {
        engine.close();
    }
}
