package dev.trailwise.local.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.engine.Utf8;
import dev.trailwise.sql.scan.TextCondition;
import dev.trailwise.sql.scan.TextCondition.Operator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFilterTest {
    @Test
    void one_of_many_is_found_as_a_list_finds_it() {
        long seed = 20261201;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<String> texts = Stream.generate(() -> text(random))
                    .limit(1 + random.nextInt(20))
                    .toList();
            TextFilter in = new TextFilter(new TextCondition("c", Operator.IN, texts));
            for (int i = 0; i < 30; i++) {
                String value = text(random);
                assertThat(in.accepts(utf8(value)))
                        .as("seed %d: %s in %s", seed, value, texts)
                        .isEqualTo(texts.contains(value));
            }
        }
    }

    /** Right values are those of Trino's lower. */
    @ParameterizedTest
    @CsvSource({
        "StopLogging, true",
        "STOPLOGGING, true",
        "StopLogging2, false",
        "\u212Aey, true",
        "\u0130d, true",
        "'', false"
    })
    void lower_case_is_that_of_each_character(String value, boolean found) {
        TextFilter lower =
                new TextFilter(new TextCondition("c", Operator.IN_LOWER, List.of("stoplogging", "key", "id", "Upper")));
        assertThat(lower.accepts(utf8(value))).isEqualTo(found);
        assertThat(lower.accepts(utf8("Upper"))).isFalse();
        assertThat(lower.accepts(null)).isFalse();
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(3), 0, 4)
                .mapToObj(i -> List.of("a", "b", "\u00e9", "\ud83d\ude00").get(i))
                .reduce("", String::concat);
    }

    private static Utf8 utf8(String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.UTF_8);
        return new Utf8(bytes, 1, bytes.length - 1);
    }
}
