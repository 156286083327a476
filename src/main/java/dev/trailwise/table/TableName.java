package dev.trailwise.table;

import dev.trailwise.trail.LogKind;
import org.jspecify.annotations.Nullable;

/**
 * The physical name of a table: a Glue database and a table in it.
 *
 * @param database the database
 * @param table the table
 */
public record TableName(String database, String table) {
    /** @throws IllegalArgumentException when a part is not lower-case letters, digits and underscores */
    public TableName {
        check("database", database);
        check("table", table);
    }

    /**
     * The name of a sibling: this one for management and data events, with the kind after it for the others, and
     * {@code _accounts} at the end over the folders of single accounts.
     */
    public TableName of(TableDefinition definition) {
        String kind = definition.kind() == LogKind.EVENTS ? "" : "_" + definition.logicalName();
        String folders = definition.folders().ofAccounts() ? "_accounts" : "";
        return new TableName(database, table + kind + folders);
    }

    /** The name as Trino and DuckDB SQL take it, quoted. */
    public String sql() {
        return '"' + database + "\".\"" + table + '"';
    }

    /** As Java would make it, and its hash code too; but that takes milliseconds to make, in every short run. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TableName name && database.equals(name.database) && table.equals(name.table);
    }

    @Override
    public int hashCode() {
        return 31 * database.hashCode() + table.hashCode();
    }

    @Override
    public String toString() {
        return database + "." + table;
    }

    private static void check(String what, String name) {
        if (!name.matches("[a-z0-9_]{1,255}")) {
            throw new IllegalArgumentException("not a " + what + " name that Athena takes: '" + name
                    + "'; use lower-case letters, digits and underscores, for example cloudtrail_logs");
        }
    }
}
