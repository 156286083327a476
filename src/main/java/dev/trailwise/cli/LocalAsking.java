package dev.trailwise.cli;

import dev.trailwise.engine.QueryEngine;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks this machine about a folder of logs. */
final class LocalAsking implements AutoCloseable {
    private final Session session;
    private final LocalEngine engine;

    private LocalAsking(Session session, Path logs, Optional<Path> cache) {
        this.session = session;
        this.engine = LocalEngine.open(logs, cache, session.host().clock());
    }

    /** Begins to open the folder and to start the engine, and returns at once. */
    static LocalAsking open(Session session, EngineOptions options) {
        Path logs = folder(options.logs);
        return new LocalAsking(session, logs, options.noCache ? Optional.empty() : Optional.of(session.cacheFolder()));
    }

    QueryEngine engine() {
        return engine;
    }

    /** The tables by the names that the settings give them, so that SQL written for Athena runs unchanged. */
    Map<TableName, TableDefinition> tables() {
        TableName events = session.settings().table();
        Map<TableName, TableDefinition> tables = new LinkedHashMap<>();
        for (TableDefinition table : Tables.ALL) {
            tables.put(events.of(table), table);
        }
        return tables;
    }

    private static Path folder(@Nullable Path logs) {
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
