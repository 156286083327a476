package dev.trailwise.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.trailwise.testing.Golden;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlBaseParser;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.assertj.core.util.diff.DiffUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableRenderingTest {
    /** The table whose renderings are kept whole. */
    private static final String WHOLE = "single-account";

    static Stream<Arguments> tables() {
        return ProjectedTables.byLayout().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest
    @EnumSource
    void a_table_is_rendered_as_its_golden(TableRendering rendering) {
        Golden.assertMatches("table/" + file(rendering), rendering.of(ProjectedTables.over(WHOLE)));
    }

    static Stream<Arguments> otherTables() {
        return tables().filter(table -> !table.get()[0].equals(WHOLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherTables")
    void another_layout_or_kind_differs_from_it_by_the_lines_of_its_golden(String name, ProjectedTable table) {
        StringBuilder differences = new StringBuilder();
        for (TableRendering rendering : TableRendering.values()) {
            List<String> whole =
                    rendering.of(ProjectedTables.over(WHOLE)).lines().toList();
            List<String> other = rendering.of(table).lines().toList();
            DiffUtils.generateUnifiedDiff(file(rendering), name, whole, DiffUtils.diff(whole, other), 0)
                    .forEach(line -> differences.append(line).append('\n'));
        }

        Golden.assertMatches("table/" + name + ".diff", differences.toString());
    }

    private static String file(TableRendering rendering) {
        return WHOLE
                + switch (rendering) {
                    case ATHENA -> ".athena.sql";
                    case GLUE -> ".glue.json";
                    case TERRAFORM -> ".tf";
                    case CLOUDFORMATION -> ".cloudformation.yaml";
                    case TRINO -> ".trino.sql";
                };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void glue_ddl_and_the_local_engine_have_the_same_columns(String layout, ProjectedTable table) throws SQLException {
        List<String> glue = table.glue().columns().stream()
                .map(column -> column.name() + " " + column.type())
                .toList();

        assertThat(ddlColumns(TableRendering.ATHENA.of(table))).as(layout).isEqualTo(glue);
        assertThat(duckDbColumns(table.definition())).as(layout).isEqualTo(glue);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void every_rendering_says_the_same(String layout, ProjectedTable table) throws JsonProcessingException {
        JsonNode glue =
                new ObjectMapper().readTree(TableRendering.GLUE.of(table)).get("TableInput");
        JsonNode cloudFormation = new YAMLMapper()
                .readTree(TableRendering.CLOUDFORMATION.of(table))
                .at("/Resources/CloudTrailTable/Properties/TableInput");
        String terraform = TableRendering.TERRAFORM.of(table);

        assertThat(cloudFormation).as(layout).isEqualTo(glue);
        table.glue()
                .properties()
                .forEach((key, value) -> assertThat(terraform)
                        .containsPattern(java.util.regex.Pattern.quote('"' + key + '"') + " += "
                                + java.util.regex.Pattern.quote('"'
                                        + value.replace("\"", "\\\"")
                                                .replace("${", "$${")
                                                .replace("%{", "%%{")
                                        + '"')));
    }

    @Test
    void terraform_creates_the_database_once_for_the_tables_of_a_trail() {
        assertThat(TableRendering.TERRAFORM.of(ProjectedTables.over("single-account")))
                .contains("resource \"aws_glue_catalog_database\" \"cloudtrail_logs\"", "default     = true")
                .contains("depends_on = [aws_glue_catalog_database.cloudtrail_logs]");
        assertThat(List.of("insights", "network-activity", "aggregated"))
                .allSatisfy(kind -> assertThat(TableRendering.TERRAFORM.of(ProjectedTables.over(kind)))
                        .contains("resource \"aws_glue_catalog_database\"", "default     = false"));
    }

    @Test
    void cloudformation_creates_the_database_and_leaves_it_when_the_stack_is_deleted() throws JsonProcessingException {
        JsonNode events =
                new YAMLMapper().readTree(TableRendering.CLOUDFORMATION.of(ProjectedTables.over("single-account")));
        JsonNode insights =
                new YAMLMapper().readTree(TableRendering.CLOUDFORMATION.of(ProjectedTables.over("insights")));

        assertThat(events.at("/Parameters/CreateDatabase/Default").asText()).isEqualTo("true");
        assertThat(insights.at("/Parameters/CreateDatabase/Default").asText()).isEqualTo("false");
        assertThat(events.at("/Resources/CloudTrailDatabase/Properties/DatabaseInput/Name")
                        .asText())
                .isEqualTo("security");
        assertThat(events.at("/Resources/CloudTrailDatabase/DeletionPolicy").asText())
                .isEqualTo("Retain");
        assertThat(events.at("/Resources/CloudTrailTable/Properties/DatabaseName/Fn::If")
                        .toString())
                .isEqualTo("[\"CreateDatabase\",{\"Ref\":\"CloudTrailDatabase\"},\"security\"]");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void the_statements_for_trino_are_such_in_its_grammar(String layout, ProjectedTable table) {
        List<String> statements = List.of(TableRendering.TRINO.of(table).split(";\n+"));

        assertThat(statements).as(layout).hasSize(2).allSatisfy(statement -> {
            SqlBaseParser parser =
                    new SqlBaseParser(new CommonTokenStream(new SqlBaseLexer(CharStreams.fromString(statement))));
            parser.removeErrorListeners();
            parser.singleStatement();
            assertThat(parser.getNumberOfSyntaxErrors()).as(statement).isZero();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void the_location_template_filled_in_is_the_folder_of_the_partition(String layout, ProjectedTable table) {
        Partition partition =
                new Partition(new AccountId("011122223333"), Region.US_EAST_1, new LogDay(LocalDate.of(2024, 2, 29)));

        String template = table.glue().properties().getOrDefault("storage.location.template", "");

        assertThat(template.replace("${account}", partition.account().digits())
                        .replace("${region}", partition.region().code())
                        .replace("${day}", partition.day().partitionValue()))
                .as(layout)
                .isEqualTo("s3://my-logs/" + table.layout().prefix(partition));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void every_partition_column_is_projected(String layout, ProjectedTable table) {
        assertThat(table.glue().partitionKeys())
                .as(layout)
                .allSatisfy(key -> assertThat(table.glue().properties())
                        .containsKey("projection." + key.name() + ".type")
                        .hasEntrySatisfying(
                                "storage.location.template",
                                template -> assertThat(template).contains("${" + key.name() + "}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void comments_are_text_that_every_catalog_takes(String layout, ProjectedTable table) {
        assertThat(table.glue().columns())
                .as(layout)
                .allSatisfy(column -> assertThat(column.comment()).isNotBlank().matches("[ -~]{1,255}"));
    }

    @Test
    void more_accounts_than_an_enumeration_should_hold_are_injected() {
        TreeSet<AccountId> accounts = new TreeSet<>();
        for (int i = 0; i < AccountProjection.MOST_TO_NAME; i++) {
            accounts.add(new AccountId(String.valueOf(100_000_000_000L + i)));
        }
        assertThat(AccountProjection.of(accounts)).isInstanceOf(AccountProjection.Named.class);
        accounts.add(new AccountId("999999999999"));
        assertThat(AccountProjection.of(accounts)).isInstanceOf(AccountProjection.Injected.class);
    }

    @Test
    void a_table_without_accounts_or_regions_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProjectedTables.named());
        ProjectedTable table = ProjectedTables.over("organization");
        assertThatIllegalArgumentException().isThrownBy(() -> table.over(table.accounts(), new TreeSet<>()));
    }

    @Test
    void a_path_that_projection_would_take_for_a_variable_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProjectedTables.table(
                        Tables.EVENTS, TrailLayout.ofAccounts("a/${day}"), ProjectedTables.named("111122223333")))
                .withMessageContaining("$");
    }

    /** Column name and type of the DDL, white space left out. */
    private static List<String> ddlColumns(String ddl) {
        String columns = ddl.substring(ddl.indexOf('(') + 1, ddl.indexOf(")\nCOMMENT"));
        List<String> found = new ArrayList<>();
        for (String column : columns.split("',\n  (?=`)|'\n$")) {
            String name = column.substring(column.indexOf('`') + 1, column.lastIndexOf('`'));
            String type = column.substring(column.lastIndexOf('`') + 1, column.indexOf(" COMMENT '"));
            found.add(name + " " + type.replaceAll("\\s", ""));
        }
        return found;
    }

    /** What DuckDB makes of the definition's own types, in Hive's words. */
    private static List<String> duckDbColumns(TableDefinition definition) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String columns = String.join(
                    ", ",
                    definition.columns().stream()
                            .map(column ->
                                    '"' + column.name() + "\" " + column.type().duckDb())
                            .toList());
            statement.execute("CREATE TABLE t (" + columns + ")");
            try (ResultSet described = statement.executeQuery("DESCRIBE t")) {
                while (described.next()) {
                    found.add(described.getString(1) + " " + hive(described.getString(2)));
                }
            }
        }
        return found;
    }

    private static String hive(String duckDb) {
        String text = duckDb.replace("MAP(VARCHAR, VARCHAR)", "map<string,string>")
                .replace("VARCHAR", "string")
                .replace("DOUBLE", "double")
                .replace("\"", "")
                .replace(", ", ",");
        // The innermost struct has no bracket inside; each round turns those, then arrays of them.
        while (text.contains("STRUCT(")) {
            text = text.replaceAll("STRUCT\\(([^()]*)\\)\\[\\]", "array<struct<$1>>")
                    .replaceAll("STRUCT\\(([^()]*)\\)(?!\\[)", "struct<$1>");
        }
        return text.replaceAll("([a-z0-9_]) (?=[a-z])", "$1:");
    }
}
