package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.ColumnReferenceContext;
import io.trino.grammar.sql.SqlBaseParser.DereferenceContext;
import org.antlr.v4.runtime.ParserRuleContext;

/** {@code typeof}: the names of types as Trino writes them. The lengths of texts are known of columns only: they have none. */
final class TypeNames {
    private TypeNames() {}

    static String literal(Translation translation, Call call) {
        Type type = call.arguments().get(0).type();
        ParserRuleContext at = ParseTrees.unwrap(call.places().get(0));
        boolean column = at instanceof ColumnReferenceContext || at instanceof DereferenceContext;
        String name = name(type);
        if (!column && name.contains("varchar")) {
            throw translation.unsupported(at, "typeof of a text that is not a column");
        }
        return SqlLiteral.text(name);
    }

    private static String name(Type type) {
        if (type == Simple.TIMESTAMP) {
            return "timestamp(3)";
        }
        if (type == Simple.TIMESTAMP_TZ || type instanceof Type.InZone) {
            return "timestamp(3) with time zone";
        }
        if (type instanceof Type.Array array) {
            return "array(" + name(array.element()) + ")";
        }
        if (type instanceof Type.MapOf map) {
            return "map(" + name(map.key()) + ", " + name(map.value()) + ")";
        }
        if (type instanceof Type.Row row) {
            return "row("
                    + String.join(
                            ", ",
                            row.fields().stream()
                                    .map(field -> (field.name() + " " + name(field.type())).strip())
                                    .toList())
                    + ")";
        }
        return type.toString();
    }
}
