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

/** CAST of JSON to other types, by the kind of each token. */
final class JsonCast {
    private final Expressions expressions;
    private final ParserRuleContext at;
    private int names;
    private final boolean tolerant;

    JsonCast(Expressions expressions, ParserRuleContext at, boolean tolerant) {
        this.expressions = expressions;
        this.at = at;
        this.tolerant = tolerant;
    }

    Expr cast(Expr json, Type to) {
        String text = "CAST(" + json.sql() + " AS VARCHAR)";
        if (to == Simple.JSON) {
            return json;
        }
        if (to == Simple.VARCHAR) {
            return Expr.of(java("json_text", text), to);
        }
        if (to == Simple.BOOLEAN) {
            return Expr.of(java("json_truth", text), to);
        }
        if (to instanceof Decimal decimal) {
            String precision = Integer.toString(decimal.precision());
            return cast(java("json_decimal", text, precision, Integer.toString(decimal.scale())), to);
        }
        if (to.floating()) {
            return cast(java("json_real", text), to);
        }
        if (to.integer()) {
            return whole(text, (Simple) to);
        }
        if (to instanceof Type.Array array) {
            return array(text, array);
        }
        if (to instanceof Type.MapOf map && map.key() == Simple.VARCHAR) {
            return map(text, map);
        }
        if (to instanceof Type.Row row && row.named()) {
            return row(text, row);
        }
        throw expressions.translation().unsupported(at, "CAST of json to " + to);
    }

    private String java(String name, String... arguments) {
        return Casts.java(name, tolerant, arguments);
    }

    private static Expr cast(String sql, Type to) {
        return Expr.of("CAST(" + sql + " AS " + to.duckDb() + ")", to);
    }

    private Expr whole(String text, Simple to) {
        int bits = switch (to) {
            case TINYINT -> 7;
            case SMALLINT -> 15;
            case INTEGER -> 31;
            default -> 63;
        };
        long most = bits == 63 ? Long.MAX_VALUE : (1L << bits) - 1;
        String least = bits == 63 ? "(-9223372036854775807 - 1)" : Long.toString(-most - 1);
        return cast(java("json_whole", text, least, Long.toString(most), "'" + to + "'"), to);
    }

    private Expr array(String text, Type.Array to) {
        String element = expressions.translation().local(at, "j" + names++);
        Expr inner = inner(element, to.element());
        return Expr.of(
                "list_transform(CAST(CAST(" + java("json_array", text) + " AS JSON) AS JSON[]), lambda " + element
                        + ": " + inner.sql() + ")",
                to);
    }

    private Expr map(String text, Type.MapOf to) {
        String entry = expressions.translation().local(at, "j" + names++);
        Expr inner = inner(entry + ".value", to.value());
        return Expr.of(
                "map_from_entries(list_transform(map_entries(CAST(CAST(" + java("json_object", text)
                        + " AS JSON) AS MAP(VARCHAR, JSON))), lambda " + entry + ": struct_pack(k := " + entry
                        + ".key, v := " + inner.sql() + ")))",
                to);
    }

    /** DuckDB takes null in an array or object for its own NULL; as JSON it stays null. */
    private Expr inner(String json, Type to) {
        return to == Simple.JSON
                ? Expr.of("coalesce(" + json + ", CAST('null' AS JSON))", to)
                : cast(Expr.of(json, Simple.JSON), to);
    }

    private Expr row(String text, Type.Row row) {
        List<String> fields = new ArrayList<>();
        for (Type.Field field : row.fields()) {
            String value =
                    "CAST(" + JavaCalls.tolerant("json_field", text, SqlLiteral.text(field.name())) + " AS JSON)";
            fields.add(SqlLiteral.identifier(field.name()) + " := "
                    + cast(Expr.of(value, Simple.JSON), field.type()).sql());
        }
        return Expr.of(
                "(CASE WHEN " + java("json_object", text) + " IS NOT NULL THEN struct_pack(" + String.join(", ", fields)
                        + ") END)",
                row);
    }
}
