package dev.trailwise.sql.function;

import dev.trailwise.sql.text.SqlLiteral;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A type of Trino, as far as queries over log tables meet them. */
public sealed interface Type {
    /** The type in DuckDB's words. */
    String duckDb();

    /** A type without parts. */
    enum Simple implements Type {
        /** Of NULL, which is of every type. */
        UNKNOWN("unknown", "VARCHAR"),
        BOOLEAN("boolean", "BOOLEAN"),
        TINYINT("tinyint", "TINYINT"),
        SMALLINT("smallint", "SMALLINT"),
        INTEGER("integer", "INTEGER"),
        BIGINT("bigint", "BIGINT"),
        REAL("real", "FLOAT"),
        DOUBLE("double", "DOUBLE"),
        VARCHAR("varchar", "VARCHAR"),
        VARBINARY("varbinary", "BLOB"),
        DATE("date", "DATE"),
        TIMESTAMP("timestamp", "TIMESTAMP"),
        TIMESTAMP_TZ("timestamp with time zone", "TIMESTAMPTZ"),
        INTERVAL_DAY("interval day to second", "INTERVAL"),
        INTERVAL_MONTH("interval year to month", "INTERVAL"),
        JSON("json", "JSON"),
        /** 128 bits, an IPv4 address as IPv6 maps it. */
        IPADDRESS("ipaddress", "UHUGEINT");

        private final String trino;
        private final String duckDb;

        Simple(String trino, String duckDb) {
            this.trino = trino;
            this.duckDb = duckDb;
        }

        @Override
        public String duckDb() {
            return duckDb;
        }

        @Override
        public String toString() {
            return trino;
        }

        /** The type of a name as Trino writes it. */
        public static Optional<Type> named(String name) {
            String lower = name.toLowerCase(Locale.ENGLISH);
            if (lower.equals("int")) {
                return Optional.of(INTEGER);
            }
            for (Simple simple : values()) {
                if (simple.trino.equals(lower) && simple != UNKNOWN) {
                    return Optional.of(simple);
                }
            }
            return Optional.empty();
        }
    }

    /** An exact number. */
    record Decimal(int precision, int scale) implements Type {
        /** The decimal that holds every value of a whole-number type. */
        static Decimal holding(Simple integer) {
            return new Decimal(
                    switch (integer) {
                        case TINYINT -> 3;
                        case SMALLINT -> 5;
                        case INTEGER -> 10;
                        default -> 19;
                    },
                    0);
        }

        @Override
        public String duckDb() {
            return "DECIMAL(" + precision + ", " + scale + ")";
        }

        @Override
        public String toString() {
            return "decimal(" + precision + "," + scale + ")";
        }
    }

    /** An array. */
    record Array(Type element) implements Type {
        @Override
        public String duckDb() {
            return element.duckDb() + "[]";
        }

        @Override
        public String toString() {
            return "array(" + element + ")";
        }
    }

    /** A map. */
    record MapOf(Type key, Type value) implements Type {
        @Override
        public String duckDb() {
            return "MAP(" + key.duckDb() + ", " + value.duckDb() + ")";
        }

        @Override
        public String toString() {
            return "map(" + key + "," + value + ")";
        }
    }

    /** A row, which DuckDB calls a struct. */
    record Row(List<Field> fields) implements Type {
        public Row {
            fields = List.copyOf(fields);
        }

        /** The field of a name, whatever its case. */
        public Optional<Field> field(String name) {
            return fields.stream()
                    .filter(field -> field.name().equalsIgnoreCase(name))
                    .findFirst();
        }

        public boolean named() {
            return fields.stream().noneMatch(field -> field.name().isEmpty());
        }

        @Override
        public String duckDb() {
            return fields.stream()
                    .map(field -> (field.name().isEmpty() ? "" : SqlLiteral.identifier(field.name()) + " ")
                            + field.type().duckDb())
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }

        @Override
        public String toString() {
            return fields.stream()
                    .map(field -> (field.name() + " " + field.type()).strip())
                    .collect(Collectors.joining(", ", "row(", ")"));
        }
    }

    /** A timestamp that is shown in a zone other than UTC: DuckDB keeps the instant. */
    sealed interface InZone extends Type permits Zoned, Offset {
        @Override
        default String duckDb() {
            return Simple.TIMESTAMP_TZ.duckDb();
        }
    }

    /** In a zone that is the same for all values. */
    record Zoned(String zone) implements InZone {
        @Override
        public String toString() {
            return Simple.TIMESTAMP_TZ.toString();
        }
    }

    /**
     * In an offset that is read with each value.
     *
     * @param minutes the expression of DuckDB that gives the offset of the value beside it, in minutes
     */
    record Offset(String minutes) implements InZone {
        @Override
        public String toString() {
            return Simple.TIMESTAMP_TZ.toString();
        }
    }

    /**
     * A field of a row.
     *
     * @param name its name, empty for one that has none
     */
    record Field(String name, Type type) {}

    /** Whether its values have an order, so that there is a greatest one. */
    default boolean orderable() {
        if (this instanceof Array array) {
            return array.element().orderable();
        }
        if (this instanceof Row row) {
            return row.fields().stream().allMatch(field -> field.type().orderable());
        }
        return this != Simple.JSON && !(this instanceof MapOf);
    }

    /** Whether it is a point in time: a date or a timestamp. */
    default boolean moment() {
        return this == Simple.DATE || this == Simple.TIMESTAMP || this == Simple.TIMESTAMP_TZ || this instanceof InZone;
    }

    default boolean interval() {
        return this == Simple.INTERVAL_DAY || this == Simple.INTERVAL_MONTH;
    }

    default boolean integer() {
        return this == Simple.TINYINT || this == Simple.SMALLINT || this == Simple.INTEGER || this == Simple.BIGINT;
    }

    default boolean floating() {
        return this == Simple.REAL || this == Simple.DOUBLE;
    }

    /** Whether a floating point number is in it, or it is one. */
    default boolean hasFloating() {
        if (this instanceof Array array) {
            return array.element().hasFloating();
        }
        if (this instanceof MapOf map) {
            return map.key().hasFloating() || map.value().hasFloating();
        }
        return this instanceof Row row
                ? row.fields().stream().anyMatch(field -> field.type().hasFloating())
                : floating();
    }

    default boolean numeric() {
        return integer() || floating() || this instanceof Decimal;
    }
}
