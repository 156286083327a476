package dev.trailwise.aws.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.scan.Scans;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.LogKind;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupFilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "eventname = 'A' AND eventid = 'x' => EventId x",
                "eventname = 'A' AND useridentity.accesskeyid IN ('K', 'L') => AccessKeyId K, L",
                "lower(useridentity.accesskeyid) = 'akia1' => AccessKeyId AKIA1",
                "lower(eventsource) = 'iam.amazonaws.com' => EventSource iam.amazonaws.com",
                "readonly = 'false' AND eventsource = 's' => EventSource s",
                "readonly = 'false' => ReadOnly false",
                // A user's name is also the name of a session, which the column does not have.
                "useridentity.username = 'alice' => all events",
                "useridentity.username = 'alice' AND useridentity.type = 'IAMUser' => Username alice",
                "useridentity.username = 'alice' AND useridentity.type IN ('IAMUser', 'SAMLUser') => all events",
                // Names have capitals that cannot be told from lower case.
                "lower(eventname) = 'createuser' => all events",
                "eventname = '' => all events",
                "eventname IN (NULL) => all events",
                "eventname = 'A' AND EXISTS (SELECT 1 FROM ct WHERE eventname = 'B') => EventName A, B",
                "eventname = 'A' AND EXISTS (SELECT 1 FROM ct WHERE eventid = 'x') => all events",
            })
    void the_filter_finds_every_event_that_the_query_can_keep(String condition, String expected) {
        assertThat(filter(condition)).hasToString(expected);
    }

    @Test
    void a_list_that_takes_more_requests_than_it_saves_is_left_out() {
        String names = IntStream.range(0, 31).mapToObj(n -> "'e" + n + "'").collect(Collectors.joining(","));

        assertThat(filter("eventname IN (" + names + ") AND readonly = 'true'")).hasToString("ReadOnly true");
    }

    private static LookupFilter filter(String condition) {
        TableName table = new TableName("db", "ct");
        String sql = "SELECT * FROM ct WHERE " + condition;
        return LookupFilter.of(
                LogKind.EVENTS,
                Scans.of(
                        AthenaSql.parse(new SqlSource("q.sql", sql)),
                        Map.of(table, Tables.EVENTS),
                        Instant.parse("2026-11-22T10:00:00Z")));
    }
}
