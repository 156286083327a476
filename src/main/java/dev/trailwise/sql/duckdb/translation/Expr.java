package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.sql.function.Coercion;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.SqlLiteral;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A translated expression.
 *
 * @param sql DuckDB's words for it, safe to stand next to any operator
 * @param type its type in Trino
 */
public record Expr(String sql, Type type) {
    public static Expr of(String sql, Type type) {
        return new Expr(sql, type);
    }

    public static Expr bool(String sql) {
        return of(sql, Type.Simple.BOOLEAN);
    }

    /** Several with commas between. */
    public static String list(List<Expr> values) {
        return values.stream().map(Expr::sql).collect(Collectors.joining(", "));
    }

    public static Expr field(Expr row, Type.Field field) {
        return of(row.sql() + "." + SqlLiteral.identifier(field.name()), field.type());
    }

    public Expr wrapped() {
        return of("(" + sql + ")", type);
    }

    public boolean isNull() {
        return type == Type.Simple.UNKNOWN;
    }

    /** The same value coerced to another type; empty when it cannot be. */
    public Optional<Expr> as(Type wanted) {
        if (type.equals(wanted)) {
            return Optional.of(this);
        }
        if (!Coercion.allowed(type, wanted)) {
            return Optional.empty();
        }
        return Optional.of(
                NamelessRows.in(wanted)
                        ? NamelessRows.cast(this, wanted)
                        : of("CAST(" + sql + " AS " + wanted.duckDb() + ")", wanted));
    }
}
