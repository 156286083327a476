package dev.trailwise.local.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestedTypesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "VARCHAR[]",
                "STRUCT(a VARCHAR)",
                "STRUCT(a VARCHAR, \"b, (c)\" BIGINT[], \"d \"\"e\" MAP(VARCHAR, STRUCT(x BOOLEAN)))[]",
                "MAP(VARCHAR, VARCHAR[][])",
            })
    void texts_whole_numbers_and_booleans_have_one_form(String type) {
        assertThat(NestedTypes.isJson(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VARCHAR",
                "DECIMAL(18,3)",
                "DOUBLE[]",
                "VARCHAR[3]",
                "STRUCT(\"a VARCHAR\" DOUBLE)",
                "STRUCT(a VARCHAR, b DECIMAL(18,3))",
                "STRUCT(a STRUCT(b TIMESTAMP))",
                "MAP(BIGINT, VARCHAR)",
                "MAP(VARCHAR, TIME)",
                "UNION(a VARCHAR)",
                "STRUCT()",
                "STRUCT(a VARCHAR",
            })
    void others_come_as_values(String type) {
        assertThat(NestedTypes.isJson(type)).isFalse();
    }
}
