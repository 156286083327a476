package dev.trailwise.sql;

import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.Scope;
import java.util.Map;

/**
 * A question compiled to Athena SQL, with the scope spliced in: what an engine runs.
 *
 * @param text one read-only query over physical tables, parameters bound, scope predicates in place; it knows where
 *     each part comes from
 * @param scope the part of the logs that it reads
 * @param tables the physical tables that it reads, each with its definition
 */
public record CompiledQuery(SqlText text, Scope scope, Map<TableName, TableDefinition> tables) {
    public CompiledQuery {
        tables = Map.copyOf(tables);
    }

    /** A query whose positions are not known: errors are shown at the beginning of the author's text. */
    public CompiledQuery(String sql, SqlSource author, Scope scope, Map<TableName, TableDefinition> tables) {
        this(SqlText.unmapped(sql, author), scope, tables);
    }

    /** The SQL to run. */
    public String sql() {
        return text.text();
    }

    /** The SQL as its author wrote it, for errors. */
    public SqlSource author() {
        return text.author();
    }
}
