package dev.trailwise.sql;

import java.util.ArrayList;
import java.util.List;

/** Values of the outermost SELECT whose type only Trino has: as the text that Trino shows. */
final class Shown {
    private Shown() {}

    static Expr asTrino(Expr value) {
        if (value.type() == Type.Simple.INTERVAL_DAY
                || value.type() == Type.Simple.INTERVAL_MONTH
                || value.type() == Type.Simple.IPADDRESS) {
            return Casts.text(value);
        }
        if (value.type() instanceof Type.Zoned zoned) {
            return Expr.of(
                    "("
                            + Casts.text(Expr.of(
                                            "timezone(" + SqlLiteral.text(zoned.zone()) + ", " + value.sql() + ")",
                                            Type.Simple.TIMESTAMP))
                                    .sql()
                            + " || " + SqlLiteral.text(" " + zoned.zone()) + ")",
                    Type.Simple.VARCHAR);
        }
        if (value.type() instanceof Type.Array array && array.element() instanceof Type.Row row && !row.named()) {
            return Expr.of(
                    "list_transform(" + value.sql() + ", lambda shown: "
                            + named(Expr.of("shown", row), row).sql() + ")",
                    array);
        }
        return value.type() instanceof Type.Row row && !row.named() ? named(value, row) : value;
    }

    /** A row without names, which DuckDB's driver cannot tell apart, with Trino's names for them. */
    private static Expr named(Expr value, Type.Row row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.fields().size(); i++) {
            fields.add("field" + i + " := struct_extract(" + value.sql() + ", " + (i + 1) + ")");
        }
        return Expr.of(
                        "CASE WHEN " + value.sql() + " IS NOT NULL THEN struct_pack(" + String.join(", ", fields)
                                + ") END",
                        row)
                .wrapped();
    }
}
