package dev.trailwise.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T06:30:15.5Z"), ZoneId.of("Pacific/Kiritimati"));
    private static final TimeText TIMES = new TimeText(CLOCK);

    @ParameterizedTest
    @CsvSource({
        "2026-11-01,            2026-11-01T00:00:00Z,   2026-11-02T00:00:00Z",
        "2026/11/01,            2026-11-01T00:00:00Z,   2026-11-02T00:00:00Z",
        "2026/11/01 10:00,      2026-11-01T10:00:00Z,   2026-11-01T10:00:00Z",
        "2026-11,               2026-11-01T00:00:00Z,   2026-12-01T00:00:00Z",
        "2026/12,               2026-12-01T00:00:00Z,   2027-01-01T00:00:00Z",
        "1793527200,            2026-11-01T10:00:00Z,   2026-11-01T10:00:00Z",
        "1793527200123,         2026-11-01T10:00:00.123Z, 2026-11-01T10:00:00.123Z",
        "today,                 2026-11-22T00:00:00Z,   2026-11-23T00:00:00Z",
        "yesterday,             2026-11-21T00:00:00Z,   2026-11-22T00:00:00Z",
        "now,                   2026-11-22T06:30:15.5Z, 2026-11-22T06:30:15.5Z",
        "90m,                   2026-11-22T05:00:15.5Z, 2026-11-22T05:00:15.5Z",
        "24h,                   2026-11-21T06:30:15.5Z, 2026-11-21T06:30:15.5Z",
        "7d,                    2026-11-15T06:30:15.5Z, 2026-11-15T06:30:15.5Z",
        "4w,                    2026-10-25T06:30:15.5Z, 2026-10-25T06:30:15.5Z",
        "2026-11-01T10:00Z,     2026-11-01T10:00:00Z,   2026-11-01T10:00:00Z",
        "2026-11-01 10:00:30,   2026-11-01T10:00:30Z,   2026-11-01T10:00:30Z",
        "2026-11-01T10:00+02:00,2026-11-01T08:00:00Z,   2026-11-01T08:00:00Z",
    })
    void a_bare_date_is_included_to_its_end_and_an_instant_is_not(String text, Instant start, Instant end) {
        assertThat(TIMES.start(text)).isEqualTo(start);
        assertThat(TIMES.end(text)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tomorrow-ish", "2026-13-01", "2026-02-30", "7", "7y", "10:00", "2026-13", "179352720", "-7d"
            })
    void what_is_no_time_is_refused_with_the_forms_that_are(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TIMES.start(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("2026-11-01T10:00Z");
    }

    @Test
    void a_range_never_loses_an_event_of_a_broken_second() {
        TimeRange range =
                new TimeRange(Instant.parse("2026-11-01T00:00:00.9Z"), Instant.parse("2026-11-01T00:00:01.1Z"));

        assertThat(range.from()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(range.to()).isEqualTo("2026-11-01T00:00:02Z");
    }

    @Test
    void events_of_a_day_are_looked_for_in_the_next_days_folder_too() {
        TimeRange day = new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z"));

        assertThat(day.deliveryDays(1)).hasToString("DayRange[first=2026/11/01, last=2026/11/02]");
        assertThat(day.deliveryDays(0).count()).isEqualTo(1);
    }

    @Test
    void all_time_has_room_for_every_event() {
        assertThat(TimeRange.ALL.contains(Instant.parse("2013-11-13T00:00:00Z")))
                .isTrue();
        assertThat(Scope.of(TimeRange.ALL).days().contains(LogDay.of(CLOCK.instant())))
                .isTrue();
    }
}
