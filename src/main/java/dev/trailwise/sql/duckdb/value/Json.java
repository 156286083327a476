package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** JSON values and their casts. Text that is no JSON gives NULL where Trino gives NULL. */
public final class Json {
    private Json() {}

    /**
     * The value at a path as text, NULL when it is missing, JSON null, an object or an array. DuckDB is faster, but writes
     * numbers in its own form, and takes only text that is JSON to its end.
     *
     * @param path the path as Trino takes it
     * @param duckDb the same path as DuckDB takes it, when it is known beforehand
     */
    public static String scalar(String json, String path, Optional<String> duckDb) {
        return duckDb.map(known -> {
                    String java = JavaCalls.tolerant("json_extract_scalar", json, path);
                    String valid = "CASE WHEN json_valid(" + json + ") THEN " + json + " END";
                    String type = "json_type(" + valid + ", " + known + ")";
                    return "(CASE WHEN json_valid(" + json + ") AND coalesce(" + type
                            + ", '') <> 'DOUBLE' THEN CASE WHEN "
                            + type + " NOT IN ('OBJECT', 'ARRAY') THEN json_extract_string(" + valid + ", " + known
                            + ") END ELSE " + java + " END)";
                })
                .orElseGet(() -> JavaCalls.checked("json_extract_scalar", json, path));
    }

    /** CAST(x AS json). */
    public static Expr from(Expressions expressions, ParserRuleContext at, Expr value) {
        return Expr.of(new JsonBuild(expressions, at).json(value), Simple.JSON);
    }

    /** CAST(json AS x), by the kind of each token. */
    static Expr to(Expressions expressions, ParserRuleContext at, Expr json, Type to, boolean tolerant) {
        return new JsonCast(expressions, at, tolerant).cast(json, to);
    }
}
