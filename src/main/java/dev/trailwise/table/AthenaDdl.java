package dev.trailwise.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The table as a statement for Athena, whose DDL is Hive's.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/create-table.html">CREATE TABLE</a>
 */
final class AthenaDdl {
    private AthenaDdl() {}

    static String render(ProjectedTable table) {
        GlueTable glue = table.glue();
        StorageFormat format = glue.format();
        return "CREATE EXTERNAL TABLE `" + table.name().database() + "`.`"
                + table.name().table() + "` (\n"
                + columns(table.definition().columns())
                + ")\nCOMMENT " + quote(glue.description())
                + "\nPARTITIONED BY (\n"
                + columns(table.definition().partitions())
                + ")\nROW FORMAT SERDE " + quote(format.serde())
                + "\nWITH SERDEPROPERTIES (\n" + properties(format.serdeParameters())
                + ")\nSTORED AS INPUTFORMAT " + quote(format.inputFormat())
                + "\nOUTPUTFORMAT " + quote(format.outputFormat())
                + "\nLOCATION " + quote(glue.location())
                + "\nTBLPROPERTIES (\n" + properties(glue.properties()) + ")\n";
    }

    private static String columns(List<Column> columns) {
        return columns.stream()
                .map(column -> "  `" + column.name() + "` " + type(column.type(), "  ") + " COMMENT "
                        + quote(GlueColumn.of(column).comment()))
                .collect(Collectors.joining(",\n", "", "\n"));
    }

    /** A struct has a line for each field, for people to read; without the white space it is the Glue type. */
    private static String type(ColumnType type, String indent) {
        if (type instanceof ColumnType.ArrayOf array) {
            return "array<" + type(array.element(), indent) + ">";
        }
        if (type instanceof ColumnType.Struct struct) {
            String deeper = indent + "  ";
            return struct.fields().stream()
                    .map(field -> deeper + field.name() + ": " + type(field.type(), deeper))
                    .collect(Collectors.joining(",\n", "struct<\n", ">"));
        }
        return type.hive();
    }

    /** {@code EXTERNAL} is said by the statement itself. */
    private static String properties(Map<String, String> properties) {
        return properties.entrySet().stream()
                .filter(property -> !property.getKey().equals("EXTERNAL"))
                .map(property -> "  " + quote(property.getKey()) + " = " + quote(property.getValue()))
                .collect(Collectors.joining(",\n", "", "\n"));
    }

    /** Strings of Athena's DDL take a backslash before a quote, other than those of its queries. */
    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
