package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void a_zone_that_there_is_not_is_named_with_its_place() {
        assertThatThrownBy(() -> value("from_iso8601_timestamp(eventtime) AT TIME ZONE 'Nowhere/Land'"))
                .isInstanceOf(SqlProblem.class)
                .hasMessageContaining("unknown time zone 'Nowhere/Land'");
    }
}
