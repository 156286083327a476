package dev.trailwise.sql.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cli.option.NoticeText;
import dev.trailwise.failure.Notice;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT 1 FROM t WHERE day = '2026-11-01' => 1:29 => write days as '2026/11/01'",
                "SELECT 1 FROM t WHERE '2026-11-01' <= t.day => 1:23 => write days as '2026/11/01'",
                "SELECT 1 FROM t WHERE region IN ('us-east-1', 'US-EAST-1') => 1:47 => write Regions as 'us-east-1'",
                "SELECT 1 FROM t WHERE account = '1111-2222-3333' => 1:33 => twelve digits",
                "SELECT 1 FROM t WHERE substr(day, 1, 7) = '2026/11' => 1:23 => a function of day",
                "SELECT 1 FROM t WHERE awsregion = 'eu-west-1' AND eventsource = 'iam.amazonaws.com' => 1:23 => IAM logs in us-east-1",
                "SELECT 1 FROM t WHERE eventsource IN ('ec2.amazonaws.com', 'sts.amazonaws.com') AND t.region IN ('eu-west-1') => 1:85 => global endpoint",
                "SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM UNNEST(resources) AS r (a, b, c) WHERE b = 'x') => 1:23 => any_match",
                "SELECT * FROM t WHERE eventname = 'x' ORDER BY eventtime => 1:8 => name those that you look at",
                "SELECT 1 FROM t CROSS JOIN UNNEST(t.resources) AS r (e) => 1:28 => means the same on every engine",
            })
    void says_what_to_write_instead(String sql, String position, String message) {
        assertThat(lints(sql)).singleElement().satisfies(lint -> {
            assertThat(lint.position()).hasToString(position);
            assertThat(lint.message()).contains(message);
        });
    }

    @Test
    void says_where_and_what_to_write() {
        assertThat(lints("SELECT 1 FROM t WHERE day = '2026-11-01' AND region IN ('us-east-1', 'US')"))
                .extracting(lint -> lint.position() + " " + lint.message())
                .containsExactly(
                        "1:29 no day is written like this; write days as '2026/11/01'",
                        "1:70 no region is written like this; write Regions as 'us-east-1'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM t WHERE day >= '2026/11' AND day < '2026/12/01' AND account = '111122223333'",
                "SELECT 1 FROM t WHERE day >= date_format(current_date, '%Y/%m/%d')",
                "SELECT 1 FROM t WHERE region IN ('us-east-1', 'eu-west-1') AND eventsource = 'iam.amazonaws.com'",
                "SELECT 1 FROM t WHERE region = 'eu-west-1' OR eventsource = 'iam.amazonaws.com'",
                "SELECT 1 FROM t WHERE region <> 'eu-west-1' AND eventsource = 'iam.amazonaws.com'",
                "SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id)",
                "SELECT 1 FROM t WHERE EXISTS (SELECT count(*) FROM UNNEST(resources) AS r (a, b, c))",
                "SELECT t.tlsdetails.* FROM t",
                "SELECT * FROM t LIMIT 10",
                "WITH x AS (SELECT * FROM t) SELECT * FROM x",
                "SELECT * FROM (SELECT * FROM t WHERE day = '2026/11/01') x LIMIT 5",
                "SELECT * FROM (SELECT eventname, count(*) FROM t GROUP BY 1) x",
                "SELECT substr(day, 1, 7) FROM t CROSS JOIN UNNEST(resources) AS r (a, b, c) WHERE eventtime > '2026-11-01'",
            })
    void has_nothing_to_say_of_what_is_right(String sql) {
        assertThat(lints(sql)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT eventname FROM t WHERE eventtime >= '2026-11-08T10:00:00Z' => --from 2026-11-08",
                "SELECT eventname FROM t WHERE eventtime >= '2026-11-08' AND day >= '2026/11/08' =>",
                "SELECT eventname FROM t WHERE eventtime >= '2026-10-01' =>",
                "SELECT eventname FROM t WHERE eventname = 'x' =>",
                "SELECT eventname FROM t WHERE eventtime >= '2026-11-08' UNION ALL SELECT eventname FROM t =>",
            })
    void says_which_days_are_read_for_nothing(String sql, String expected) {
        TableName table = new TableName("db", "t");
        String scoped = sql.replace(
                "FROM t",
                "FROM (SELECT * FROM db.t WHERE day BETWEEN '2026/11/01' AND '2026/11/11' AND eventtime >= '2026-11-01T00:00:00Z') AS t");
        CompiledQuery compiled = new CompiledQuery(
                SqlText.of(new SqlSource("<sql>", scoped)), Scope.of(TimeRange.ALL), Map.of(table, Tables.EVENTS));
        List<Lint> lints = Lints.of(compiled, Instant.parse("2026-11-12T00:00:00Z"));

        assertThat(lints.stream()
                        .map(lint -> NoticeText.ANY
                                .apply(new Notice("", lint.remedies()))
                                .replace(" skips them", ""))
                        .toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    private static List<Lint> lints(String sql) {
        return Lints.of(AthenaSql.parse(new SqlSource("<sql>", sql)));
    }
}
