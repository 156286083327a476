package dev.trailwise.local;

import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.util.Map;

/** Compiled questions as the compiler makes them. */
final class Questions {
    static final Scope EVERYTHING = Scope.of(TimeRange.ALL);
    private static final Map<TableName, TableDefinition> TABLES = Map.of(
            new TableName("sec", "events"), Tables.EVENTS,
            new TableName("sec", "insights"), Tables.INSIGHTS,
            new TableName("sec", "network"), Tables.NETWORK_ACTIVITY);

    private Questions() {}

    /** Of everything, on {@code "sec"."events"} and its siblings. */
    static CompiledQuery ask(String sql) {
        return ask(sql, EVERYTHING);
    }

    static CompiledQuery ask(String sql, Scope scope) {
        Map<TableName, TableDefinition> named = TABLES.entrySet().stream()
                .filter(entry -> sql.contains(entry.getKey().sql()))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new CompiledQuery(sql, new SqlSource("<sql>", sql), scope, named);
    }
}
