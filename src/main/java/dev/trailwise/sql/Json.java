package dev.trailwise.sql;

import dev.trailwise.sql.Type.Simple;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** JSON values and their casts. Text that is no JSON gives NULL where Trino gives NULL. */
final class Json {
    private Json() {}

    /** The value at a path as text, NULL when it is missing, JSON null, an object or an array. */
    static String scalar(String json, String path) {
        return "(CASE WHEN TRY(json_type(" + json + ", " + path
                + ")) NOT IN ('OBJECT', 'ARRAY') THEN json_extract_string(" + json + ", " + path + ") END)";
    }

    static String extract(String json, String path) {
        return "TRY(json_extract(" + json + ", " + path + "))";
    }

    static String type(String json, String path) {
        return "TRY(json_type(" + json + ", " + path + "))";
    }

    /** CAST(x AS json). */
    static Expr from(Expressions expressions, ParserRuleContext at, Expr value) {
        Type type = value.type();
        boolean same = type == Simple.BOOLEAN || type.integer() || type == Simple.VARCHAR;
        boolean texts = type instanceof Type.Array array && array.element() == Simple.VARCHAR;
        boolean pairs = type instanceof Type.MapOf map && map.key() == Simple.VARCHAR && map.value() == Simple.VARCHAR;
        boolean row = textual(type) || (type instanceof Type.Array list && textual(list.element()));
        if (same || texts || pairs || row) {
            return Expr.of(
                            "CASE WHEN " + value.sql() + " IS NOT NULL THEN to_json(" + value.sql() + ") END",
                            Simple.JSON)
                    .wrapped();
        }
        throw expressions.translation().unsupported(at, "CAST of " + type + " to json");
    }

    private static boolean textual(Type type) {
        return type instanceof Type.Row row
                && row.named()
                && row.fields().stream().allMatch(field -> field.type() == Simple.VARCHAR || textual(field.type()));
    }

    /** CAST(json AS x): text without its quotes, numbers, and arrays, maps and rows of those. */
    static Expr to(Expressions expressions, ParserRuleContext at, Expr json, Type to, boolean tolerant) {
        if (to == Simple.VARCHAR) {
            return Expr.of(text(json.sql(), tolerant), to);
        }
        if (to == Simple.BOOLEAN || to.numeric()) {
            String text = text(json.sql(), tolerant);
            return Casts.cast(expressions, at, Expr.of(text, Simple.VARCHAR), to, tolerant);
        }
        if (to instanceof Type.Array array) {
            String element = expressions.translation().fresh("l");
            Expr inner = element(expressions, at, Expr.of(element, Simple.JSON), array.element(), tolerant);
            return Expr.of(
                    "list_transform(CAST(" + kind(json.sql(), "ARRAY", tolerant) + " AS JSON[]), lambda " + element
                            + ": " + inner.sql() + ")",
                    to);
        }
        if (to instanceof Type.MapOf map && map.key() == Simple.VARCHAR) {
            String entry = expressions.translation().fresh("l");
            Expr inner = element(expressions, at, Expr.of(entry + ".value", Simple.JSON), map.value(), tolerant);
            return Expr.of(
                    "map_from_entries(list_transform(map_entries(CAST(" + kind(json.sql(), "OBJECT", tolerant)
                            + " AS MAP(VARCHAR, JSON))), lambda " + entry + ": struct_pack(k := " + entry
                            + ".key, v := "
                            + inner.sql() + ")))",
                    to);
        }
        if (to instanceof Type.Row row && row.named()) {
            return row(expressions, at, json, row, tolerant);
        }
        throw expressions.translation().unsupported(at, "CAST of json to " + to);
    }

    private static Expr element(Expressions expressions, ParserRuleContext at, Expr json, Type to, boolean tolerant) {
        return to == Simple.JSON ? json : to(expressions, at, json, to, tolerant);
    }

    private static Expr row(Expressions expressions, ParserRuleContext at, Expr json, Type.Row row, boolean tolerant) {
        List<String> fields = new ArrayList<>();
        for (Type.Field field : row.fields()) {
            String path = SqlLiteral.text("$.\"" + field.name().replace("\"", "") + "\"");
            Expr value = element(
                    expressions,
                    at,
                    Expr.of("json_extract(" + json.sql() + ", " + path + ")", Simple.JSON),
                    field.type(),
                    tolerant);
            fields.add(SqlLiteral.identifier(field.name()) + " := " + value.sql());
        }
        return Expr.of(
                "(CASE WHEN " + kind(json.sql(), "OBJECT", tolerant) + " IS NOT NULL THEN struct_pack("
                        + String.join(", ", fields) + ") END)",
                row);
    }

    /** The JSON if it is of this kind, NULL if it is null, else a failure or, when tolerant, NULL. */
    private static String kind(String json, String kind, boolean tolerant) {
        String otherwise =
                tolerant ? "" : " WHEN json_type(" + json + ") <> 'NULL' THEN CAST('{not a JSON " + kind + "' AS JSON)";
        return "(CASE WHEN json_type(" + json + ") = '" + kind + "' THEN " + json + otherwise + " END)";
    }

    private static String text(String json, boolean tolerant) {
        String otherwise = tolerant
                ? ""
                : " WHEN " + json + " IS NOT NULL THEN CAST(" + Subscripts.failure("an object or array is no text")
                        + " AS VARCHAR)";
        return "(CASE WHEN json_type(" + json + ") NOT IN ('OBJECT', 'ARRAY') THEN json_extract_string(" + json
                + ", '$')" + otherwise + " END)";
    }
}
