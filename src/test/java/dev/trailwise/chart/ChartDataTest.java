package dev.trailwise.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartDataTest {
    @Test
    void heat_tells_few_from_none_beside_many() {
        HeatMap map = new HeatMap(
                "By hour",
                "events",
                List.of("Mon"),
                List.of("00", "01", "02", "03"),
                List.of(List.of(0L, 1L, 40L, 90_000L)));

        assertThat(map.heat(0, 0)).isZero();
        assertThat(map.heat(0, 1)).isEqualTo(1);
        assertThat(map.heat(0, 2)).isEqualTo(2);
        assertThat(map.heat(0, 3)).isEqualTo(HeatMap.STEPS - 1);
    }

    @Test
    void a_heat_map_has_a_number_in_every_cell() {
        assertThatThrownBy(() ->
                        new HeatMap("By hour", "events", List.of("Mon"), List.of("00", "01"), List.of(List.of(0L))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "3, 3", "7, 8", "9, 10", "1001, 2000", "9223372036854775807, 9223372036854775807"})
    void an_axis_ends_at_a_round_number(long largest, long end) {
        assertThat(Numbers.axisEnd(largest)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1k", "1250, 1.3k", "20000, 20k", "5000000, 5M"})
    void an_axis_has_short_numbers(long number, String text) {
        assertThat(Numbers.brief(number)).isEqualTo(text);
    }

    @Test
    void whole_numbers_are_in_groups_of_three() {
        assertThat(Numbers.whole(1234567)).isEqualTo("1,234,567");
    }
}
