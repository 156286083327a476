package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.table.TableName;

/**
 * A column of a table, or a field in one.
 *
 * @param table which table
 * @param path the names from the column inward with dots between, such as {@code useridentity.arn}
 */
public record TableField(TableName table, String path) {
    public TableField field(String name) {
        return new TableField(table, path + "." + name);
    }
}
