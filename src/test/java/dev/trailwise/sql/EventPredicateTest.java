package dev.trailwise.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sql.text.SqlSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPredicateTest {
    @Test
    void is_the_condition_as_it_is_written() {
        assertThat(of("SELECT eventid FROM cloudtrail WHERE /* 💡 */ a = 'x' -- why\n  AND b > 1 ORDER BY eventtime"))
                .map(EventPredicate::sql)
                .contains("a = 'x' -- why\n  AND b > 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM cloudtrail",
                "SELECT * FROM insights WHERE eventid = 'x'",
                "SELECT * FROM cloudtrail c WHERE c.eventid = 'x'",
                "SELECT * FROM cloudtrail, cloudtrail WHERE eventid = 'x'",
                "SELECT DISTINCT eventid FROM cloudtrail WHERE eventid = 'x'",
                "SELECT count(*) FROM cloudtrail WHERE eventid = 'x'",
                "SELECT max(eventtime) FROM cloudtrail WHERE eventid = 'x'",
                "SELECT row_number() OVER () FROM cloudtrail WHERE eventid = 'x'",
                "SELECT eventname FROM cloudtrail WHERE eventid = 'x' GROUP BY 1",
                "SELECT * FROM cloudtrail WHERE eventid IN (SELECT eventid FROM cloudtrail)",
                "SELECT * FROM cloudtrail WHERE eventid IN (SELECT 'x')",
                "SELECT * FROM cloudtrail WHERE eventid = 'x' LIMIT 1",
                "SELECT * FROM (SELECT errorcode AS e FROM cloudtrail) AS c WHERE e = 'x'",
                "SELECT * FROM cloudtrail TABLESAMPLE BERNOULLI (10) WHERE eventid = 'x'",
                "WITH c AS (SELECT 1) SELECT * FROM cloudtrail WHERE eventid = 'x'",
                "SELECT * FROM cloudtrail WHERE a = 'x' UNION SELECT * FROM cloudtrail WHERE a = 'y'"
            })
    void is_nothing_for_a_query_that_does_more_than_pick_events(String sql) {
        assertThat(of(sql)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    eventname = 'A' | A
                    EventName IN ('B', 'A') AND x = 1 | A,B
                    x = 1 AND (eventname = 'A' OR (eventname IN ('B') AND y = 2)) | A,B
                    eventname = 'A' OR x = 1 | -
                    NOT eventname = 'A' | -
                    eventname NOT IN ('A') | -
                    eventname <> 'A' | -
                    eventname = errorcode | -
                    lower(eventname) = 'a' | -
                    useridentity.type = 'A' | -
                    eventname LIKE 'A%' | -
                    eventname IN ('A', errorcode) | -
                    """)
    void knows_the_event_names_outside_of_which_it_cannot_be_true(String condition, String names) {
        assertThat(of("SELECT * FROM cloudtrail WHERE " + condition)
                        .orElseThrow()
                        .eventNames())
                .containsExactlyInAnyOrder(names.equals("-") ? new String[0] : names.split(","));
    }

    private static Optional<EventPredicate> of(String sql) {
        return EventPredicate.of(AthenaSql.parse(new SqlSource("<test>", sql)));
    }
}
