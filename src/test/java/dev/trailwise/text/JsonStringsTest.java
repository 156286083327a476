package dev.trailwise.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonStringsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1.50,\"b\":[null,true]} | {\"a\":1.50,\"b\":[null,true]}",
                "12 | 12",
                "[\"\",\"\\/\\\"\\\\\"] | [\"\",\"/\\\"\\\\\"]",
                "{\"\\u0041\\n\":\"\\u000A\\b\"} | {\"A\\n\":\"\\n\\u0008\"}",
                "\"\\uD83D\\uDE00 \\u202E\" | \"😀 \\u202e\"",
            })
    void strings_are_escaped_as_in_other_json_of_ours(String json, String expected) {
        StringBuilder out = new StringBuilder();
        JsonStrings.append(out, json);
        assertThat(out).hasToString(expected);
    }
}
