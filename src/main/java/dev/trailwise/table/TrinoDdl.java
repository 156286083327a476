package dev.trailwise.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table for Trino's Hive connector. Trino has no input format for CloudTrail's files, so a table reads each file as
 * one row with an array of records, and a view of the wanted name takes the records apart.
 *
 * @see <a href="https://trino.io/docs/current/connector/hive.html">Hive connector</a>
 */
final class TrinoDdl {
    private TrinoDdl() {}

    static String render(ProjectedTable table) {
        TableName files = new TableName(table.name().database(), table.name().table() + "_files");
        Map<String, String> properties = table.glue().properties();
        String partitions = table.definition().partitions().stream()
                .map(column -> ",\n  " + name(column) + " varchar WITH (" + projection(column.name(), properties) + ")")
                .collect(Collectors.joining());
        String partitionNames = table.definition().partitions().stream()
                .map(column -> quote(column.name()))
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
        return "CREATE TABLE " + files.sql() + " (\n  records array("
                + row(table.definition().columns(), "  ") + ")"
                + partitions
                + "\n)\nWITH (\n  format = 'OPENX_JSON',\n  external_location = "
                + quote(table.glue().location())
                + ",\n  partitioned_by = " + partitionNames
                + ",\n  partition_projection_enabled = true,\n  partition_projection_location_template = "
                + quote(properties.getOrDefault("storage.location.template", ""))
                + "\n);\n\n"
                + "CREATE VIEW " + table.name().sql() + " AS\nSELECT\n"
                + Stream.concat(
                                table.definition().columns().stream().map(column -> "  record." + name(column)),
                                table.definition().partitions().stream().map(column -> "  file." + name(column)))
                        .collect(Collectors.joining(",\n"))
                + "\nFROM " + files.sql() + " AS file\nCROSS JOIN UNNEST(file.records) AS record ("
                + table.definition().columns().stream().map(TrinoDdl::name).collect(Collectors.joining(", ")) + ");\n";
    }

    private static String row(List<Column> columns, String indent) {
        String deeper = indent + "  ";
        return columns.stream()
                .map(column -> deeper + name(column) + " " + type(column.type(), deeper))
                .collect(Collectors.joining(",\n", "row(\n", "\n" + indent + ")"));
    }

    private static String type(ColumnType type, String indent) {
        if (type instanceof ColumnType.Struct struct) {
            return row(struct.fields(), indent);
        }
        if (type instanceof ColumnType.ArrayOf array) {
            return "array(" + type(array.element(), indent) + ")";
        }
        if (type instanceof ColumnType.TextMap) {
            return "map(varchar, varchar)";
        }
        return type instanceof ColumnType.Real ? "double" : "varchar";
    }

    /** The properties of a projected column carry the same words as Athena's, one by one. */
    private static String projection(String column, Map<String, String> properties) {
        String prefix = "projection." + column + ".";
        return properties.entrySet().stream()
                .filter(property -> property.getKey().startsWith(prefix))
                .map(property -> {
                    String key = property.getKey().substring(prefix.length());
                    return "partition_projection_" + key.replace('.', '_') + " = " + value(key, property.getValue());
                })
                .collect(Collectors.joining(", "));
    }

    private static String value(String key, String value) {
        return switch (key) {
            case "type" -> quote(value.toUpperCase(Locale.ROOT));
            case "interval" -> value;
            case "values", "range" ->
                Stream.of(value.split(",")).map(TrinoDdl::quote).collect(Collectors.joining(", ", "ARRAY[", "]"));
            default -> quote(value);
        };
    }

    private static String name(Column column) {
        return '"' + column.name() + '"';
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
