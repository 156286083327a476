package dev.trailwise.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trailwise.logs.file.UnreadableInput;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.LogKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our parser and Jackson agree on what is JSON and on every value, for damaged events too. There is one difference by
 * intent, which {@link Judge} makes up for: invalid UTF-8 is refused here in all its forms, as RFC 8259 wants.
 */
class JacksonAgreesTest {
    private static final int MUTATIONS = 110_000;

    private final Slicing events = new Slicing(Tables.EVENTS);
    private final Slicing insights = new Slicing(Tables.INSIGHTS);
    private final Slicing aggregated = new Slicing(Tables.AGGREGATED);

    @Test
    void on_every_value_of_every_sample() {
        for (String sample : Samples.ALL) {
            assertThat(agree(Tables.EVENTS, sample.getBytes(StandardCharsets.UTF_8), "sample"))
                    .isTrue();
            assertThat(agree(Tables.INSIGHTS, sample.getBytes(StandardCharsets.UTF_8), "sample"))
                    .isTrue();
        }
    }

    @Test
    void on_every_value_of_a_summary_of_data_events() {
        assertThat(agree(Tables.AGGREGATED, Samples.AGGREGATED.getBytes(StandardCharsets.UTF_8), "sample"))
                .isTrue();
    }

    @Test
    void on_what_is_valid_and_on_every_value_of_damaged_events() {
        int valid = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] sample = Samples.ALL.get(seed % Samples.ALL.size()).getBytes(StandardCharsets.UTF_8);
            TableDefinition table = seed % Samples.ALL.size() == 2 ? Tables.INSIGHTS : Tables.EVENTS;
            valid += agree(table, Mutations.of(sample, seed), "seed " + seed) ? 1 : 0;
        }
        assertThat(valid).as("valid ones among the mutations").isBetween(MUTATIONS / 10, MUTATIONS * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {JsonScanner.MAX_DEPTH - 1, JsonScanner.MAX_DEPTH, 100_000})
    void on_how_deep_is_too_deep(int levels) {
        String arrays = "{\"unknown\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
        String objects = "{\"userIdentity\":{\"x\":".repeat(levels / 2) + "1" + "}}".repeat(levels / 2);
        boolean valid = levels < JsonScanner.MAX_DEPTH;

        assertThat(agree(Tables.EVENTS, arrays.getBytes(StandardCharsets.UTF_8), "arrays"))
                .isEqualTo(valid);
        agree(Tables.EVENTS, objects.getBytes(StandardCharsets.UTF_8), "objects");
    }

    @Test
    void on_the_text_of_a_json_column() throws JsonProcessingException {
        String event =
                "{\"requestParameters\": { \"a\" : [ 1 , 2.5 , -7, true , null , { } , [ ] ],\n\t\"\\u0062\\/\" : \"\\u0022\\\\\\u0001\\u001f\\t\\b\u007f \\u00e9\\ud83d\\ude00 \u20ac\" } }";
        JsonNode node = new JsonMapper().readTree(event).get("requestParameters");

        assertThat(values(Tables.EVENTS, event.getBytes(StandardCharsets.UTF_8)))
                .hasValue(Map.of("requestparameters", node.toString()));
    }

    private boolean agree(TableDefinition table, byte[] event, String what) {
        Optional<Map<String, String>> judged = new Judge(table).values(event);
        Optional<Map<String, String>> ours = values(table, event);
        if (!judged.equals(ours)) {
            assertThat(ours)
                    .as("%s: %s", what, new String(event, StandardCharsets.ISO_8859_1))
                    .isEqualTo(judged);
        }
        return ours.isPresent();
    }

    private Slicing slicing(TableDefinition table) {
        return table.kind() == LogKind.AGGREGATED ? aggregated : table.kind() == LogKind.INSIGHTS ? insights : events;
    }

    private Optional<Map<String, String>> values(TableDefinition table, byte[] event) {
        try {
            return Optional.of(slicing(table).values(event));
        } catch (UnreadableInput damage) {
            assertThat(damage.isUnderflow()).isFalse();
            return Optional.empty();
        }
    }
}
