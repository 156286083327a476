package dev.trailwise.aws.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.table.AccountProjection;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableName;
import dev.trailwise.table.TableRendering;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.Told;
import dev.trailwise.testing.aws.GlueServer;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GlueCatalogTest {
    private static final TableName NAME = new TableName("security", "cloudtrail_logs");

    private final ProjectedTable wanted = table("111122223333");
    private final GlueServer glue = new GlueServer();
    private AwsClients clients = new AwsClients(glue.environment(), null, Optional.empty());
    private GlueCatalog catalog = new GlueCatalog(clients);

    @BeforeEach
    void connect() {
        clients = new AwsClients(glue.environment(), null, Optional.empty());
        catalog = new GlueCatalog(clients);
    }

    @AfterEach
    void close() {
        clients.close();
        glue.close();
    }

    @Test
    void a_table_is_made_with_its_database_and_found_up_to_date() throws JsonProcessingException {
        catalog.apply(catalog.plan(wanted));

        JsonNode rendered =
                new ObjectMapper().readTree(TableRendering.GLUE.of(wanted)).get("TableInput");
        ObjectNode held = glue.held("security", "cloudtrail_logs").deepCopy();
        held.remove(List.of("DatabaseName", "VersionId", "CreateTime"));
        assertThat(held).isEqualTo(rendered);
        assertThat(catalog.plan(wanted)).isInstanceOf(TablePlan.UpToDate.class);
    }

    @Test
    void planning_changes_nothing() {
        assertThat(catalog.plan(wanted)).isInstanceOf(TablePlan.Create.class);
        assertThat(glue.service().calls()).containsExactly("GetTable");
    }

    @Test
    void a_new_account_is_a_difference_that_needs_to_be_allowed() {
        catalog.apply(catalog.plan(wanted));

        TablePlan plan = catalog.plan(table("111122223333", "444455556666"));

        assertThatThrownBy(() -> plan.check(false, false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("~ accounts: +444455556666")
                .isInstanceOfSatisfying(Failure.class, Told.with("--update"));
        plan.check(true, false);
        catalog.apply(plan);
        assertThat(catalog.plan(table("111122223333", "444455556666"))).isInstanceOf(TablePlan.UpToDate.class);
    }

    @Test
    void an_update_keeps_what_others_set() {
        catalog.apply(catalog.plan(wanted));
        ObjectNode held = glue.held("security", "cloudtrail_logs");
        held.put("Owner", "ana").put("Retention", 7).put("Description", "Ask Ana");
        ((ObjectNode) held.get("Parameters")).put("read_restored_glacier_objects", "true");
        ((ObjectNode) held.get("StorageDescriptor")).put("NumberOfBuckets", 3);
        ((ObjectNode) held.at("/StorageDescriptor/SerdeInfo")).put("Name", "mine");

        catalog.apply(catalog.plan(table("111122223333", "444455556666")));

        ObjectNode updated = glue.held("security", "cloudtrail_logs");
        assertThat(updated.path("Owner").asText()).isEqualTo("ana");
        assertThat(updated.path("Retention").asInt()).isEqualTo(7);
        assertThat(updated.path("Description").asText()).isEqualTo("Ask Ana");
        assertThat(updated.at("/Parameters/read_restored_glacier_objects").asText())
                .isEqualTo("true");
        assertThat(updated.at("/StorageDescriptor/NumberOfBuckets").asInt()).isEqualTo(3);
        assertThat(updated.at("/StorageDescriptor/SerdeInfo/Name").asText()).isEqualTo("mine");
    }

    @Test
    void a_table_that_is_not_ours_is_replaced_only_when_that_is_allowed() {
        glue.put("security", "cloudtrail_logs");

        TablePlan plan = catalog.plan(wanted);

        assertThatThrownBy(() -> plan.check(true, false)).isInstanceOfSatisfying(Failure.class, Told.with("--replace"));
        plan.check(false, true);
        catalog.apply(plan);
        assertThat(catalog.plan(wanted)).isInstanceOf(TablePlan.UpToDate.class);
    }

    @Test
    void a_race_to_make_the_same_table_is_won_by_both() {
        TablePlan plan = catalog.plan(wanted);
        catalog.apply(catalog.plan(wanted));

        catalog.apply(plan);

        assertThat(catalog.plan(wanted)).isInstanceOf(TablePlan.UpToDate.class);
    }

    @Test
    void a_race_lost_to_another_table_is_told() {
        TablePlan plan = catalog.plan(wanted);
        catalog.apply(catalog.plan(table("999999999999")));

        assertThatThrownBy(() -> catalog.apply(plan)).hasMessageContaining("somebody else has just made another table");
    }

    @Test
    void a_table_made_a_moment_ago_by_another_is_waited_for_until_it_is_seen() {
        TablePlan plan = catalog.plan(wanted);
        catalog.apply(catalog.plan(wanted));
        glue.service().failNext("GetTable", 400, "EntityNotFoundException");

        catalog.apply(plan);

        assertThat(glue.service().calls().stream().filter("GetTable"::equals)).hasSizeGreaterThan(3);
    }

    @Test
    void a_database_just_made_is_waited_for() {
        glue.service()
                .failNext("CreateTable", 400, "EntityNotFoundException")
                .failNext("CreateTable", 400, "EntityNotFoundException");

        catalog.apply(catalog.plan(wanted));

        assertThat(catalog.find(NAME)).isPresent();
    }

    @Test
    void a_table_changed_meanwhile_is_not_overwritten() {
        catalog.apply(catalog.plan(wanted));
        TablePlan first = catalog.plan(table("444455556666"));
        catalog.apply(catalog.plan(table("777788889999")));

        assertThatThrownBy(() -> catalog.apply(first)).hasMessageContaining("somebody else has just changed the table");
    }

    @Test
    void a_denied_table_names_the_action_and_leaves_no_database() {
        glue.service().failNext("CreateTable", 400, "AccessDeniedException");

        assertThatThrownBy(() -> catalog.apply(catalog.plan(wanted)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.ACCESS))
                .hasMessageContaining("glue:CreateTable on table security.cloudtrail_logs");
        assertThat(glue.holds("security")).isFalse();
    }

    @Test
    void a_database_that_cannot_be_removed_is_told() {
        glue.service()
                .failNext("CreateTable", 400, "AccessDeniedException")
                .failNext("GetTables", 400, "AccessDeniedException");

        assertThatThrownBy(() -> catalog.apply(catalog.plan(wanted)))
                .hasMessageContaining("glue:CreateTable")
                .hasMessageContaining("The empty database security was made and stays");
    }

    @Test
    void throttling_is_waited_out() {
        glue.service().failNext("GetTable", 400, "ThrottlingException");

        assertThat(catalog.find(NAME)).isEmpty();
    }

    @Test
    void a_service_that_stays_down_is_told() {
        Stream.of(1, 2, 3, 4, 5).forEach(i -> glue.service().failNext("GetTable", 500, "InternalServiceException"));

        assertThatThrownBy(() -> catalog.find(NAME))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
                .hasMessageContaining("AWS Glue stayed unavailable for glue:GetTable");
    }

    @Test
    void expired_credentials_are_told() {
        glue.service().failNext("GetTable", 400, "ExpiredTokenException");

        assertThatThrownBy(() -> catalog.find(NAME))
                .hasMessageContaining("AWS rejected the credentials (ExpiredTokenException)");
    }

    @Test
    void only_our_own_table_is_dropped() {
        assertThatThrownBy(() -> catalog.drop(NAME)).hasMessageContaining("there is no table security.cloudtrail_logs");
        glue.put("security", "cloudtrail_logs");
        assertThatThrownBy(() -> catalog.drop(NAME)).hasMessageContaining("not made by trailwise");

        catalog.apply(catalog.plan(wanted));
        catalog.drop(NAME);

        assertThat(catalog.find(NAME)).isEmpty();
    }

    private static ProjectedTable table(String... accounts) {
        return new ProjectedTable(
                NAME,
                Tables.EVENTS,
                "my-logs",
                TrailLayout.ofAccounts(""),
                AccountProjection.of(
                        Stream.of(accounts).map(AccountId::new).collect(TreeSet::new, TreeSet::add, TreeSet::addAll)),
                new TreeSet<>(List.of(Region.US_EAST_1)),
                new LogDay(LocalDate.of(2024, 1, 1)));
    }
}
