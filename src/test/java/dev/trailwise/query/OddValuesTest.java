package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.sample.SampleTrail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No value in a log, however odd, costs the answer of a saved query: callers choose many of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddValuesTest {
    private static final long SEED = 20_261_130;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** What queries select events by; an event without these is not looked at any further. */
    private static final Set<String> KEPT = Set.of("eventVersion", "eventName", "eventSource", "type", "eventCategory");

    private static final List<String> ODD = List.of(
            "\"2025-01-21 17:49:47.000000000\"",
            "\"2026-11-20T12:14:00+02:00\"",
            "\"99999999-01-01T00:00:00Z\"",
            "1763633700",
            "\"\"",
            "null",
            "\"NaN\"",
            "\"Infinity\"",
            "\"-1e308\"",
            "1e400",
            "-1",
            "true",
            "{}",
            "[]",
            "[null]",
            "{\"a\":[{}]}",
            "\"{\"",
            "\"[1,\"",
            "\"null\"",
            "\"%7B%\"",
            "\"10.0.0.0/99\"",
            "\"::ffff:1.2.3.4\"",
            "\"arn:aws:iam::\"",
            "\"\\u0000\\ud83d\"");

    private Answers odd;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        SampleTrail.write(folder.resolve("sample"));
        Random random = new Random(SEED);
        List<String> events = new ArrayList<>();
        for (LogFile file : LogFiles.find(folder.resolve("sample")).files()) {
            try (InputStream text = new GZIPInputStream(Files.newInputStream(file.path()))) {
                for (JsonNode event : JSON.readTree(text).path("Records")) {
                    for (int i = 0; i < 3; i++) {
                        JsonNode copy = event.deepCopy();
                        change((ContainerNode<?>) copy, random);
                        events.add(JSON.writeValueAsString(copy));
                    }
                }
            }
        }
        Files.createDirectory(folder.resolve("odd"));
        Files.writeString(folder.resolve("odd/f.json"), "{\"Records\":[" + String.join(",", events) + "]}");
        odd = Answers.of(folder.resolve("odd"));
    }

    private static void change(ContainerNode<?> node, Random random) throws IOException {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!KEPT.contains(name) && random.nextInt(6) == 0) {
                    object.set(name, odd(random));
                } else if (object.get(name) instanceof ContainerNode<?> inner) {
                    change(inner, random);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (random.nextInt(6) == 0) {
                    array.set(i, odd(random));
                } else if (array.get(i) instanceof ContainerNode<?> inner) {
                    change(inner, random);
                }
            }
        }
    }

    private static JsonNode odd(Random random) throws IOException {
        String text = ODD.get(random.nextInt(ODD.size()));
        return text.equals("1e400")
                ? JsonNodeFactory.instance.numberNode(new java.math.BigDecimal(text))
                : JSON.readTree(text);
    }

    @AfterAll
    void close() {
        odd.close();
    }

    static Stream<SavedQuery> queries() {
        return Library.shipped().all().queries().stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void an_odd_value_costs_no_answer(SavedQuery query) {
        assertThatCode(() -> odd.run(query.name(), query.exampleArguments().toArray(String[]::new)))
                .as("seed %s", SEED)
                .doesNotThrowAnyException();
    }
}
