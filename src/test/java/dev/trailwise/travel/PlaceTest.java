package dev.trailwise.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Place BERLIN = new Place(Optional.of("Berlin"), Optional.of("DE"), 52.52, 13.405, 0);
    private static final Place NEW_YORK = new Place(Optional.of("New York"), Optional.of("US"), 40.7128, -74.006, 0);

    /** Right values by the angle between unit vectors, computed outside. */
    @Test
    void distances_are_those_of_great_circles() {
        assertThat(BERLIN.leastDistance(NEW_YORK)).isCloseTo(NEW_YORK.leastDistance(BERLIN), offset(1e-9));
        assertThat(BERLIN.leastDistance(NEW_YORK)).isCloseTo(6_385.0, offset(0.5));
        assertThat(at(0, 0).leastDistance(at(0, 180))).isCloseTo(20_015.1, offset(0.1));
        assertThat(at(-33.8688, 151.2093).leastDistance(at(51.5074, -0.1278))).isCloseTo(16_994.0, offset(0.5));
        assertThat(BERLIN.leastDistance(BERLIN)).isZero();
    }

    @Test
    void how_exact_a_place_is_makes_the_distance_smaller_and_never_negative() {
        Place around = new Place(Optional.empty(), Optional.of("US"), 40.7128, -74.006, 1_000);
        assertThat(BERLIN.leastDistance(around)).isCloseTo(5_385.0, offset(0.5));
        assertThat(NEW_YORK.leastDistance(around)).isZero();
    }

    @Test
    void a_place_is_named_as_well_as_it_is_known() {
        assertThat(BERLIN).hasToString("Berlin, DE");
        assertThat(new Place(Optional.empty(), Optional.of("DE"), 51, 9, 200)).hasToString("DE");
        assertThat(at(51.5, -9)).hasToString("51.5 -9.0");
    }

    private static Place at(double latitude, double longitude) {
        return new Place(Optional.empty(), Optional.empty(), latitude, longitude, 0);
    }
}
