package dev.trailwise.sql.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.query.Compiler;
import dev.trailwise.query.DuplicatePolicy;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.scan.TextCondition.Operator;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {
    private static final TableName EVENTS = new TableName("sec", "events");
    private static final Compiler COMPILER = new Compiler(Map.of(EVENTS, Tables.EVENTS));

    private static Optional<Projection> of(String sql, Scope scope, DuplicatePolicy duplicates) {
        CompiledQuery query = COMPILER.compile(SqlText.of(new SqlSource("<sql>", sql)), scope, duplicates);
        return Projection.of(AthenaSql.parse(query.text()), query.tables());
    }

    private static Optional<Projection> of(String sql) {
        return of(sql, Scope.of(TimeRange.ALL), DuplicatePolicy.KEPT);
    }

    @Test
    void the_scope_and_the_querys_conditions_are_conditions_on_texts() {
        TimeRange hours = new TimeRange(Instant.parse("2026-11-01T10:00:00Z"), Instant.parse("2026-11-01T12:00:00Z"));
        Scope scope = new Scope(
                hours,
                new TreeSet<>(List.of(new AccountId("111122223333"))),
                new TreeSet<>(List.of(new Region("eu-west-1"))),
                1);

        assertThat(of(
                        "SELECT c.eventName, \"c\".userIdentity.arn AS who, day FROM cloudtrail AS c"
                                + " WHERE (eventsource IN ('a', 'b''c') AND c.errorcode > 'x')",
                        scope,
                        DuplicatePolicy.KEPT))
                .contains(new Projection(
                        EVENTS,
                        List.of("eventname", "useridentity.arn", "day"),
                        List.of(
                                new TextCondition("eventsource", Operator.IN, List.of("a", "b'c")),
                                new TextCondition("errorcode", Operator.GREATER, List.of("x")),
                                new TextCondition("account", Operator.IN, List.of("111122223333")),
                                new TextCondition("region", Operator.IN, List.of("eu-west-1")),
                                new TextCondition("day", Operator.AT_LEAST, List.of("2026/11/01")),
                                new TextCondition("day", Operator.AT_MOST, List.of("2026/11/02")),
                                new TextCondition("eventtime", Operator.AT_LEAST, List.of("2026-11-01T10:00:00Z")),
                                new TextCondition("eventtime", Operator.LESS, List.of("2026-11-01T12:00:00Z")))));
    }

    @Test
    void columns_are_those_of_the_table_whatever_the_relation_is_called() {
        assertThat(of("SELECT eventname.eventname FROM cloudtrail eventname")).isEmpty();
        assertThat(of("SELECT x.eventname FROM (SELECT * FROM cloudtrail WHERE region < 'b') AS x"))
                .contains(new Projection(
                        EVENTS,
                        List.of("eventname"),
                        List.of(new TextCondition("region", Operator.LESS, List.of("b")))));
        assertThat(of("SELECT eventname FROM \"sec\".\"events\" WHERE region = 'b'")
                        .map(Projection::columns))
                .contains(List.of("eventname"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM cloudtrail",
                "SELECT eventname, lower(eventname) FROM cloudtrail",
                "SELECT eventname || '' FROM cloudtrail",
                "SELECT 'x' FROM cloudtrail",
                "SELECT principal FROM cloudtrail",
                "SELECT nosuch FROM cloudtrail",
                "SELECT \"$path\" FROM cloudtrail",
                "SELECT DISTINCT eventname FROM cloudtrail",
                "SELECT eventname FROM cloudtrail GROUP BY eventname",
                "SELECT eventname FROM cloudtrail HAVING true",
                "SELECT eventname FROM cloudtrail ORDER BY 1",
                "SELECT eventname FROM cloudtrail LIMIT 5",
                "SELECT eventname FROM cloudtrail OFFSET 5",
                "SELECT eventname FROM cloudtrail FETCH FIRST 5 ROWS ONLY",
                "SELECT eventname FROM (SELECT * FROM cloudtrail LIMIT 3)",
                "SELECT eventname FROM (SELECT *, 1 AS one FROM cloudtrail)",
                "SELECT eventname FROM (SELECT eventname FROM cloudtrail)",
                "SELECT a FROM cloudtrail AS t (a)",
                "SELECT a.eventname FROM cloudtrail a, cloudtrail b",
                "SELECT a.eventname FROM cloudtrail a JOIN cloudtrail b ON true",
                "SELECT eventname FROM cloudtrail TABLESAMPLE BERNOULLI (10)",
                "SELECT eventname FROM cloudtrail UNION ALL SELECT eventname FROM cloudtrail",
                "WITH x AS (SELECT 1) SELECT eventname FROM cloudtrail",
                "WITH x AS (SELECT * FROM cloudtrail) SELECT eventname FROM x",
                "(SELECT eventname FROM cloudtrail) LIMIT 1",
                "SELECT eventname FROM cloudtrail WHERE eventname = eventsource",
                "SELECT eventname FROM cloudtrail WHERE 'a' = eventname",
                "SELECT eventname FROM cloudtrail WHERE eventname = 'a' OR eventname = 'b'",
                "SELECT eventname FROM cloudtrail WHERE NOT eventname = 'a'",
                "SELECT eventname FROM cloudtrail WHERE eventname <> 'a'",
                "SELECT eventname FROM cloudtrail WHERE eventname NOT IN ('a')",
                "SELECT eventname FROM cloudtrail WHERE eventname IN ('a', NULL)",
                "SELECT eventname FROM cloudtrail WHERE eventname IN (SELECT 'a')",
                "SELECT eventname FROM cloudtrail WHERE eventname NOT BETWEEN 'a' AND 'b'",
                "SELECT eventname FROM cloudtrail WHERE eventname LIKE 'a'",
                "SELECT eventname FROM cloudtrail WHERE eventname IS NULL",
                "SELECT eventname FROM cloudtrail WHERE eventname = ALL (SELECT 'a')",
                "SELECT eventname FROM cloudtrail WHERE eventname = U&'\\0041'",
                "SELECT eventname FROM cloudtrail WHERE lower(eventname) = 'a'",
                "SELECT eventname FROM cloudtrail WHERE true",
                "SELECT 1",
                "EXPLAIN SELECT eventname FROM cloudtrail",
                "TABLE cloudtrail",
            })
    void a_query_that_does_more_is_none(String sql) {
        assertThat(of(sql)).isEmpty();
    }

    @Test
    void distinct_events_are_found_by_others() {
        assertThat(of("SELECT eventname FROM cloudtrail", Scope.of(TimeRange.ALL), DuplicatePolicy.DROPPED))
                .isEmpty();
    }
}
