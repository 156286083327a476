package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.Golden;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompilerTest {
    private static final TableName LOGS = new TableName("security", "cloudtrail_logs");
    private static final TableName INSIGHTS = new TableName("security", "cloudtrail_logs_insights");
    private static final Compiler COMPILER = new Compiler(Map.of(
            LOGS,
            Tables.EVENTS,
            INSIGHTS,
            Tables.INSIGHTS,
            new TableName("security", "cloudtrail_logs_aggregated"),
            Tables.AGGREGATED));
    private static final TimeRange MORNING =
            new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-01T12:00:00Z"));
    private static final Scope ALL = Scope.of(TimeRange.ALL);
    private static final Scope NARROW = new Scope(
            MORNING,
            new TreeSet<>(Set.of(new AccountId("444455556666"), new AccountId("111122223333"))),
            new TreeSet<>(Set.of(Region.US_EAST_1)),
            1);

    record Case(String name, String sql, Scope scope, DuplicatePolicy duplicates) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        String shapes = """
                -- cloudtrail in a comment, 'cloudtrail' in a string
                WITH recent AS (SELECT * FROM CloudTrail),
                     cloudtrail AS (SELECT eventid FROM recent)
                SELECT l.eventname, count(*)
                FROM security.cloudtrail_logs AS l
                LEFT JOIN "cloudtrail" ON cloudtrail.eventid = l.eventid
                WHERE l.sourceipaddress IN (SELECT sourceipaddress FROM awsdatacatalog.security.cloudtrail_logs)
                GROUP BY 1
                """;
        return Stream.of(
                new Case("narrow", "SELECT count(*) FROM cloudtrail", NARROW, DuplicatePolicy.KEPT),
                new Case("all-time", "SELECT count(*) FROM cloudtrail", ALL, DuplicatePolicy.KEPT),
                new Case("distinct", "SELECT count(*) FROM cloudtrail", NARROW, DuplicatePolicy.DROPPED),
                new Case("distinct-insights", "SELECT count(*) FROM insights i", ALL, DuplicatePolicy.DROPPED),
                new Case("aggregated", "SELECT count(*) FROM aggregated", NARROW, DuplicatePolicy.DROPPED),
                new Case("shapes", shapes, NARROW, DuplicatePolicy.KEPT),
                new Case("no-table", "SELECT 1", NARROW, DuplicatePolicy.KEPT));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compiles_to_the_golden_file(Case c) {
        CompiledQuery query = COMPILER.compile(text(c.sql()), c.scope(), c.duplicates());
        Golden.assertMatches("query/compiled-" + c.name() + ".sql", query.sql() + "\n");
        assertThat(AthenaSql.parse(new SqlSource("<compiled>", query.sql())).tables())
                .isNotNull();
    }

    @Test
    void names_the_physical_tables_that_are_read_and_no_others() {
        assertThat(compile("SELECT 1").tables()).isEmpty();
        assertThat(compile("SELECT * FROM cloudtrail").tables()).containsExactly(Map.entry(LOGS, Tables.EVENTS));
        assertThat(compile("SELECT * FROM insights, cloudtrail_logs").tables()).containsOnlyKeys(LOGS, INSIGHTS);
        assertThat(compile("SELECT * FROM other.cloudtrail").tables()).isEmpty();
        assertThat(compile("SELECT * FROM other.cloudtrail").sql()).isEqualTo("SELECT * FROM other.cloudtrail");
    }

    @Test
    void a_table_over_account_folders_is_read_with_that_of_the_trail() {
        TableName accounts = new TableName("security", "cloudtrail_logs_accounts");
        Compiler both = new Compiler(Map.of(LOGS, Tables.EVENTS, accounts, Tables.EVENTS.ofAccounts()));
        CompiledQuery query = both.compile(text("SELECT count(*) FROM cloudtrail c"), NARROW, DuplicatePolicy.KEPT);
        assertThat(query.tables()).containsOnlyKeys(LOGS, accounts);
        Golden.assertMatches("query/compiled-both-layouts.sql", query.sql() + "\n");
        Golden.assertMatches(
                "query/compiled-both-layouts-distinct.sql",
                both.compile(text("SELECT count(*) FROM cloudtrail_logs"), NARROW, DuplicatePolicy.DROPPED)
                                .sql() + "\n");
        assertThat(both.compile(
                                text("SELECT * FROM cloudtrail_logs, cloudtrail_logs_accounts"),
                                ALL,
                                DuplicatePolicy.KEPT)
                        .sql())
                .as("an author who tells them apart")
                .doesNotContain("UNION");
    }

    @Test
    void shows_a_syntax_error_at_its_place_in_the_authors_file() {
        SqlText sql = SqlText.of(new SqlSource("own/q.sql", "SELECT *\nFORM cloudtrail", 7));
        assertThatThrownBy(() -> COMPILER.compile(sql, ALL, DuplicatePolicy.KEPT))
                .isInstanceOf(SqlProblem.class)
                .hasMessageStartingWith("own/q.sql:8:");
    }

    private static CompiledQuery compile(String sql) {
        return COMPILER.compile(text(sql), ALL, DuplicatePolicy.KEPT);
    }

    private static SqlText text(String sql) {
        return SqlText.of(new SqlSource("<sql>", sql));
    }
}
