package dev.trailwise.sql.duckdb.translation;

import java.util.Optional;

/**
 * What a name, or a path of names, means.
 *
 * @param value its value
 * @param origin the column of a table, or the field of one, that it is; nothing for any other value
 */
public record ResolvedName(Expr value, Optional<TableField> origin) {
    public static ResolvedName of(Expr value) {
        return new ResolvedName(value, Optional.empty());
    }

    public static ResolvedName of(NameScope.Column column) {
        return new ResolvedName(column.value(), column.origin());
    }
}
