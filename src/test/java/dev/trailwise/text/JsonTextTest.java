package dev.trailwise.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void documents_and_lines_are_those_that_jackson_writes(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Object value = value(random, 0);
            assertThat(JsonText.line(value)).isEqualTo(JACKSON.writeValueAsString(value));
            assertThat(JsonText.document(value))
                    .isEqualTo(JACKSON.writer(INDENTED).writeValueAsString(value) + "\n");
        }
    }

    @Test
    void hidden_characters_are_escaped_and_read_back_as_they_were() throws JsonProcessingException {
        String text = "\u001b[2J \u202E \u00a0 \u2028 \uDB40\uDC41 日本 🚀";
        String json = JsonText.line(List.of(text));
        assertThat(json).doesNotContain("\u001b", "\u202E", "\u00a0", "\u2028", "\uDB40\uDC41");
        assertThat(JACKSON.readValue(json, String[].class)).containsExactly(text);
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth < 4 ? 7 : 5)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(1000);
            case 2 -> random.nextBoolean();
            case 3 -> random.nextGaussian();
            case 4 -> text(random);
            case 5 -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(random), value(random, depth + 1));
                }
                yield map;
            }
            default -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth + 1));
                }
                yield list;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        String alphabet = "ab \"\\/\n\r\t'é日{}[]:,$";
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
