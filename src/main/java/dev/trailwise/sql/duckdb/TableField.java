package dev.trailwise.sql.duckdb;

import dev.trailwise.table.TableName;

/**
 * A column of a table, or a field in one.
 *
 * @param table which table
 * @param path the names from the column inward with dots between, such as {@code useridentity.arn}
 */
record TableField(TableName table, String path) {
    TableField field(String name) {
        return new TableField(table, path + "." + name);
    }
}
