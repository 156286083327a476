package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.failure.Failure;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.testing.TestLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in the zone of a reader. The right values are those of Trino 435, which the corpus asks for many more. */
class ZonesTest {
    @TempDir
    Path root;

    private Object value(String expression) throws IOException {
        Files.writeString(
                root.resolve("log.json"),
                "{\"Records\":[{\"eventVersion\":\"1.0\",\"eventTime\":\"2026-10-25T00:30:00Z\"}]}");
        String sql = "SELECT " + expression + " FROM \"sec\".\"events\"";
        try (LocalEngine engine = LocalEngine.open(root, Optional.empty(), TestLimits.enough(), Clock.systemUTC())) {
            return Collected.of(engine.start(Questions.ask(sql))).rows.get(0).get(0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    from_iso8601_timestamp(eventtime) AT TIME ZONE 'Asia/Tokyo'                     | 2026-10-25 09:30:00.000 Asia/Tokyo
                    ARRAY[from_iso8601_timestamp(eventtime) AT TIME ZONE 'Asia/Tokyo'][1]           | 2026-10-25 09:30:00.000 Asia/Tokyo
                    max(from_iso8601_timestamp(eventtime) AT TIME ZONE '+09:00')                    | 2026-10-25 09:30:00.000 +09:00
                    format_datetime(at_timezone(from_iso8601_timestamp(eventtime), 'Asia/Tokyo'), 'HH:mm ZZ') | 09:30 +09:00
                    max_by(from_iso8601_timestamp(eventtime), from_iso8601_timestamp(eventtime) AT TIME ZONE 'Asia/Tokyo') | 2026-10-25T00:30Z
                    min(from_iso8601_timestamp(eventtime) AT TIME ZONE 'Asia/Tokyo', 2)[1] | 2026-10-25 09:30:00.000 Asia/Tokyo
                    to_iso8601(from_iso8601_timestamp(eventtime) AT TIME ZONE 'Europe/Berlin')      | 2026-10-25T02:30:00.000+02:00
                    date_trunc('hour', TIMESTAMP '2026-10-25 01:30:00.000 UTC' AT TIME ZONE 'Europe/Berlin') - TIMESTAMP '2026-10-25 01:00:00.000 UTC' | 0 00:00:00.000
                    date_add('hour', 30, TIMESTAMP '2026-10-24 12:00:00.000 UTC' AT TIME ZONE 'Europe/Berlin') | 2026-10-25 19:00:00.000 Europe/Berlin
                    with_timezone(TIMESTAMP '2026-10-25 02:30:00.000', 'Europe/Berlin') - TIMESTAMP '2026-10-25 00:30:00.000 UTC' | 0 01:00:00.000
                    """)
    void a_time_is_shown_and_counted_in_a_zone_as_athena_does(String expression, String expected) throws IOException {
        assertThat(value(expression)).hasToString(expected);
    }

    /** A time of the clocks two hours east of UTC, in a column. */
    private static String east(String expression) {
        return expression.replace("{t}", "from_iso8601_timestamp(replace(eventtime, 'Z', '+02:00'))");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    hour({t})                                                            | 0
                    CAST(date_add('month', 1, date_trunc('day', {t})) AS varchar)        | 2026-11-25 00:00:00.000 +02:00
                    CAST(coalesce(TRY(from_iso8601_timestamp(eventid)), {t}) AS varchar) | 2026-10-25 00:30:00.000 +02:00
                    CAST(CASE WHEN eventtime > 'x' THEN from_iso8601_timestamp(eventtime) ELSE TRY({t}) END AS date) | 2026-10-25
                    hour(if(eventtime < 'x', from_iso8601_timestamp(eventtime), {t}) AT TIME ZONE '+01:00') | 1
                    {t} < from_iso8601_timestamp(eventtime)                              | true
                    hour({t} AT TIME ZONE 'UTC')                                         | 22
                    format_datetime(parse_datetime(replace(eventtime, 'Z', '-0330'), 'yyyy-MM-dd''T''HH:mm:ssZ'), 'HH ZZ') | 00 -03:30
                    """)
    void a_time_with_an_offset_in_a_column_is_shown_and_counted_in_it_as_athena_does(String expression, String expected)
            throws IOException {
        assertThat(value(east(expression))).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{t}",
                "TRY(cardinality(ARRAY[{t}]))",
                "hour(max({t}))",
                "(SELECT hour(t) FROM (SELECT {t} AS t) AS s)",
                "greatest({t}, now())"
            })
    void an_offset_that_would_be_lost_ends_the_query_with_a_way_out(String expression) {
        assertThatThrownBy(() -> value(east(expression)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("a timestamp in its own offset, +02:00 (AT TIME ZONE 'UTC' takes it to UTC),")
                .hasMessageContaining("cannot be answered by the local engine as Athena would");
    }

    @Test
    void a_zone_that_there_is_not_is_named_with_its_place() {
        assertThatThrownBy(() -> value("from_iso8601_timestamp(eventtime) AT TIME ZONE 'Nowhere/Land'"))
                .isInstanceOf(SqlProblem.class)
                .hasMessageContaining("unknown time zone 'Nowhere/Land'");
    }
}
