package dev.trailwise.table;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Organization;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tables over every layout there is. */
final class ProjectedTables {
    static final Organization ORGANIZATION = new Organization("o-a1b2c3d4e5");

    private ProjectedTables() {}

    static Map<String, ProjectedTable> byLayout() {
        Map<String, ProjectedTable> tables = new LinkedHashMap<>();
        tables.put("single-account", table(Tables.EVENTS, TrailLayout.ofAccounts(""), named("111122223333")));
        tables.put(
                "organization",
                table(
                        Tables.EVENTS,
                        TrailLayout.ofOrganization("", ORGANIZATION),
                        named("011122223333", "444455556666")));
        tables.put(
                "prefix", table(Tables.EVENTS, TrailLayout.ofAccounts("/it's/\"here\" %{x}/"), named("111122223333")));
        tables.put(
                "control-tower",
                table(
                        Tables.EVENTS,
                        TrailLayout.ofOrganization(ORGANIZATION.id(), ORGANIZATION),
                        named("111122223333")));
        tables.put(
                "injected",
                table(Tables.EVENTS, TrailLayout.ofOrganization("", ORGANIZATION), new AccountProjection.Injected()));
        tables.put("insights", table(Tables.INSIGHTS, TrailLayout.ofAccounts(""), named("111122223333")));
        tables.put("aggregated", table(Tables.AGGREGATED, TrailLayout.ofAccounts(""), named("111122223333")));
        tables.put(
                "network-activity", table(Tables.NETWORK_ACTIVITY, TrailLayout.ofAccounts(""), named("111122223333")));
        return tables;
    }

    static ProjectedTable over(String layout) {
        return Objects.requireNonNull(byLayout().get(layout), layout);
    }

    static ProjectedTable table(TableDefinition definition, TrailLayout layout, AccountProjection accounts) {
        return new ProjectedTable(
                new TableName("security", "cloudtrail_logs").of(definition),
                definition,
                "my-logs",
                layout,
                accounts,
                new TreeSet<>(List.of(Region.US_EAST_1, new Region("eu-west-1"))),
                new LogDay(LocalDate.of(2024, 1, 1)));
    }

    static AccountProjection named(String... accounts) {
        return AccountProjection.of(
                Stream.of(accounts).map(AccountId::new).collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    }
}
