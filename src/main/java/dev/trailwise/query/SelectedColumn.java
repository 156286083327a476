package dev.trailwise.query;

import dev.trailwise.failure.Nearest;
import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns that are chosen to be shown: of the events' table, or fields of the structs in it. */
final class SelectedColumn {
    private SelectedColumn() {}

    /**
     * The path of a column or field in lower case.
     *
     * @throws IllegalArgumentException when there is no such column, with the nearest
     */
    static String checked(String path) {
        String asked = path.strip().toLowerCase(Locale.ROOT);
        List<String> known = Stream.concat(Tables.EVENTS.columns().stream(), Tables.PARTITIONS.stream())
                .flatMap(column -> paths("", column))
                .toList();
        if (!known.contains(asked)) {
            throw new IllegalArgumentException("no column is called '" + path + "'" + nearest(asked, known)
                    + "; columns are such as eventname, useridentity.arn or requestparameters");
        }
        return asked;
    }

    /** A field's own name is enough to be found. */
    private static String nearest(String asked, List<String> known) {
        Optional<String> field =
                known.stream().filter(path -> path.endsWith("." + asked)).findFirst();
        return field.map(path -> "; did you mean '" + path + "'?").orElseGet(() -> Nearest.hint(asked, known));
    }

    private static Stream<String> paths(String above, Column column) {
        String path = above + column.name();
        return column.type() instanceof ColumnType.Struct struct
                ? Stream.concat(Stream.of(path), struct.fields().stream().flatMap(field -> paths(path + ".", field)))
                : Stream.of(path);
    }
}
