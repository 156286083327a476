package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.SqlLiteral;
import java.util.ArrayList;
import java.util.List;

/** Values of the outermost SELECT whose type only Trino has, inside arrays, maps and rows too: as the text that Trino shows. */
public final class ResultColumns {
    private ResultColumns() {}

    public static Expr asTrino(Expr value) {
        return shown(value, 0);
    }

    private static Expr shown(Expr value, int depth) {
        if (value.type() == Type.Simple.INTERVAL_DAY
                || value.type() == Type.Simple.INTERVAL_MONTH
                || value.type() == Type.Simple.IPADDRESS) {
            return Casts.text(value);
        }
        if (value.type() instanceof Type.InZone zone) {
            return Zones.text(value, zone);
        }
        if (value.type() instanceof Type.Array array) {
            return Expr.of(each(value.sql(), array.element(), depth), array);
        }
        if (value.type() instanceof Type.MapOf map) {
            String keys = "map_keys(" + value.sql() + ")";
            String values = "map_values(" + value.sql() + ")";
            String shownKeys = each(keys, map.key(), depth);
            String shownValues = each(values, map.value(), depth);
            return shownKeys.equals(keys) && shownValues.equals(values)
                    ? value
                    : present(value, "map(" + shownKeys + ", " + shownValues + ")");
        }
        return value.type() instanceof Type.Row row ? row(value, row, depth) : value;
    }

    private static String each(String list, Type element, int depth) {
        String name = "shown" + depth;
        String shown = shown(Expr.of(name, element), depth + 1).sql();
        return shown.equals(name) ? list : "list_transform(" + list + ", lambda " + name + ": " + shown + ")";
    }

    /** A row, if it has no names, which DuckDB's driver cannot tell apart, with Trino's names for them. */
    private static Expr row(Expr value, Type.Row row, int depth) {
        boolean same = row.named();
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.fields().size(); i++) {
            Type.Field field = row.fields().get(i);
            String part = row.named()
                    ? "struct_extract(" + value.sql() + ", " + SqlLiteral.text(field.name()) + ")"
                    : "struct_extract(" + value.sql() + ", " + (i + 1) + ")";
            String shown = shown(Expr.of(part, field.type()), depth).sql();
            same &= shown.equals(part);
            String name = row.named() ? SqlLiteral.identifier(field.name()) : "field" + i;
            fields.add(name + " := " + shown);
        }
        return same ? value : present(value, "struct_pack(" + String.join(", ", fields) + ")");
    }

    private static Expr present(Expr value, String shown) {
        return Expr.of("CASE WHEN " + value.sql() + " IS NOT NULL THEN " + shown + " END", value.type())
                .wrapped();
    }
}
