package dev.trailwise.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT 1 FROM t WHERE day = '2026-11-01' => 1:29 => write days as '2026/11/01'",
                "SELECT 1 FROM t WHERE '2026-11-01' <= t.day => 1:23 => write days as '2026/11/01'",
                "SELECT 1 FROM t WHERE region IN ('us-east-1', 'US-EAST-1') => 1:47 => write Regions as 'us-east-1'",
                "SELECT 1 FROM t WHERE account = '1111-2222-3333' => 1:33 => twelve digits",
                "SELECT 1 FROM t WHERE substr(day, 1, 7) = '2026/11' => 1:23 => a function around day",
                "SELECT 1 FROM t CROSS JOIN UNNEST(t.resources) AS r (e) => 1:28 => means the same on every engine",
            })
    void says_what_to_write_instead(String sql, String position, String message) {
        assertThat(findings(sql)).singleElement().satisfies(finding -> {
            assertThat(finding.position()).hasToString(position);
            assertThat(finding.message()).contains(message);
        });
    }

    @Test
    void says_where_and_what_to_write() {
        assertThat(findings("SELECT 1 FROM t WHERE day = '2026-11-01' AND region IN ('us-east-1', 'US')"))
                .extracting(finding -> finding.position() + " " + finding.message())
                .containsExactly(
                        "1:29 no day is written like this; write days as '2026/11/01'",
                        "1:70 no region is written like this; write Regions as 'us-east-1'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM t WHERE day >= '2026/11' AND day < '2026/12/01' AND account = '111122223333'",
                "SELECT 1 FROM t WHERE day >= date_format(current_date, '%Y/%m/%d')",
                "SELECT substr(day, 1, 7) FROM t CROSS JOIN UNNEST(resources) AS r (a, b, c) WHERE eventtime > '2026-11-01'",
            })
    void has_nothing_to_say_of_what_is_right(String sql) {
        assertThat(findings(sql)).isEmpty();
    }

    private static List<Finding> findings(String sql) {
        return Findings.of(AthenaSql.parse(new SqlSource("<sql>", sql)));
    }
}
