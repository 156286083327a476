package dev.trailwise.local.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    @Test
    void repeats_are_counted_over_threads() {
        Repeats repeats = new Repeats(1_000_000);
        IntStream.range(0, 300_000).parallel().forEach(i -> see(repeats, i % 200_000));
        assertThat(repeats.count()).hasValue(100_000);
    }

    @Test
    void nothing_is_counted_beyond_the_bound() {
        Repeats repeats = new Repeats(10_000);
        IntStream.range(0, 8_000).forEach(i -> see(repeats, i));
        assertThat(repeats.count()).hasValue(0);
        IntStream.range(0, 20_000).forEach(i -> see(repeats, i));
        assertThat(repeats.count()).isEmpty();
    }

    private static void see(Repeats repeats, int id) {
        byte[] bytes = ("\"4f1c-" + id + "\"").getBytes(StandardCharsets.US_ASCII);
        repeats.see(bytes, 0, bytes.length);
    }
}
