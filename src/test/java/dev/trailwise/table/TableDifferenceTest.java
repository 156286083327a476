package dev.trailwise.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.trail.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TableDifferenceTest {
    private final ProjectedTable wanted = ProjectedTables.over("organization");

    @Test
    void a_table_does_not_differ_from_itself() {
        ProjectedTables.byLayout()
                .values()
                .forEach(table -> assertThat(TableDifference.between(table.glue(), table.glue()))
                        .isEmpty());
    }

    @Test
    void accounts_and_regions_that_joined_or_left_are_named() {
        GlueTable actual = wanted.over(
                        ProjectedTables.named("444455556666", "777788889999"), new TreeSet<>(List.of(Region.US_EAST_1)))
                .glue();

        assertThat(lines(actual)).containsExactly("~ accounts: +011122223333 -777788889999", "~ Regions: +eu-west-1");
    }

    @Test
    void a_change_inside_a_struct_is_told_by_its_field() {
        GlueTable actual = withColumn(
                "useridentity",
                type -> type.replace("sourceidentity:string,", "").replace("arn:string", "arn:int"));

        assertThat(lines(actual))
                .contains(
                        "+ column useridentity.sessioncontext.sourceidentity = string",
                        "~ column useridentity.arn: int -> string");
    }

    @Test
    void a_column_declared_text_that_should_be_a_struct_is_told() {
        assertThat(lines(withColumn("edgedevicedetails", type -> "string")))
                .containsExactlyInAnyOrder(
                        "+ column edgedevicedetails.type = string",
                        "+ column edgedevicedetails.deviceid = string",
                        "- column edgedevicedetails = string");
    }

    @Test
    void from_named_to_injected_the_names_must_go() {
        GlueTable injected = ProjectedTables.over("injected").glue();

        assertThat(TableDifference.between(wanted.glue(), injected))
                .extracting(TableDifference::line)
                .contains("~ property projection.account.type: enum -> injected")
                .contains("- accounts = 011122223333,444455556666");
        assertThat(wanted.glue().updatedTo(injected).properties()).isEqualTo(injected.properties());
    }

    @Test
    void what_others_set_is_no_difference_and_stays() {
        GlueTable own = wanted.glue();
        SortedMap<String, String> properties = new TreeMap<>(own.properties());
        properties.put("read_restored_glacier_objects", "true");
        properties.put("projection.region.values", "us-east-1");
        List<GlueColumn> columns = new ArrayList<>(own.columns());
        columns.add(0, new GlueColumn("useridentity_as_string", "string", "ours"));
        GlueTable actual = new GlueTable(
                own.name(), "Ask Ana", columns, own.partitionKeys(), own.location(), own.format(), properties);

        GlueTable updated = actual.updatedTo(own);

        assertThat(lines(actual)).containsExactly("~ Regions: +eu-west-1");
        assertThat(updated.description()).isEqualTo("Ask Ana");
        assertThat(updated.properties()).containsEntry("read_restored_glacier_objects", "true");
        assertThat(updated.columns()).extracting(GlueColumn::name).contains("useridentity_as_string");
        assertThat(TableDifference.between(updated, own)).isEmpty();
        assertThat(updated.updatedTo(own)).isEqualTo(updated);
    }

    @Test
    void types_are_taken_apart_to_their_leaves() {
        assertThat(HiveType.leaves("c", "struct<a:array<struct<b:decimal(10,2)>>, m:map<string,string>>"))
                .containsExactly(
                        java.util.Map.entry("c.a[].b", "decimal(10,2)"), java.util.Map.entry("c.m{}", "string"));
        assertThat(HiveType.leaves("c", "struct<a")).containsExactly(java.util.Map.entry("c", "struct<a"));
    }

    private List<String> lines(GlueTable actual) {
        return TableDifference.between(actual, wanted.glue()).stream()
                .map(TableDifference::line)
                .toList();
    }

    private GlueTable withColumn(String name, UnaryOperator<String> type) {
        GlueTable own = wanted.glue();
        List<GlueColumn> columns = own.columns().stream()
                .map(column -> column.name().equals(name)
                        ? new GlueColumn(name, type.apply(column.type()), column.comment())
                        : column)
                .toList();
        return new GlueTable(
                own.name(),
                own.description(),
                columns,
                own.partitionKeys(),
                own.location(),
                own.format(),
                own.properties());
    }
}
