package dev.trailwise.query;

import static dev.trailwise.query.SearchConditions.text;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import dev.trailwise.failure.Suggestions;
import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.DerivedColumn;
import dev.trailwise.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;

/** Columns that are chosen to be shown: of the events' table, or fields of the structs in it. */
final class SelectedColumn {
    /** A column of JSON, and keys in it; their case counts. */
    private static final Pattern JSON_PATH = Pattern.compile("([A-Za-z]+)((?:\\.[A-Za-z0-9_:-]+)+)");

    private SelectedColumn() {}

    /**
     * The path of a column or field in lower case.
     *
     * @throws IllegalArgumentException when there is no such column, with the nearest
     */
    static String checked(String path) {
        String asked = path.strip().toLowerCase(Locale.ROOT);
        Matcher json = JSON_PATH.matcher(path.strip());
        if (json.matches() && isJson(json.group(1).toLowerCase(Locale.ROOT))) {
            return json.group(1).toLowerCase(Locale.ROOT) + json.group(2);
        }
        List<String> known = Stream.concat(
                        Stream.concat(Tables.EVENTS.columns().stream(), Tables.PARTITIONS.stream())
                                .flatMap(column -> paths("", column)),
                        Tables.EVENTS.derived().stream().map(DerivedColumn::name))
                .toList();
        if (!known.contains(asked)) {
            throw new IllegalArgumentException("no column is called '" + path + "'" + nearest(asked, known)
                    + "; columns are for example eventname, useridentity.arn or requestparameters");
        }
        return asked;
    }

    private static boolean isJson(String column) {
        return Tables.EVENTS
                .column(column)
                .filter(known -> known.type() instanceof ColumnType.JsonText)
                .isPresent();
    }

    /** The expression of a checked path. */
    static Field<String> field(String checked) {
        int dot = checked.indexOf('.');
        if (dot < 0 || !isJson(checked.substring(0, dot))) {
            return text(checked);
        }
        Field<String> json = text(checked.substring(0, dot));
        Field<String> path = inline(Arrays.stream(checked.substring(dot + 1).split("\\."))
                .map(key -> "[\"" + key + "\"]")
                .collect(Collectors.joining("", "$", "")));
        return coalesce(
                function("json_extract_scalar", String.class, json, path),
                function("json_format", String.class, function("json_extract", String.class, json, path)));
    }

    /** A field's own name is enough to be found. */
    private static String nearest(String asked, List<String> known) {
        Optional<String> field =
                known.stream().filter(path -> path.endsWith("." + asked)).findFirst();
        return field.map(path -> "; did you mean '" + path + "'?").orElseGet(() -> Suggestions.hint(asked, known));
    }

    private static Stream<String> paths(String above, Column column) {
        String path = above + column.name();
        return column.type() instanceof ColumnType.Struct struct
                ? Stream.concat(Stream.of(path), struct.fields().stream().flatMap(field -> paths(path + ".", field)))
                : Stream.of(path);
    }
}
