package dev.trailwise.sql.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.text.SqlSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReadsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM t | 1",
                "SELECT * FROM t a JOIN t b USING (x) | 1 1",
                "WITH e AS (SELECT * FROM t) SELECT * FROM e | 1",
                "WITH e AS (SELECT * FROM t) SELECT * FROM e a JOIN e b USING (x) | 2",
                "WITH e AS (TABLE t), f AS (TABLE e UNION ALL TABLE e) SELECT * FROM f, f, e | 5",
                "WITH e AS (TABLE t) SELECT (SELECT count(*) FROM E), (SELECT max(x) FROM e) | 2",
                "WITH unused AS (TABLE t) SELECT 1 | 1",
                "WITH e AS (TABLE t) SELECT * FROM (WITH e AS (TABLE u) SELECT * FROM e, e) | 1 2",
                "WITH e AS (TABLE t) SELECT * FROM db.e, e | 1 1",
                "WITH RECURSIVE r(n) AS (SELECT x FROM t UNION ALL SELECT n FROM r JOIN u ON n = x) TABLE r | 12 66",
                "WITH RECURSIVE a(x) AS (SELECT x FROM t), r(n) AS (SELECT 1 UNION ALL SELECT n FROM r JOIN a ON n = x) SELECT n FROM r, a | 67",
            })
    void a_ctes_tables_are_read_for_each_mention_of_it(String sql, String reads) {
        ParsedSql parsed = AthenaSql.parse(new SqlSource("<sql>", sql));
        List<String> counted =
                parsed.tables().stream().map(table -> "" + parsed.reads(table)).toList();
        assertThat(String.join(" ", counted)).isEqualTo(reads);
    }

    @Test
    void ctes_that_double_each_other_are_counted_without_writing_them_out() {
        StringBuilder sql = new StringBuilder("WITH c0 AS (TABLE t)");
        for (int n = 1; n <= 60; n++) {
            sql.append(", c")
                    .append(n)
                    .append(" AS (SELECT * FROM c")
                    .append(n - 1)
                    .append(", c")
                    .append(n - 1)
                    .append(")");
        }
        ParsedSql parsed = AthenaSql.parse(new SqlSource("<sql>", sql + " TABLE c60"));
        assertThat(parsed.reads(parsed.tables().get(0))).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM t LIMIT 5 | true",
                "SELECT * FROM t FETCH FIRST 5 ROWS ONLY | true",
                "SELECT * FROM (SELECT * FROM t LIMIT 5) ORDER BY 1 | true",
                "SELECT * FROM t ORDER BY x LIMIT 5 | false",
                "SELECT * FROM t OFFSET 5 | false",
                "SELECT * FROM t | false",
            })
    void a_limit_without_an_order_may_stop_early(String sql, boolean early) {
        assertThat(AthenaSql.parse(new SqlSource("<sql>", sql)).mayStopEarly()).isEqualTo(early);
    }
}
