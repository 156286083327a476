package dev.trailwise.local;

import dev.trailwise.local.scan.LogFunction;
import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.FileColumn;
import dev.trailwise.table.TableDefinition;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the DuckDB expressions that make a table's columns, exactly as defined, of the scalar leaves that a
 * {@link LogFunction} yields. A struct that an event lacks is NULL, not a struct of NULLs.
 */
final class TableSql {
    /** A field of a struct that the question does not read is NULL, and is never sliced. */
    private final UsedFields used;

    TableSql(UsedFields used) {
        this.used = used;
    }

    /** The columns of the record and of the path, each under its name, for a SELECT list. */
    String columns(TableDefinition table) {
        return Stream.concat(table.columns().stream(), table.partitions().stream())
                .map(column -> value(column, "") + " AS " + identifier(column.name()))
                .collect(Collectors.joining(", "));
    }

    /** Whether the question asks about the files that events are in. */
    boolean readsFiles() {
        return Arrays.stream(FileColumn.values()).anyMatch(column -> used.names(column.sqlName()));
    }

    private String value(Column column, String parent) {
        String path = parent + column.name();
        ColumnType type = column.type();
        if (!parent.isEmpty() && !used.reads(path)) {
            return "CAST(NULL AS " + type.duckDb() + ")";
        }
        if (type instanceof ColumnType.Struct struct) {
            return struct(struct, path);
        }
        if (type instanceof ColumnType.Real) {
            return "TRY_CAST(" + identifier(path) + " AS DOUBLE)";
        }
        if (type instanceof ColumnType.ArrayOf || type instanceof ColumnType.TextMap) {
            return "from_json(" + identifier(path) + ", " + literal(jsonShape(type)) + ")";
        }
        return identifier(path);
    }

    private String struct(ColumnType.Struct struct, String path) {
        String fields = struct.fields().stream()
                .map(field -> identifier(field.name()) + " := " + value(field, path + "."))
                .collect(Collectors.joining(", "));
        String packed = "struct_pack(" + fields + ")";
        return used.whole(path) ? "CASE WHEN " + identifier(path) + " IS NOT NULL THEN " + packed + " END" : packed;
    }

    /** The type as the second argument of {@code from_json} takes it. */
    private static String jsonShape(ColumnType type) {
        if (type instanceof ColumnType.ArrayOf array) {
            return "[" + jsonShape(array.element()) + "]";
        }
        if (type instanceof ColumnType.Struct struct) {
            return struct.fields().stream()
                    .map(field -> '"' + field.name() + "\":" + jsonShape(field.type()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return '"' + type.duckDb() + '"';
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Paths as a list of strings. */
    static String list(Collection<Path> paths) {
        return paths.stream()
                .map(path -> literal(path.toAbsolutePath().toString()))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
