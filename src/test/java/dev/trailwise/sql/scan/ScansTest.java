package dev.trailwise.sql.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.text.SqlSource;
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
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScansTest {
    private static final TableName TABLE = new TableName("db", "ct");
    private static final int[] DAYS = {1, 2, 3, 9, 15, 22};
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** The days of November that are read; with a question mark those that Trino may leave out by what it finds. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT * FROM ct => all",
                "SELECT * FROM ct WHERE day = '2026/11/01' => 1",
                "SELECT * FROM ct WHERE '2026/11/01' = day => 1",
                "SELECT * FROM db.ct x WHERE x.DAY IN ('2026/11/01', '2026/11/02') => 1 2",
                "SELECT * FROM ct WHERE day BETWEEN '2026/11/01' AND '2026/11/03' AND day < '2026/11/03' => 1 2",
                "SELECT * FROM ct WHERE '2026/11/09' <= day => 9 15 22",
                "SELECT * FROM ct WHERE day = '2026/11/01' OR day = '2026/11/09' => 1 9",
                "SELECT * FROM ct WHERE day > '2026/11/09' OR day = '2026/11/02' => 2 15 22",
                "SELECT * FROM ct WHERE day = '2026/11/01' OR eventname = 'x' => all",
                "SELECT * FROM ct WHERE day = '2026/11/01' AND false => none",
                "SELECT * FROM ct WHERE 1 = 0 => none",
                "SELECT * FROM ct WHERE day = NULL => none",
                "SELECT * FROM ct WHERE day IS NULL => none",
                "SELECT * FROM ct WHERE NOT day = '2026/11/01' => 2 3 9 15 22",
                "SELECT * FROM ct WHERE day <> '2026/11/01' => 2 3 9 15 22",
                "SELECT * FROM ct WHERE day NOT IN ('2026/11/01', '2026/11/02') => 3 9 15 22",
                "SELECT * FROM ct WHERE day NOT BETWEEN '2026/11/02' AND '2026/11/15' => 1 22",
                "SELECT * FROM ct WHERE NOT (day > '2026/11/01' OR region = 'x') => 1",
                "SELECT * FROM ct WHERE day LIKE '2026/11/0%' => 1 2 3 9",
                "SELECT * FROM ct WHERE day LIKE '2026/11/_2' => 2 22",
                "SELECT * FROM ct WHERE substr(day, 1, 9) = '2026/11/0' => 1 2 3 9",
                "SELECT * FROM ct WHERE day || 'x' = '2026/11/01x' => 1",
                "SELECT * FROM ct WHERE split(day, '/')[3] = '02' => 2",
                "SELECT * FROM ct WHERE CAST(split_part(day, '/', 3) AS integer) > 9 => 15 22",
                "SELECT * FROM ct WHERE date_parse(day, '%Y/%m/%d') >= date_parse('2026/11/09', '%Y/%m/%d') => 9 15 22",
                "SELECT * FROM ct WHERE date_parse(day, '%Y/%m/%d') >= current_date - interval '7' day => 15 22",
                "SELECT * FROM ct WHERE CAST(replace(day, '/', '-') AS date) = DATE '2026-11-02' => 2",
                "SELECT * FROM ct WHERE (region, day) IN (('x', '2026/11/01'), ('us-east-1', '2026/11/02')) => 2",
                "SELECT * FROM ct WHERE (region = 'x' AND day = '2026/11/01') OR (region = 'us-east-1' AND day = '2026/11/02') => 2",
                "SELECT * FROM ct WHERE CASE WHEN region = 'us-east-1' THEN day = '2026/11/03' ELSE true END => 3",
                "SELECT * FROM ct WHERE coalesce(day, 'x') = '2026/11/01' => 1",
                "SELECT * FROM ct WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d') => 15 22",
                "SELECT * FROM ct WHERE day >= date_format(date_add('day', -2, now()), '%Y/%m/%d') => 22",
                "SELECT * FROM ct WHERE to_hex(md5(to_utf8(day))) = 'x' => ?",
                "SELECT * FROM (SELECT * FROM ct) WHERE day = '2026/11/01' => 1",
                "SELECT * FROM (SELECT day AS d FROM ct) x WHERE x.d = '2026/11/01' => 1",
                "SELECT * FROM (SELECT substr(day, 9) AS d FROM ct) x WHERE x.d = '02' => 2",
                "SELECT * FROM (SELECT substr(eventtime, 1, 10) AS day FROM ct) WHERE day = '2026/11/01' => all",
                "SELECT * FROM (SELECT * FROM ct LIMIT 5) WHERE day = '2026/11/01' => all",
                "SELECT * FROM (SELECT day, count(*) AS n FROM ct GROUP BY day) WHERE day = '2026/11/01' => 1",
                "SELECT * FROM (SELECT day, count(*) AS n FROM ct GROUP BY 1) WHERE day = '2026/11/01' => 1",
                "SELECT * FROM (SELECT substr(day, 9) AS d, count(*) AS n FROM ct GROUP BY substr(day, 9)) WHERE d = '02' => 2",
                "SELECT day, count(*) AS n FROM ct GROUP BY day HAVING day = '2026/11/01' => 1",
                "SELECT region, count(*) AS n FROM ct GROUP BY region HAVING max(day) = '2026/11/01' => all",
                "SELECT * FROM (SELECT max(day) AS day, region FROM ct GROUP BY region) WHERE day = '2026/11/01' => all",
                "SELECT * FROM (SELECT day, region, count(*) AS n FROM ct GROUP BY ROLLUP (day, region)) WHERE day = '2026/11/01' => all",
                "SELECT * FROM (SELECT *, row_number() OVER () AS n FROM ct) WHERE day = '2026/11/01' => all",
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY day ORDER BY eventtime) AS n FROM ct) WHERE n = 1 AND day = '2026/11/01' => 1",
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY region ORDER BY eventtime) AS n FROM ct) WHERE day = '2026/11/01' => all",
                "WITH a AS (SELECT * FROM ct), b AS (SELECT * FROM a) SELECT * FROM b WHERE day = '2026/11/01' => 1",
                "WITH a AS (SELECT * FROM ct) SELECT * FROM a x JOIN a y ON x.eventid = y.eventid WHERE x.day = '2026/11/01' => 1 | all",
                "WITH ct AS (SELECT '2026/11/09' AS day) SELECT * FROM ct WHERE day = '2026/11/01' => ",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventid = b.eventid AND b.day = '2026/11/02' WHERE a.day = '2026/11/01' => 1 | 2",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventid = b.eventid AND a.day = '2026/11/02' => all | all",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventid = b.eventid WHERE b.day = '2026/11/01' => all | 1",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventid = b.eventid WHERE b.day = '2026/11/01' OR b.day IS NULL => all | all",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventid = b.eventid WHERE coalesce(b.day, '2026/11/01') = '2026/11/01' => all | all",
                "SELECT * FROM ct a FULL JOIN ct b ON a.eventid = b.eventid AND a.day = '2026/11/02' => all | all",
                "SELECT * FROM ct a RIGHT JOIN ct b ON a.day = '2026/11/02' WHERE b.day = '2026/11/01' => 2 | 1",
                "SELECT * FROM ct a, ct b WHERE a.day = '2026/11/01' AND b.day = '2026/11/02' => 1 | 2",
                "SELECT * FROM ct a, ct b WHERE a.day = '2026/11/01' OR b.day = '2026/11/02' => all | all",
                "SELECT * FROM ct a JOIN ct b ON a.day = b.day WHERE a.day = '2026/11/01' => 1? | 1?",
                "SELECT * FROM ct a JOIN ct b USING (day) WHERE day = '2026/11/01' => 1? | 1?",
                "SELECT * FROM ct a JOIN (SELECT * FROM ct WHERE day > '2026/11/09') b ON a.day = b.day => 15? 22? | 15? 22?",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.day = b.day WHERE a.day = '2026/11/01' => 1 | 1?",
                "SELECT * FROM (SELECT day FROM ct UNION ALL SELECT day FROM ct) WHERE day = '2026/11/01' => 1 | 1",
                "SELECT * FROM (SELECT * FROM ct UNION ALL SELECT * FROM ct) WHERE day = '2026/11/01' => 1 | 1",
                "SELECT * FROM (SELECT 'a' AS k, day FROM ct UNION ALL SELECT 'b', day FROM ct) WHERE k = 'a' AND day = '2026/11/01' => 1 | none",
                "SELECT * FROM (SELECT region AS day FROM ct UNION SELECT day FROM ct) WHERE day = '2026/11/01' => none | 1",
                "SELECT * FROM (SELECT day FROM ct EXCEPT SELECT day FROM ct) WHERE day = '2026/11/01' => ? | ?",
                "SELECT * FROM ct WHERE eventid IN (SELECT eventid FROM ct WHERE day = '2026/11/01') => all | 1",
                "SELECT * FROM ct WHERE day IN (SELECT day FROM ct WHERE day = '2026/11/01') => ? | 1",
                "SELECT * FROM ct a WHERE EXISTS (SELECT 1 FROM ct b WHERE b.day = a.day) => ? | ?",
                "SELECT * FROM ct WHERE day = (SELECT max(day) FROM ct) => ? | all",
                "SELECT (SELECT max(day) FROM ct c WHERE c.day = '2026/11/01') FROM ct => all | 1",
                "SELECT * FROM ct CROSS JOIN UNNEST(resources) AS r (a, b, c) WHERE day = '2026/11/01' => 1",
                "SELECT * FROM ct CROSS JOIN UNNEST(resources) AS r (a, b, day) WHERE r.day = '2026/11/01' => all",
                "SELECT * FROM ct WHERE rand() < 0.5 AND day = '2026/11/01' => 1",
                "SELECT * FROM ct a LEFT JOIN (SELECT day FROM ct WHERE day = '2026/11/01') b ON a.day = b.day => all | 1?",
                "SELECT * FROM ct a FULL JOIN (SELECT day FROM ct WHERE day = '2026/11/01') b ON a.day = b.day => all | 1",
                "SELECT * FROM ct a RIGHT JOIN ct b ON a.eventid = b.eventid AND b.day = '2026/11/02' WHERE a.day = '2026/11/01' => 1 | ?",
                "SELECT * FROM ct a FULL JOIN ct b ON a.eventid = b.eventid AND b.day = '2026/11/02' WHERE a.day = '2026/11/01' => 1 | ?",
                "SELECT * FROM ct a FULL JOIN ct b ON a.day = b.day => all | all",
                "SELECT * FROM ct a FULL JOIN ct b ON a.day = b.day WHERE a.day = '2026/11/01' => 1? | ?",
                "SELECT * FROM ct a FULL JOIN ct b ON a.day = b.day WHERE b.day = '2026/11/01' => ? | 1?",
                "SELECT * FROM ct a LEFT JOIN ct b ON b.day = a.day WHERE b.region = 'us-east-1' => ? | ?",
                "SELECT * FROM ct a LEFT JOIN (SELECT day FROM ct WHERE day = '2026/11/01') b USING (day) => all | 1?",
                "SELECT * FROM ct a LEFT JOIN ct b USING (day) WHERE day = '2026/11/01' => ? | ?",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventid = b.eventid LEFT JOIN ct c ON b.eventid = c.eventid AND b.day = '2026/11/01' WHERE b.day IS NULL => all | all | all",
                "SELECT count(*) FROM (SELECT * FROM (SELECT day, region FROM ct) a JOIN (SELECT day, region FROM ct) b USING (day, region)) AS x (d, r) WHERE d = '2026/11/01' => 1? | 1?",
                "WITH RECURSIVE r (d, n) AS (SELECT day, 1 FROM ct UNION ALL SELECT '2026/11/01', n + 1 FROM r WHERE n < 3) SELECT * FROM r WHERE d = '2026/11/01' => ?",
                "WITH RECURSIVE r (d) AS (SELECT day FROM ct) SELECT * FROM r WHERE d = '2026/11/01' => 1",
                "SELECT * FROM ct WHERE contains(ARRAY[DATE '2026-11-01'], date_parse(day, '%Y/%m/%d')) => 1",
                "SELECT * FROM ct WHERE contains(split(day, '/'), '02') => 2",
                "SELECT * FROM (SELECT CAST(ROW('x') AS ROW(day varchar)).* FROM ct) WHERE day = 'x' => ?",
                "SELECT * FROM ct WHERE ARRAY[] = ARRAY[] => all",
                "SELECT * FROM ct TABLESAMPLE BERNOULLI (10) WHERE day = '2026/11/01' => 1",
                "SELECT * FROM ct TABLESAMPLE BERNOULLI (0.0) => ?",
                "SELECT * FROM ct WHERE \"$path\" LIKE '%x%' => ?",
            })
    void knows_the_days_that_trino_reads(String sql, String days) {
        List<String> read = scans(sql).stream().map(ScansTest::days).toList();
        assertThat(String.join(" | ", read)).isEqualTo(days == null ? "" : days);
    }

    private static String days(TableScan scan) {
        StringJoiner days = new StringJoiner(" ");
        boolean certain = !scan.mayReadLess();
        int read = 0;
        for (int day : DAYS) {
            TableScan.Read verdict = scan.read(partition("111122223333", "us-east-1", day));
            certain &= verdict != TableScan.Read.MAYBE;
            read += verdict == TableScan.Read.NO ? 0 : 1;
        }
        String mark = certain ? "" : "?";
        if (read == DAYS.length || read == 0) {
            return read == 0 ? "none" : certain ? "all" : "?";
        }
        for (int day : DAYS) {
            if (scan.read(partition("111122223333", "us-east-1", day)) != TableScan.Read.NO) {
                days.add(day + mark);
            }
        }
        return days.toString();
    }

    @Test
    void knows_accounts_and_regions_and_which_partitions_remain() {
        TableScan scan = scans(
                        "SELECT * FROM ct WHERE account = '111122223333' AND region IN ('us-east-1', 'eu-west-1') AND day >= '2026/11/02'"
                                + " AND eventtime >= '2026-11-03' AND eventtime < '2026-11-05'")
                .get(0);
        assertThat(scan.read(partition("111122223333", "eu-west-1", 2))).isEqualTo(TableScan.Read.YES);
        assertThat(scan.read(partition("111122223333", "eu-west-1", 1))).isEqualTo(TableScan.Read.NO);
        assertThat(scan.read(partition("111122223333", "eu-west-2", 2))).isEqualTo(TableScan.Read.NO);
        assertThat(scan.read(partition("222233334444", "eu-west-1", 2))).isEqualTo(TableScan.Read.NO);
        assertThat(scan.mayRead(new AccountId("222233334444"))).isFalse();
        assertThat(scan.mayRead(new Region("eu-west-1"))).isTrue();
        assertThat(scan.eventsFrom()).contains("2026-11-03");
    }

    private static Partition partition(String account, String region, int day) {
        return new Partition(new AccountId(account), new Region(region), new LogDay(LocalDate.of(2026, 11, day)));
    }

    private static List<TableScan> scans(String sql) {
        return Scans.of(AthenaSql.parse(new SqlSource("<sql>", sql)), Map.of(TABLE, Tables.EVENTS), NOW);
    }
}
