package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.sample.SampleTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines read is as the published schemas say. */
class SchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        SampleTrail.write(Files.createDirectory(folder.resolve("logs")));
    }

    @Test
    void a_price() throws IOException {
        String price = run("run", "root-activity", "--dry-run", "--format", "json");
        assertThat(problems(schema("estimate"), JSON.readTree(price))).isEmpty();
    }

    @Test
    void a_finding() throws IOException {
        List<String> lines = run("hunt", "--format", "ndjson").lines().toList();
        assertThat(lines).hasSizeGreaterThan(20);
        for (String line : lines) {
            assertThat(problems(schema("finding"), JSON.readTree(line)))
                    .as(line)
                    .isEmpty();
        }
    }

    @Test
    void a_field_too_many_too_few_or_of_another_type_is_seen() throws IOException {
        JsonNode schema = schema("estimate").at("/properties/usd");
        assertThat(problems(schema, JSON.readTree("{\"scan\":1,\"s3_requests\":2}")))
                .hasSize(1);
        assertThat(problems(schema, JSON.readTree("{\"scan\":1,\"s3_requests\":2,\"total\":\"3\"}")))
                .hasSize(1);
        assertThat(problems(schema, JSON.readTree("{\"scan\":1,\"s3_requests\":2,\"total\":3,\"more\":4}")))
                .hasSize(1);
    }

    private static String run(String... words) {
        String[] all = Stream.concat(Stream.of(words), Stream.of("--logs", "logs", "--all-time"))
                .toArray(String[]::new);
        return new Shell(folder).run(all).succeeded().out();
    }

    private static JsonNode schema(String name) throws IOException {
        return JSON.readTree(Path.of("docs/schemas", name + ".schema.json").toFile());
    }

    /** What our schemas use of JSON Schema. */
    private static List<String> problems(JsonNode schema, JsonNode value) {
        List<String> problems = new ArrayList<>();
        check("$", schema, value, problems);
        return problems;
    }

    private static void check(String place, JsonNode schema, JsonNode value, List<String> problems) {
        JsonNode types = schema.path("type");
        List<String> allowed =
                types.isArray() ? types.valueStream().map(JsonNode::asText).toList() : List.of(types.asText());
        String type = value.isIntegralNumber()
                ? "integer"
                : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        if (!allowed.contains(type) && !(type.equals("integer") && allowed.contains("number"))) {
            problems.add(place + " is " + type + ", not " + allowed);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                problems.add(place + " lacks " + name.asText());
            }
        });
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            if (!known.isMissingNode()) {
                check(place + "." + field.getKey(), known, field.getValue(), problems);
            } else if (!schema.path("additionalProperties").asBoolean(true)) {
                problems.add(place + " has " + field.getKey());
            }
        });
        value.elements().forEachRemaining(element -> {
            if (value.isArray()) {
                check(place + "[]", schema.path("items"), element, problems);
            }
        });
    }
}
