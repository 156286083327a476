package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.ArrayTypeContext;
import io.trino.grammar.sql.SqlBaseParser.DateTimeTypeContext;
import io.trino.grammar.sql.SqlBaseParser.DoublePrecisionTypeContext;
import io.trino.grammar.sql.SqlBaseParser.GenericTypeContext;
import io.trino.grammar.sql.SqlBaseParser.LegacyArrayTypeContext;
import io.trino.grammar.sql.SqlBaseParser.LegacyMapTypeContext;
import io.trino.grammar.sql.SqlBaseParser.RowFieldContext;
import io.trino.grammar.sql.SqlBaseParser.RowTypeContext;
import io.trino.grammar.sql.SqlBaseParser.TypeContext;
import io.trino.grammar.sql.SqlBaseParser.TypeParameterContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Trino's types in DuckDB's words. */
final class TypeNames {
    private static final Map<String, String> SIMPLE = Map.ofEntries(
            Map.entry("boolean", "BOOLEAN"),
            Map.entry("tinyint", "TINYINT"),
            Map.entry("smallint", "SMALLINT"),
            Map.entry("integer", "INTEGER"),
            Map.entry("int", "INTEGER"),
            Map.entry("bigint", "BIGINT"),
            Map.entry("real", "FLOAT"),
            Map.entry("double", "DOUBLE"),
            Map.entry("varchar", "VARCHAR"),
            Map.entry("varbinary", "BLOB"),
            Map.entry("date", "DATE"),
            Map.entry("json", "JSON"),
            Map.entry("uuid", "UUID"));

    private TypeNames() {}

    static String duckDb(Translation translation, TypeContext type) {
        if (type instanceof DateTimeTypeContext time && time.TIMESTAMP() != null) {
            return time.WITH() != null ? "TIMESTAMPTZ" : "TIMESTAMP";
        }
        if (type instanceof DoublePrecisionTypeContext) {
            return "DOUBLE";
        }
        if (type instanceof ArrayTypeContext array) {
            return duckDb(translation, array.type()) + "[]";
        }
        if (type instanceof LegacyArrayTypeContext array) {
            return duckDb(translation, array.type()) + "[]";
        }
        if (type instanceof LegacyMapTypeContext map) {
            return "MAP(" + duckDb(translation, map.keyType) + ", " + duckDb(translation, map.valueType) + ")";
        }
        if (type instanceof RowTypeContext row) {
            return row.rowField().stream()
                    .map(field -> field(translation, field))
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }
        if (type instanceof GenericTypeContext generic) {
            return generic(translation, generic);
        }
        throw translation.unsupported(type, "the type " + type.getText());
    }

    private static String field(Translation translation, RowFieldContext field) {
        if (field.identifier() == null) {
            throw translation.unsupported(field, "a row type whose fields have no names");
        }
        return SqlLiteral.identifier(Names.of(field.identifier())) + " " + duckDb(translation, field.type());
    }

    private static String generic(Translation translation, GenericTypeContext type) {
        String name = Names.lower(type.identifier());
        List<TypeParameterContext> parameters = type.typeParameter();
        if (parameters.isEmpty() && SIMPLE.containsKey(name)) {
            return SIMPLE.get(name);
        }
        if (name.equals("array") && parameters.size() == 1 && parameters.get(0).type() != null) {
            return duckDb(translation, parameters.get(0).type()) + "[]";
        }
        if (name.equals("map")
                && parameters.size() == 2
                && parameters.get(0).type() != null
                && parameters.get(1).type() != null) {
            return "MAP(" + duckDb(translation, parameters.get(0).type()) + ", "
                    + duckDb(translation, parameters.get(1).type()) + ")";
        }
        if (name.equals("decimal")) {
            return "DECIMAL("
                    + (parameters.isEmpty() ? "38" : parameters.get(0).getText())
                    + ", "
                    + (parameters.size() < 2 ? "0" : parameters.get(1).getText())
                    + ")";
        }
        throw translation.unsupported(type, "the type " + type.getText());
    }
}
