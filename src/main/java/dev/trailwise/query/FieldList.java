package dev.trailwise.query;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.quotedName;
import static org.jooq.impl.DSL.table;

import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.DerivedColumn;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Fields of every event, in no order, with the values that CloudTrail wrote. */
public final class FieldList {
    private static final String USER_NAME = "userIdentity.userName";

    private static final List<String> USUAL = List.of(
            "eventTime",
            "awsRegion",
            "eventSource",
            "eventName",
            USER_NAME,
            "sourceIPAddress",
            "userAgent",
            "requestParameters");

    private FieldList() {}

    /**
     * The query.
     *
     * @param paths the fields, such as {@code userIdentity.userName} or {@code requestParameters.bucketName}, in any letter
     *     case but for keys in JSON text; a useful choice when empty
     * @throws IllegalArgumentException when there is no such field, with the nearest
     */
    public static SqlText sql(List<String> paths) {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        for (String path : paths.isEmpty() ? USUAL : paths) {
            String name = paths.isEmpty() && path.equals(USER_NAME) ? "userName" : path.strip();
            fields.add(text(SelectedColumn.checked(path)).as(quotedName(name)));
        }
        String sql = EventFilter.dsl().renderInlined(DSL.select(fields).from(table(name("cloudtrail"))));
        return SqlText.of(new SqlSource("<export>", sql));
    }

    /** All of every event, in no order, in the one column {@link TableDefinition#WHOLE_RECORD}. */
    public static SqlText records() {
        return SqlText.of(
                new SqlSource("<export>", "SELECT " + TableDefinition.WHOLE_RECORD.name() + " FROM cloudtrail"));
    }

    /** A field as text: what is an object or an array in the log is JSON. */
    private static Field<String> text(String checked) {
        Field<String> field = SelectedColumn.field(checked);
        if (Tables.EVENTS.derived().stream()
                .anyMatch(column -> column.name().equals(checked) && column.type() == DerivedColumn.Type.BOOLEAN)) {
            return cast(field, SQLDataType.VARCHAR);
        }
        boolean nested = type(checked)
                .filter(type -> !(type instanceof ColumnType.Text || type instanceof ColumnType.JsonText))
                .isPresent();
        return nested ? function("json_format", String.class, cast(field, SQLDataType.JSON)) : field;
    }

    /** The type of a column or of a field of a struct; nothing for keys in JSON text. */
    private static Optional<ColumnType> type(String checked) {
        String[] names = checked.split("\\.");
        List<Column> columns = Stream.concat(Tables.EVENTS.columns().stream(), Tables.PARTITIONS.stream())
                .toList();
        Optional<ColumnType> type = Optional.empty();
        for (String name : names) {
            type = columns.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .map(Column::type);
            columns = type.orElse(new ColumnType.Text()) instanceof ColumnType.Struct struct
                    ? struct.fields()
                    : List.of();
        }
        return type;
    }
}
