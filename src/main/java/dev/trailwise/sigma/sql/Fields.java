package dev.trailwise.sigma.sql;

import dev.trailwise.failure.Suggestions;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds fields, which rules name as CloudTrail's JSON does, among the columns of the table. */
final class Fields {
    private static final List<String> NAMES = names("", Tables.EVENTS.columns());

    private Fields() {}

    /**
     * The field of a name.
     *
     * @param notes takes what its author may not know
     * @throws IllegalArgumentException when the name cannot be meant
     */
    static Field of(String name, Set<String> notes) {
        if (name.matches("(?s).*[*?\\[\\]{}\"\\\\\\p{Cntrl}].*")
                || Arrays.asList(name.split("\\.", -1)).contains("")) {
            throw new IllegalArgumentException(
                    "'" + name + "' names no field: write names with dots between; lists need no index or wildcard");
        }
        List<String> keys = List.of(name.split("\\."));
        Optional<Column> column = column(Tables.EVENTS.columns(), keys.get(0));
        Field field = column.isEmpty()
                ? new Field.Unknown()
                : of(column.get().name(), column.get().type(), keys.subList(1, keys.size()));
        if (field instanceof Field.Unknown) {
            notes.add("CloudTrail has no field '" + name + "'" + Suggestions.hint(name, NAMES));
        } else {
            spelling(name).ifPresent(right -> notes.add("CloudTrail writes " + right + ", not " + name));
        }
        return field;
    }

    private static Optional<String> spelling(String name) {
        return NAMES.stream()
                .filter(known -> known.equalsIgnoreCase(name) && !known.equals(name))
                .findFirst();
    }

    private static Field of(String sql, ColumnType type, List<String> keys) {
        if (type instanceof ColumnType.JsonText) {
            return keys.isEmpty() ? new Field.Document(sql) : new Field.Inside(sql, keys);
        }
        if (type instanceof ColumnType.Text) {
            return keys.isEmpty() ? new Field.Text(sql) : new Field.Unknown();
        }
        if (keys.isEmpty()) {
            return new Field.Whole(sql);
        }
        if (type instanceof ColumnType.TextMap) {
            return new Field.Text("element_at(" + sql + ", " + SqlLiteral.text(String.join(".", keys)) + ")");
        }
        if (type instanceof ColumnType.ArrayOf list && list.element() instanceof ColumnType.Struct element) {
            return column(element.fields(), keys.get(0))
                    .filter(field -> keys.size() == 1)
                    .<Field>map(field -> new Field.OfElements(sql, field.name()))
                    .orElseGet(Field.Unknown::new);
        }
        if (type instanceof ColumnType.Struct struct) {
            return column(struct.fields(), keys.get(0))
                    .map(field -> of(sql + "." + field.name(), field.type(), keys.subList(1, keys.size())))
                    .orElseGet(Field.Unknown::new);
        }
        return new Field.Unknown();
    }

    /** Keys of the table's columns are the same in upper and lower case, as the table reads them. */
    private static Optional<Column> column(List<Column> columns, String key) {
        return columns.stream()
                .filter(column -> column.key().equalsIgnoreCase(key))
                .findFirst();
    }

    private static List<String> names(String prefix, List<Column> columns) {
        List<String> names = new ArrayList<>();
        for (Column column : columns) {
            String name = prefix + column.key();
            names.add(name);
            if (column.type() instanceof ColumnType.Struct struct) {
                names.addAll(names(name + ".", struct.fields()));
            } else if (column.type() instanceof ColumnType.ArrayOf list
                    && list.element() instanceof ColumnType.Struct struct) {
                names.addAll(names(name + ".", struct.fields()));
            }
        }
        return List.copyOf(names);
    }
}
