package dev.trailwise.sql.duckdb.translation;

import java.util.Optional;

/**
 * What a name, or a path of names, means.
 *
 * @param value its value
 * @param origin the column of a table, or the field of one, that it is; nothing for any other value
 */
public record Resolved(Expr value, Optional<TableField> origin) {
    public static Resolved of(Expr value) {
        return new Resolved(value, Optional.empty());
    }

    public static Resolved of(NameScope.Column column) {
        return new Resolved(column.value(), column.origin());
    }
}
