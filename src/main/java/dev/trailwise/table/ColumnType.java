package dev.trailwise.table;

import java.util.List;
import java.util.stream.Collectors;

/** The type of a column or of a field inside one. The family is closed: each rendering covers every case. */
public sealed interface ColumnType {
    /** The type in Hive's words, lower case and without spaces, as Glue stores it. */
    String hive();

    /** The type in DuckDB's words. */
    String duckDb();

    /** The type in Trino's words, as {@code DESCRIBE} shows it. */
    String trino();

    /** A JSON scalar as text: a boolean reads {@code true}, a number as it is written. */
    record Text() implements ColumnType {
        @Override
        public String hive() {
            return "string";
        }

        @Override
        public String duckDb() {
            return "VARCHAR";
        }

        @Override
        public String trino() {
            return "varchar";
        }
    }

    /**
     * A JSON object or array of any shape as its compact JSON text; JSON null reads as NULL. CloudTrail's input format
     * does this for four columns.
     */
    record JsonText() implements ColumnType {
        @Override
        public String hive() {
            return "string";
        }

        @Override
        public String duckDb() {
            return "VARCHAR";
        }

        @Override
        public String trino() {
            return "varchar";
        }
    }

    /** A JSON number in double precision. */
    record Real() implements ColumnType {
        @Override
        public String hive() {
            return "double";
        }

        @Override
        public String duckDb() {
            return "DOUBLE";
        }

        @Override
        public String trino() {
            return "double";
        }
    }

    /**
     * A JSON object with known fields; others are ignored.
     *
     * @param fields at least one, in order
     */
    record Struct(List<Column> fields) implements ColumnType {
        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public String hive() {
            return fields.stream()
                    .map(field -> field.name() + ":" + field.type().hive())
                    .collect(Collectors.joining(",", "struct<", ">"));
        }

        @Override
        public String duckDb() {
            return fields.stream()
                    .map(field -> '"' + field.name() + "\" " + field.type().duckDb())
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }

        @Override
        public String trino() {
            return fields.stream()
                    .map(field -> field.name() + " " + field.type().trino())
                    .collect(Collectors.joining(", ", "row(", ")"));
        }
    }

    /** A JSON array of one type. */
    record ArrayOf(ColumnType element) implements ColumnType {
        @Override
        public String hive() {
            return "array<" + element.hive() + ">";
        }

        @Override
        public String duckDb() {
            return element.duckDb() + "[]";
        }

        @Override
        public String trino() {
            return "array(" + element.trino() + ")";
        }
    }

    /** A JSON object as a map from its keys to its scalar values as text. */
    record TextMap() implements ColumnType {
        @Override
        public String hive() {
            return "map<string,string>";
        }

        @Override
        public String duckDb() {
            return "MAP(VARCHAR, VARCHAR)";
        }

        @Override
        public String trino() {
            return "map(varchar, varchar)";
        }
    }
}
