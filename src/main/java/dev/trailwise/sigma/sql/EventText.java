package dev.trailwise.sigma.sql;

import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of an event, in which keywords are searched, as an array. */
final class EventText {
    static final String SQL = "ARRAY["
            + Tables.EVENTS.columns().stream()
                    .flatMap(column -> texts(column.name(), column.type()))
                    .collect(Collectors.joining(", "))
            + "]";

    private EventText() {}

    private static Stream<String> texts(String sql, ColumnType type) {
        if (type instanceof ColumnType.Struct struct) {
            return struct.fields().stream().flatMap(field -> texts(sql + "." + field.name(), field.type()));
        }
        if (type instanceof ColumnType.ArrayOf list && list.element() instanceof ColumnType.Struct element) {
            List<String> fields = new ArrayList<>();
            for (Column field : element.fields()) {
                fields.add("e." + field.name());
            }
            return Stream.of("array_join(transform(" + sql + ", e -> concat_ws(chr(10), " + String.join(", ", fields)
                    + ")), chr(10))");
        }
        if (type instanceof ColumnType.TextMap) {
            return Stream.of("array_join(map_values(" + sql + "), chr(10))");
        }
        return Stream.of(sql);
    }
}
