package dev.trailwise.sql.duckdb.translation;

import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Array;
import dev.trailwise.sql.function.Type.Row;
import dev.trailwise.sql.text.SqlLiteral;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Casts to types with rows whose fields have no names. DuckDB has such values, but no words for their types. */
final class NamelessRows {
    private NamelessRows() {}

    static boolean in(Type type) {
        if (type instanceof Row row) {
            return !row.named() || row.fields().stream().anyMatch(field -> in(field.type()));
        }
        return (type instanceof Array array && in(array.element()))
                || (type instanceof Type.MapOf map && (in(map.key()) || in(map.value())));
    }

    /** A value as such a type, to which it can be cast. */
    static Expr cast(Expr value, Type to) {
        return Expr.of(cast(value.sql(), value.type(), to, 0), to);
    }

    private static String cast(String sql, Type from, Type to, int depth) {
        if (from == Type.Simple.UNKNOWN && in(to)) {
            return "NULL";
        }
        if (from instanceof Array a && to instanceof Array b && in(to)) {
            String each = "each" + depth;
            return "list_transform(" + sql + ", lambda " + each + ": " + cast(each, a.element(), b.element(), depth + 1)
                    + ")";
        }
        if (from instanceof Row a && to instanceof Row b && !b.named()) {
            return "CASE WHEN " + sql + " IS NOT NULL THEN " + row(sql, a, b, depth) + " END";
        }
        return from.equals(to) ? sql : "CAST(" + sql + " AS " + to.duckDb() + ")";
    }

    private static String row(String sql, Row from, Row to, int depth) {
        List<Type.Field> fields = from.fields();
        return IntStream.range(0, fields.size())
                .mapToObj(i -> {
                    String part = from.named() ? SqlLiteral.text(fields.get(i).name()) : String.valueOf(i + 1);
                    return cast(
                            "struct_extract(" + sql + ", " + part + ")",
                            fields.get(i).type(),
                            to.fields().get(i).type(),
                            depth);
                })
                .collect(Collectors.joining(", ", "row(", ")"));
    }
}
