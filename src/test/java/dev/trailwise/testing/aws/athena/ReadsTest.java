package dev.trailwise.testing.aws.athena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of estimates is itself judged. */
class ReadsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT 1                                                           | ``",
                "SELECT * FROM \"db\".\"t\" WHERE day = 'a' AND eventtime > 'b'     | t[day = 'a']",
                "SELECT x FROM (SELECT * FROM db.t WHERE day BETWEEN 'a' AND 'b' AND region IN ('c', 'd')) AS e | t[day BETWEEN 'a' AND 'b'; region IN ( 'c' , 'd' )]",
                "SELECT x FROM (SELECT * FROM t WHERE day = 'a') AS e WHERE e.region = 'b' OR 1 = 1 | t[day = 'a'; region = 'b' OR 1 = 1]",
                "SELECT x FROM (SELECT * FROM t WHERE day = 'a') AS e WHERE e.region = 'b' AND x = 1 | t[day = 'a'; region = 'b']",
                "SELECT x FROM t WHERE region <> 'b' AND (x = 1 OR day = 'a')       | t[region <> 'b']",
                "SELECT x FROM (SELECT 'z' AS region FROM t) AS e WHERE region = 'b' | t[]",
                "SELECT x FROM t a, t b WHERE day = 'a'                             | t[] t[]",
                "SELECT x FROM t JOIN u ON t.x = u.x                                | t[] u[]",
                "SELECT x FROM (t CROSS JOIN u)                                     | t[] u[]",
                "WITH e AS (SELECT * FROM t) SELECT 1 FROM e a JOIN e b ON a.x = b.x | t[] t[]",
                "WITH e AS (SELECT * FROM t), f AS (SELECT * FROM e, e x) SELECT e FROM f | t[] t[]",
                "WITH e AS (SELECT * FROM t) SELECT e, t FROM u                     | u[]",
                "SELECT 1 FROM t UNION ALL SELECT 2 FROM u WHERE account = '1'      | t[] u[account = '1']",
                "SELECT (SELECT max(x) FROM t WHERE account = '1') FROM u           | t[account = '1'] u[]",
                "SELECT extract(year FROM t), x IS DISTINCT FROM y FROM u           | u[]",
                "SELECT 1 FROM t WHERE x IN (SELECT y FROM u) -- , v                | t[] u[]",
                "SELECT 1 FROM t CROSS JOIN UNNEST(x) AS r(y)                       | t[]",
                "TABLE t                                                            | t[]",
            })
    void every_read_is_found_with_its_conditions_on_partitions(String sql, String reads) {
        assertThat(Reads.of(sql).stream()
                        .map(read -> read.table() + "[" + String.join("; ", read.conditions()) + "]")
                        .collect(Collectors.joining(" ")))
                .isEqualTo(reads);
    }
}
