package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sql.text.SqlSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BindingTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final SavedQuery QUERY = new SavedQuery(
            "trial",
            "own",
            "A trial",
            "",
            List.of(
                    new Parameter(
                            "key",
                            ParameterType.ACCESS_KEY,
                            false,
                            false,
                            Optional.empty(),
                            Optional.of("AKIAIOSFODNN7EXAMPLE"),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            "the key"),
                    new Parameter(
                            "names",
                            ParameterType.STRING,
                            true,
                            true,
                            Optional.empty(),
                            Optional.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            ""),
                    new Parameter(
                            "since",
                            ParameterType.TIMESTAMP,
                            false,
                            false,
                            Optional.of("24h"),
                            Optional.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            "")),
            List.of(),
            Optional.empty(),
            false,
            new SqlSource(
                    "trial.sql", "SELECT ':key' -- :key\nFROM t WHERE k = :key AND n IN (:names) AND t > :since"));

    @Test
    void values_take_the_places_of_parameters_and_nothing_else() {
        assertThat(bind("key=AKIAIOSFODNN7EXAMPLE", "names=a,b\\,c", "names=d' OR 1=1 --", "since=2026-11-01"))
                .isEqualTo("SELECT ':key' -- :key\nFROM t WHERE k = 'AKIAIOSFODNN7EXAMPLE'"
                        + " AND n IN ('a', 'b,c', 'd'' OR 1=1 --') AND t > '2026-11-01T00:00:00Z'");
    }

    @Test
    void what_is_not_given_is_its_default_or_null() {
        assertThat(bind("key=AKIAIOSFODNN7EXAMPLE"))
                .endsWith("n IN (CAST(NULL AS varchar)) AND t > '2026-11-21T12:00:00Z'");
    }

    @Test
    void an_integer_has_a_range() {
        SavedQuery timeline = Library.shipped().query("timeline");

        assertThat(timeline.bind(List.of("minutes=1"), NOW).text()).contains("60 * 1)");
        for (String minutes : List.of("0", "-5", "999999999")) {
            assertThatThrownBy(() -> timeline.bind(List.of("minutes=" + minutes), NOW))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                    .hasMessageStartingWith("minutes: " + minutes + " is too ");
        }
    }

    @Test
    void a_value_may_hold_an_equals_sign() {
        assertThat(bind("key=AKIAIOSFODNN7EXAMPLE", "names=a=b")).contains("IN ('a=b')");
    }

    @Test
    void everything_wrong_is_said_at_once_with_all_that_the_query_takes() {
        assertThatThrownBy(() -> bind("kye=x", "since=never", "since=now", "stray"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("""
                        query trial has no parameter 'kye'; did you mean 'key'?
                        since is given twice, but takes one value
                        not key=value: 'stray'
                        query trial needs key
                        since: not a time: 'never'; write 2026-11-01, 2026-11, 2026-11-01T10:00Z, now, today, yesterday, or how long ago: 90m, 24h, 7d, 4w
                        trial takes:
                          key    access-key: the key; for example key=AKIAIOSFODNN7EXAMPLE
                          names  strings, comma-separated, optional; for example names=my-bucket
                          since  timestamp, default 24h; for example since=24h""");
    }

    @Test
    void a_list_reads_back_what_it_was_written_from() {
        List<String> values = List.of("a", "b,c", "d\\", "\\,", "", "e\\f");
        assertThat(ListText.split(ListText.join(values))).isEqualTo(values);
    }

    private static String bind(String... arguments) {
        return QUERY.bind(List.of(arguments), NOW).text();
    }
}
