package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Coercion;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Values whose types must go together. */
public final class TypeChecks {
    private final Translation translation;

    public TypeChecks(Translation translation) {
        this.translation = translation;
    }

    /** The values as the smallest type that all become. */
    public List<Expr> unified(ParserRuleContext at, List<Expr> values) {
        Type type = Simple.UNKNOWN;
        for (Expr value : values) {
            Type before = type;
            type = Coercion.common(type, value.type())
                    .orElseThrow(() -> translation.wrong(
                            at, "these values are of different types: " + before + " and " + value.type()));
        }
        Type common = type;
        return values.stream().map(value -> value.as(common).orElseThrow()).toList();
    }

    /** Refuses to compare what Trino does not compare, such as text with a number. */
    public void comparable(ParserRuleContext at, Expr left, Expr right, String operator) {
        if (left.type() instanceof Type.MapOf) {
            throw translation.unsupported(at, "a comparison of maps");
        }
        if (Coercion.common(instant(left.type()), instant(right.type())).isEmpty()) {
            throw translation.wrong(
                    at,
                    "cannot compare " + left.type() + " " + operator + " " + right.type()
                            + advice(left.type(), right.type()));
        }
    }

    /** Timestamps in any zones are compared as instants. */
    private static Type instant(Type type) {
        return type instanceof Type.InZone ? Simple.TIMESTAMP_TZ : type;
    }

    private static String advice(Type left, Type right) {
        if (left == Simple.VARCHAR
                && (right == Simple.TIMESTAMP || right == Simple.TIMESTAMP_TZ || right == Simple.DATE)) {
            return "; eventtime is text: write from_iso8601_timestamp(eventtime), or compare it with '2026-11-01T00:00:00Z'";
        }
        if (left == Simple.VARCHAR && right == Simple.BOOLEAN) {
            return "; the column is text: compare it with 'true' or 'false'";
        }
        return left == Simple.VARCHAR && right.numeric() ? "; write the number in quotes, or CAST one side" : "";
    }
}
