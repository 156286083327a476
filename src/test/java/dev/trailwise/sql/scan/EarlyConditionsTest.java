package dev.trailwise.sql.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.query.Compiler;
import dev.trailwise.query.DuplicatePolicy;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlyConditionsTest {
    private static final TableName EVENTS = new TableName("sec", "events");
    private static final Compiler COMPILER = new Compiler(Map.of(EVENTS, Tables.EVENTS));

    /** The columns that are looked at, besides those of the scope. */
    private static String columns(String sql, Scope scope, DuplicatePolicy duplicates) {
        CompiledQuery query = COMPILER.compile(SqlText.of(new SqlSource("<sql>", sql)), scope, duplicates);
        return EarlyConditions.of(AthenaSql.parse(query.text()), query.tables())
                .getOrDefault(EVENTS, List.of())
                .stream()
                .map(TextCondition::path)
                .collect(Collectors.joining(" "));
    }

    private static final Scope ALL = Scope.of(TimeRange.ALL);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM cloudtrail WHERE eventname = 'a' | eventname",
                "SELECT count(*) FROM cloudtrail WHERE eventname = 'a' AND region IN ('b') GROUP BY day | eventname region",
                "SELECT principal FROM cloudtrail WHERE eventname = 'a' ORDER BY 1 LIMIT 5 | eventname",
                "SELECT DISTINCT row_number() OVER () FROM cloudtrail WHERE eventname = 'a' | eventname",
                "SELECT 1 FROM cloudtrail WHERE eventname = 'a' AND length(region) > 2 AND day = 'b' | eventname",
                "SELECT 1 FROM cloudtrail WHERE length(region) > 2 AND eventname = 'a' |",
                "SELECT 1 FROM cloudtrail WHERE eventname = 'a' OR region = 'b' |",
                "SELECT 1 FROM cloudtrail WHERE lower(eventname) IN ('a', 'b') AND region = 'c' | eventname region",
                "SELECT 1 FROM cloudtrail WHERE lower(eventname) NOT IN ('a', 'b') |",
                "SELECT 1 FROM cloudtrail WHERE upper(eventname) IN ('a', 'b') |",
                "SELECT 1 FROM cloudtrail WHERE lower(concat(eventname, 'x')) IN ('a', 'b') |",
                "SELECT 1 FROM (SELECT *, 1 AS one FROM cloudtrail WHERE region > 'a') AS x WHERE x.eventname = 'a' | region eventname",
                "SELECT 1 FROM (SELECT *, row_number() OVER () AS n FROM cloudtrail WHERE region > 'a') WHERE eventname = 'a' | region",
                "SELECT 1 FROM (SELECT *, 'x' AS eventname FROM cloudtrail WHERE region > 'a') WHERE day = 'a' | region",
                "SELECT 1 FROM (SELECT eventname FROM cloudtrail) WHERE eventname = 'a' |",
                "SELECT 1 FROM (SELECT * FROM cloudtrail LIMIT 3) WHERE eventname = 'a' |",
                "SELECT 1 FROM (SELECT DISTINCT * FROM cloudtrail) WHERE eventname = 'a' |",
                "SELECT 1 FROM cloudtrail AS t (a) WHERE eventname = 'a' |",
                "SELECT 1 FROM cloudtrail TABLESAMPLE BERNOULLI (50) WHERE eventname = 'a' |",
                "SELECT 1 FROM cloudtrail a LEFT JOIN (VALUES 'a') AS v (x) ON true WHERE a.eventname = 'a' |",
                "SELECT 1 FROM (VALUES 'a') AS v (eventname) LEFT JOIN (SELECT * FROM cloudtrail WHERE region = 'b') t"
                        + " ON true WHERE v.eventname = 'a' | region",
                "SELECT 1 FROM cloudtrail, UNNEST(resources) AS r (a) WHERE eventname = 'a' |",
                "WITH x AS (SELECT * FROM cloudtrail WHERE eventname = 'a') SELECT 1 FROM x a, x b WHERE a.region = 'b' | eventname",
                "SELECT 1 WHERE EXISTS (SELECT 1 FROM cloudtrail WHERE eventname = 'a') | eventname",
                "SELECT 1 FROM cloudtrail WHERE eventname = 'a' UNION ALL SELECT 1 FROM cloudtrail WHERE eventname = 'b' |",
            })
    void conditions_count_that_are_evaluated_first_on_rows_of_the_table(String sql, String expected) {
        assertThat(columns(sql, ALL, DuplicatePolicy.KEPT)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({"KEPT, day day eventtime eventtime eventname", "DROPPED, day day eventtime eventtime"})
    void a_querys_own_conditions_do_not_decide_which_delivery_of_an_event_counts(
            DuplicatePolicy duplicates, String expected) {
        TimeRange hour = new TimeRange(Instant.parse("2026-11-01T10:00:00Z"), Instant.parse("2026-11-01T11:00:00Z"));

        assertThat(columns("SELECT 1 FROM cloudtrail WHERE eventname = 'a'", Scope.of(hour), duplicates))
                .isEqualTo(expected);
    }
}
