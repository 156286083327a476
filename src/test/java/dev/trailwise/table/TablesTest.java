package dev.trailwise.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
    @Test
    void names_are_the_record_keys_in_lower_case() {
        assertThat(allColumns())
                .allSatisfy(column ->
                        assertThat(column.name()).isEqualTo(column.key().toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void every_column_is_described_in_a_comment_that_glue_takes() {
        assertThat(allColumns())
                .allSatisfy(
                        column -> assertThat(column.description()).isNotBlank().hasSizeLessThan(256));
    }

    @Test
    void names_are_unique_at_every_level() {
        for (TableDefinition table : Tables.ALL) {
            assertThat(table.columns()).extracting(Column::name).doesNotHaveDuplicates();
            assertThat(table.partitions()).extracting(Column::name).containsExactly("account", "region", "day");
        }
        assertThat(allColumns()).allSatisfy(column -> {
            if (column.type() instanceof ColumnType.Struct struct) {
                assertThat(struct.fields()).extracting(Column::name).doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void an_edge_device_is_no_string_because_athena_fails_to_read_an_object_as_one() {
        assertThat(Tables.EVENTS
                        .column("edgedevicedetails")
                        .orElseThrow()
                        .type()
                        .hive())
                .isEqualTo("struct<type:string,deviceid:string>");
    }

    private static List<Column> allColumns() {
        List<Column> all = new ArrayList<>();
        Tables.ALL.forEach(table -> table.columns().forEach(column -> collect(column, all)));
        return all;
    }

    private static void collect(Column column, List<Column> all) {
        all.add(column);
        ColumnType type = column.type() instanceof ColumnType.ArrayOf array ? array.element() : column.type();
        if (type instanceof ColumnType.Struct struct) {
            struct.fields().forEach(field -> collect(field, all));
        }
    }
}
