package dev.trailwise.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicateCounterTest {
    @Test
    void repeats_are_counted_over_threads() {
        DuplicateCounter repeats = new DuplicateCounter(1_000_000);
        IntStream.range(0, 8).parallel().forEach(thread -> {
            DuplicateCounter.Reader reader = repeats.reader();
            IntStream.range(0, 300_000).filter(i -> i % 8 == thread).forEach(i -> see(reader, i % 200_000));
            reader.finish();
        });
        assertThat(repeats.count()).hasValue(100_000);
    }

    @Test
    void nothing_is_counted_beyond_the_bound() {
        DuplicateCounter repeats = new DuplicateCounter(10_000);
        DuplicateCounter.Reader reader = repeats.reader();
        IntStream.range(0, 7_000).forEach(i -> see(reader, i));
        reader.finish();
        assertThat(repeats.count()).hasValue(0);
        IntStream.range(0, 20_000).forEach(i -> see(reader, i));
        reader.finish();
        assertThat(repeats.count()).isEmpty();
    }

    @Test
    void ids_that_differ_in_one_place_are_two() {
        DuplicateCounter repeats = new DuplicateCounter(1_000_000);
        DuplicateCounter.Reader reader = repeats.reader();
        String id = "4f1c33a0-0d4c-4a52-9a9b-1c2b3d4e5f60 and more";
        for (int length = 0; length <= id.length(); length++) {
            see(reader, id.substring(0, length), "follows, and is not of it");
            for (int at = 0; at < length; at++) {
                see(reader, id.substring(0, at) + '#' + id.substring(at + 1, length), "");
            }
        }
        reader.finish();
        assertThat(repeats.count()).hasValue(0);
        for (int length = 0; length <= id.length(); length++) {
            see(reader, id.substring(0, length), "something else follows");
        }
        reader.finish();
        assertThat(repeats.count()).hasValue(id.length() + 1L);
    }

    private static void see(DuplicateCounter.Reader reader, int id) {
        see(reader, "\"4f1c-" + id + "\"", "");
    }

    private static void see(DuplicateCounter.Reader reader, String id, String after) {
        byte[] bytes = (id + after).getBytes(StandardCharsets.US_ASCII);
        reader.see(Arrays.copyOf(bytes, bytes.length + JsonScanner.PADDING), 0, id.length());
    }
}
