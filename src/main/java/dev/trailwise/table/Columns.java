package dev.trailwise.table;

import java.util.List;

/** Short words for writing down {@link Tables}. */
final class Columns {
    private Columns() {}

    static Column text(String name, String key, String since, String description) {
        return new Column(name, new ColumnType.Text(), key, since, description);
    }

    static Column json(String name, String key, String since, String description) {
        return new Column(name, new ColumnType.JsonText(), key, since, description);
    }

    static Column real(String name, String key, String description) {
        return new Column(name, new ColumnType.Real(), key, "", description);
    }

    static Column textMap(String name, String key, String description) {
        return new Column(name, new ColumnType.TextMap(), key, "", description);
    }

    static Column struct(String name, String key, String since, String description, Column... fields) {
        return new Column(name, new ColumnType.Struct(List.of(fields)), key, since, description);
    }

    static Column array(String name, String key, String since, String description, Column... fields) {
        ColumnType element = new ColumnType.Struct(List.of(fields));
        return new Column(name, new ColumnType.ArrayOf(element), key, since, description);
    }
}
