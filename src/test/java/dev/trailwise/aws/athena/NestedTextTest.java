package dev.trailwise.aws.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.Tables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestedTextTest {
    @Test
    void a_row_is_read_by_its_fields() {
        assertThat(read(
                        "tlsdetails",
                        "{tlsversion=TLSv1.3, ciphersuite=null, clientprovidedhostheader=x, y=z, keyexchange=null}"))
                .isInstanceOf(Map.class)
                .hasToString(
                        "{tlsversion=TLSv1.3, ciphersuite=null, clientprovidedhostheader=x, y=z, keyexchange=null}");
    }

    @Test
    void a_value_that_looks_like_the_next_field_leaves_the_text_as_it_is() {
        String doubtful =
                "{tlsversion=a, ciphersuite=b, clientprovidedhostheader=c, clientprovidedhostheader=d, keyexchange=e}";
        assertThat(read("tlsdetails", doubtful)).isEqualTo(doubtful);
    }

    @Test
    void what_only_bears_the_name_of_a_column_stays_text() {
        assertThat(read("tlsdetails", "{a=b}")).isEqualTo("{a=b}");
        assertThat(NestedText.of("tlsdetails", "array")).isEmpty();
        assertThat(NestedText.of("resources", "array")).isEmpty();
        assertThat(NestedText.of("regions", "row")).isEmpty();
    }

    /** The author of a log may have chosen the texts so that they are misread. */
    @ParameterizedTest
    @ValueSource(strings = {"useridentity", "tlsdetails"})
    void whatever_texts_are_in_it_it_is_read_right_or_not_at_all(String column) {
        long seed = 20261122L + column.length();
        Random random = new Random(seed);
        ColumnType type = column(column).type();
        int right = 0;
        for (int i = 0; i < 2000; i++) {
            Object value = value(type, random, i % 2 == 0);
            String text = trino(value);
            Object read = read(column, text);
            if (!read.equals(text)) {
                assertThat(read).as("seed %d: %s", seed, text).isEqualTo(value);
                right++;
            }
        }
        assertThat(right).as("values read").isGreaterThan(900);
    }

    private static Column column(String name) {
        return Tables.EVENTS.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Object read(String column, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return NestedText.of(column, "row").orElseThrow().read(bytes, 0, bytes.length);
    }

    private static Object value(ColumnType type, Random random, boolean tame) {
        if (type instanceof ColumnType.Struct struct) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            struct.fields()
                    .forEach(field ->
                            row.put(field.name(), random.nextInt(4) == 0 ? null : value(field.type(), random, tame)));
            return row;
        }
        if (type instanceof ColumnType.ArrayOf array) {
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(value(array.element(), random, tame));
            }
            return list;
        }
        if (type instanceof ColumnType.Real) {
            return random.nextInt(1000) / 8.0;
        }
        List<String> parts = tame
                ? List.of("arn:aws:iam::111122223333:user/alice", "AIDA", "2026-10-07T00:00:00Z", "a=b", "x, y")
                : List.of(", arn=", ", ciphersuite=", "}", "{type=", ", type=", "{tlsversion=", "null", "x", " ", ", ");
        return random.ints(tame ? 1 : 1 + random.nextInt(3), 0, parts.size())
                .mapToObj(parts::get)
                .collect(Collectors.joining())
                .replaceFirst("^null$", "nil");
    }

    private static String trino(@Nullable Object value) {
        if (value instanceof Map<?, ?> row) {
            return row.entrySet().stream()
                    .map(field -> field.getKey() + "=" + trino(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof List<?> list
                ? list.stream().map(NestedTextTest::trino).collect(Collectors.joining(", ", "[", "]"))
                : String.valueOf(value);
    }
}
