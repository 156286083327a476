package dev.trailwise.local.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A column of a Parquet file gets a type only when that type holds all of its values exactly. */
class TypedTextTest {
    private static String type(ResultType type, @Nullable Object... values) {
        TypedText column = new TypedText(0, new ResultColumn("x", type));
        for (Object value : values) {
            column.text(new @Nullable Object[] {value});
        }
        return column.value("c0");
    }

    @Test
    void values_that_fit_have_the_type_of_their_column() {
        assertThat(type(ResultType.INTEGER, 1L, null, Long.MIN_VALUE)).isEqualTo("CAST(c0 AS BIGINT) AS \"x\"");
        assertThat(type(ResultType.DATE, LocalDate.MIN.withYear(1))).contains("AS DATE)");
        assertThat(type(ResultType.TIMESTAMP, LocalDateTime.parse("2026-10-01T00:00:00.123456")))
                .contains("AS TIMESTAMP)");
        assertThat(type(ResultType.ZONED_TIMESTAMP, ZonedDateTime.parse("2026-10-01T02:00:00+02:00")))
                .contains("AS TIMESTAMPTZ)");
        assertThat(type(ResultType.TEXT)).contains("AS VARCHAR)");
    }

    @Test
    void decimals_have_the_scale_of_the_finest_value() {
        assertThat(type(ResultType.DECIMAL, new BigDecimal("1.5"), new BigDecimal("12345.125")))
                .contains("AS DECIMAL(38,3))");
        assertThat(type(ResultType.DECIMAL, new BigDecimal("1e30"), new BigDecimal("1e-9")))
                .contains("AS VARCHAR)");
    }

    @Test
    void a_value_that_does_not_fit_leaves_its_whole_column_text() {
        assertThat(type(ResultType.INTEGER, 1L, BigInteger.TEN.pow(30))).contains("AS VARCHAR)");
        assertThat(type(ResultType.TIMESTAMP, LocalDateTime.parse("2026-10-01T00:00:00.123456789")))
                .contains("AS VARCHAR)");
        assertThat(type(ResultType.DATE, LocalDate.of(12345, 1, 1))).contains("AS VARCHAR)");
    }

    @Test
    void what_nests_is_json() {
        TypedText column = new TypedText(1, new ResultColumn("x", ResultType.NESTED));

        assertThat(column.text(new Object[] {"other", Map.of("a", List.of(1L, "b\""))}))
                .isEqualTo("{\"a\":[1,\"b\\\"\"]}");
    }
}
