package dev.trailwise.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScansTest {
    private static final TableName TABLE = new TableName("db", "ct");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT * FROM ct => any",
                "SELECT * FROM ct WHERE day = '2026/11/01' => {2026/11/01}",
                "SELECT * FROM ct WHERE '2026/11/01' = day => {2026/11/01}",
                "SELECT * FROM db.ct x WHERE x.DAY IN ('2026/11/01', '2026/11/02') => {2026/11/01, 2026/11/02}",
                "SELECT * FROM ct WHERE day BETWEEN '2026/11/01' AND '2026/11/03' AND day < '2026/11/03' => [2026/11/01, 2026/11/03)",
                "SELECT * FROM ct WHERE '2026/11/01' <= day => [2026/11/01, any",
                "SELECT * FROM ct WHERE day = '2026/11/01' OR day = '2026/11/09' => {2026/11/01, 2026/11/09}",
                "SELECT * FROM ct WHERE day > '2026/11/01' OR day = '2026/10/09' => [2026/10/09, any",
                "SELECT * FROM ct WHERE day = '2026/11/01' OR eventname = 'x' => any",
                "SELECT * FROM ct WHERE NOT day = '2026/11/01' => any",
                "SELECT * FROM ct WHERE day <> '2026/11/01' => any",
                "SELECT * FROM ct WHERE substr(day, 1, 7) = '2026/11' => any",
                "SELECT * FROM ct WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d') => [2026/11/15, any",
                "SELECT * FROM ct WHERE day >= date_format(date_add('day', -2, now()), '%Y/%m/%d') => [2026/11/20, any",
                "SELECT * FROM (SELECT * FROM ct) WHERE day = '2026/11/01' => {2026/11/01}",
                "SELECT * FROM (SELECT day AS d FROM ct) x WHERE x.d = '2026/11/01' => {2026/11/01}",
                "SELECT * FROM (SELECT substr(eventtime, 1, 10) AS day FROM ct) WHERE day = '2026/11/01' => any",
                "SELECT * FROM (SELECT * FROM ct LIMIT 5) WHERE day = '2026/11/01' => any",
                "SELECT * FROM (SELECT day, count(*) AS n FROM ct GROUP BY day) WHERE day = '2026/11/01' => {2026/11/01}",
                "SELECT * FROM (SELECT day, count(*) AS n FROM ct GROUP BY 1) WHERE day = '2026/11/01' => {2026/11/01}",
                "SELECT * FROM (SELECT max(day) AS day, region FROM ct GROUP BY region) WHERE day = '2026/11/01' => any",
                "SELECT * FROM (SELECT day, region, count(*) AS n FROM ct GROUP BY ROLLUP (day, region)) WHERE day = '2026/11/01' => any",
                "SELECT * FROM (SELECT *, row_number() OVER () AS n FROM ct) WHERE day = '2026/11/01' => any",
                "WITH a AS (SELECT * FROM ct), b AS (SELECT * FROM a) SELECT * FROM b WHERE day = '2026/11/01' => {2026/11/01}",
                "WITH a AS (SELECT * FROM ct) SELECT * FROM a x JOIN a y ON x.eventid = y.eventid WHERE x.day = '2026/11/01' => {2026/11/01} any",
                "WITH ct AS (SELECT '2026/11/09' AS day) SELECT * FROM ct WHERE day = '2026/11/01' => ",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventid = b.eventid AND b.day = '2026/11/02' WHERE a.day = '2026/11/01' => {2026/11/01} {2026/11/02}",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventid = b.eventid AND a.day = '2026/11/02' WHERE b.day = '2026/11/01' => any any",
                "SELECT * FROM ct a FULL JOIN ct b ON a.day = '2026/11/02' WHERE b.day = '2026/11/01' => any any",
                "SELECT * FROM ct a RIGHT JOIN ct b ON a.day = '2026/11/02' WHERE b.day = '2026/11/01' => {2026/11/02} {2026/11/01}",
                "SELECT * FROM ct a, ct b WHERE a.day = '2026/11/01' AND b.day = '2026/11/02' => {2026/11/01} {2026/11/02}",
                "SELECT * FROM ct a, ct b WHERE a.day = '2026/11/01' OR b.day = '2026/11/02' => any any",
                "SELECT * FROM (SELECT day FROM ct UNION ALL SELECT day FROM ct) WHERE day = '2026/11/01' => {2026/11/01} {2026/11/01}",
                "SELECT * FROM (SELECT * FROM ct UNION ALL SELECT * FROM ct) WHERE day = '2026/11/01' => {2026/11/01} {2026/11/01}",
                "SELECT * FROM (SELECT region AS day FROM ct UNION SELECT day FROM ct) WHERE day = '2026/11/01' => any {2026/11/01}",
                "SELECT * FROM (SELECT day FROM ct EXCEPT SELECT day FROM ct) WHERE day = '2026/11/01' => any any",
                "SELECT * FROM ct WHERE eventid IN (SELECT eventid FROM ct WHERE day = '2026/11/01') => any {2026/11/01}",
                "SELECT (SELECT max(day) FROM ct c WHERE c.day = '2026/11/01') FROM ct => any {2026/11/01}",
                "SELECT * FROM ct CROSS JOIN UNNEST(resources) AS r (a, b, c) WHERE day = '2026/11/01' => {2026/11/01}",
                "SELECT * FROM ct CROSS JOIN UNNEST(resources) AS r (a, b, day) WHERE day = '2026/11/01' => any",
            })
    void proves_the_days_that_trino_reads(String sql, String days) {
        List<String> proved = scans(sql).stream().map(scan -> shown(scan.day())).toList();
        assertThat(String.join(" ", proved)).isEqualTo(days == null ? "" : days);
    }

    @Test
    void knows_accounts_and_regions_and_which_partitions_remain() {
        TableScan scan = scans(
                        "SELECT * FROM ct WHERE account = '111122223333' AND region IN ('us-east-1', 'eu-west-1') AND day >= '2026/11/02'"
                                + " AND eventtime < '2026-11-03'")
                .get(0);
        assertThat(scan.mayRead(partition("111122223333", "eu-west-1", 2))).isTrue();
        assertThat(scan.mayRead(partition("111122223333", "eu-west-1", 1))).isFalse();
        assertThat(scan.mayRead(partition("111122223333", "eu-west-2", 2))).isFalse();
        assertThat(scan.mayRead(partition("222233334444", "eu-west-1", 2))).isFalse();
        assertThat(scan.eventTime().mayBe("2026-11-03T00:00:00Z")).isFalse();
        assertThat(scan.narrows()).isTrue();
    }

    private static Partition partition(String account, String region, int day) {
        return new Partition(new AccountId(account), new Region(region), new LogDay(LocalDate.of(2026, 11, day)));
    }

    private static List<TableScan> scans(String sql) {
        return Scans.of(AthenaSql.parse(new SqlSource("<sql>", sql)), Map.of(TABLE, Tables.EVENTS), NOW);
    }

    private static String shown(Bound bound) {
        if (bound.isAny()) {
            return "any";
        }
        if (bound.values().isPresent()) {
            return "{" + String.join(", ", bound.values().get()) + "}";
        }
        String low = bound.low()
                .map(end -> (end.included() ? "[" : "(") + end.value())
                .orElse("any");
        String high = bound.high()
                .map(end -> end.value() + (end.included() ? "]" : ")"))
                .orElse("any");
        return low + ", " + high;
    }
}
