package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Decimal;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.text.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** CAST of values to JSON, as Trino writes them. */
final class JsonBuild {
    private final Expressions expressions;
    private final ParserRuleContext at;
    private int names;

    JsonBuild(Expressions expressions, ParserRuleContext at) {
        this.expressions = expressions;
        this.at = at;
    }

    /** The JSON of a value, NULL for NULL. */
    String json(Expr value) {
        return "CAST(" + text(value) + " AS JSON)";
    }

    private String text(Expr value) {
        Type type = value.type();
        String sql = value.sql();
        if (type == Simple.JSON || type == Simple.BOOLEAN || type.integer()) {
            return "CAST(" + sql + " AS VARCHAR)";
        }
        if (type instanceof Decimal) {
            return Casts.text(value).sql();
        }
        if (type == Simple.DOUBLE) {
            return JavaCalls.tolerant("json_of_double", sql);
        }
        if (type == Simple.REAL) {
            return JavaCalls.tolerant("json_of_real", "CAST(" + sql + " AS DOUBLE)");
        }
        if (type == Simple.VARCHAR) {
            return quoted(sql);
        }
        if (type == Simple.DATE || type == Simple.TIMESTAMP) {
            expressions.translation().checkPrecision(at, value);
            return quoted(Casts.text(value).sql());
        }
        if (type instanceof Type.Array array) {
            String element = expressions.translation().local(at, "j" + names++);
            return "(CASE WHEN " + sql + " IS NOT NULL THEN '[' || coalesce(array_to_string(list_transform(" + sql
                    + ", lambda " + element + ": coalesce(" + text(Expr.of(element, array.element()))
                    + ", 'null')), ','), '') || ']' END)";
        }
        if (type instanceof Type.MapOf map && keyed(map.key())) {
            return map(sql, map);
        }
        if (type instanceof Type.Row row) {
            return row(value, row);
        }
        throw expressions.translation().unsupported(at, "CAST of " + type + " to json");
    }

    private static String quoted(String text) {
        return "CAST(to_json(" + text + ") AS VARCHAR)";
    }

    private static boolean keyed(Type key) {
        return key == Simple.VARCHAR || key == Simple.BOOLEAN || key.integer();
    }

    /** Keys in order, as Trino sorts them. */
    private String map(String sql, Type.MapOf map) {
        String entry = expressions.translation().local(at, "j" + names++);
        String pair = quoted("CAST(" + entry + ".key AS VARCHAR)") + " || ':' || coalesce("
                + text(Expr.of(entry + ".value", map.value())) + ", 'null')";
        String sorted = "list_sort(map_entries(" + sql + "))";
        return "(CASE WHEN " + sql + " IS NOT NULL THEN '{' || coalesce(array_to_string(list_transform(" + sorted
                + ", lambda " + entry + ": " + pair + "), ','), '') || '}' END)";
    }

    private String row(Expr value, Type.Row row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.fields().size(); i++) {
            Type.Field field = row.fields().get(i);
            String part = row.named()
                    ? value.sql() + "." + SqlLiteral.identifier(field.name())
                    : "struct_extract(" + value.sql() + ", " + (i + 1) + ")";
            fields.add(SqlLiteral.text(new com.fasterxml.jackson.databind.node.TextNode(field.name()) + ":")
                    + " || coalesce(" + text(Expr.of(part, field.type())) + ", 'null')");
        }
        return "(CASE WHEN " + value.sql() + " IS NOT NULL THEN '{' || " + String.join(" || ',' || ", fields)
                + " || '}' END)";
    }
}
