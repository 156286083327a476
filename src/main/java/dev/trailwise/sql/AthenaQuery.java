package dev.trailwise.sql;

import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.Scope;
import java.util.Map;

/**
 * A question compiled to Athena SQL, with the scope spliced in: what an engine runs.
 *
 * @param sql one read-only query over physical tables, parameters bound, scope predicates in place
 * @param author the SQL as its author wrote it, for errors
 * @param scope the part of the logs that it reads
 * @param tables the physical tables that it reads, each with its definition
 */
public record AthenaQuery(String sql, SqlSource author, Scope scope, Map<TableName, TableDefinition> tables) {
    public AthenaQuery {
        tables = Map.copyOf(tables);
    }
}
