package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.function.Coercion;
import dev.trailwise.sql.function.Type;
import java.util.Optional;

/**
 * A translated expression.
 *
 * @param sql DuckDB's words for it, safe to stand next to any operator
 * @param type its type in Trino
 */
record Expr(String sql, Type type) {
    static Expr of(String sql, Type type) {
        return new Expr(sql, type);
    }

    Expr wrapped() {
        return of("(" + sql + ")", type);
    }

    boolean isNull() {
        return type == Type.Simple.UNKNOWN;
    }

    /** The same value as another type that it can become without a word, nothing when it cannot. */
    Optional<Expr> as(Type wanted) {
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
