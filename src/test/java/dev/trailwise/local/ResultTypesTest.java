package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.local.rows.IntervalText;
import dev.trailwise.local.rows.RowReader;
import dev.trailwise.testing.TestLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultTypesTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("'x'", ResultType.TEXT, "x"),
                Arguments.of("CAST(NULL AS VARCHAR)", ResultType.TEXT, null),
                Arguments.of("true", ResultType.BOOLEAN, true),
                Arguments.of("CAST(7 AS TINYINT)", ResultType.INTEGER, 7L),
                Arguments.of("9223372036854775807", ResultType.INTEGER, Long.MAX_VALUE),
                Arguments.of("CAST(7 AS HUGEINT)", ResultType.INTEGER, 7L),
                Arguments.of(
                        "CAST(9223372036854775808 AS HUGEINT)",
                        ResultType.INTEGER,
                        new BigInteger("9223372036854775808")),
                Arguments.of("CAST(1.50 AS DECIMAL(10, 2))", ResultType.DECIMAL, new BigDecimal("1.50")),
                Arguments.of("CAST(1.1 AS FLOAT)", ResultType.REAL, 1.1),
                Arguments.of("CAST('NaN' AS DOUBLE)", ResultType.REAL, Double.NaN),
                Arguments.of("DATE '2026-11-01'", ResultType.DATE, LocalDate.of(2026, 11, 1)),
                // an hour that does not exist in many zones
                Arguments.of(
                        "TIMESTAMP '2026-03-29 02:30:00.123456'",
                        ResultType.TIMESTAMP,
                        LocalDateTime.parse("2026-03-29T02:30:00.123456")),
                Arguments.of(
                        "TIMESTAMPTZ '2026-11-01 00:00:00+02'",
                        ResultType.ZONED_TIMESTAMP,
                        ZonedDateTime.of(2026, 10, 31, 22, 0, 0, 0, ZoneOffset.UTC)),
                Arguments.of("TIME '10:00:00.5'", ResultType.TEXT, "10:00:00.500"),
                Arguments.of("CAST('{\"a\": 1}' AS JSON)", ResultType.TEXT, "{\"a\": 1}"),
                Arguments.of("CAST('ab' AS BLOB)", ResultType.TEXT, "61 62"),
                Arguments.of("INTERVAL '90' MINUTE", ResultType.TEXT, "0 01:30:00.000"),
                Arguments.of("[1, NULL]", ResultType.NESTED, Arrays.asList(1L, null)),
                Arguments.of(
                        "struct_pack(a := 1.5::DOUBLE, b := map {'k': [DATE '2026-11-01']})",
                        ResultType.NESTED,
                        Map.of("a", 1.5, "b", Map.of("k", List.of(LocalDate.of(2026, 11, 1))))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_has_the_java_type_of_its_kind(String sql, ResultType type, @Nullable Object value)
            throws SQLException {
        Collected answer = ask("SELECT " + sql + " AS x");

        assertThat(answer.columns).containsExactly(new ResultColumn("x", type));
        assertThat(answer.rows).containsExactly(Arrays.asList(value));
    }

    @ParameterizedTest
    @CsvSource({
        "1 day, 1 00:00:00.000",
        "2 days 03:04:05.678901, 2 03:04:05.678",
        "-01:30:00, -0 01:30:00.000",
        "1 day -01:00:00, 0 23:00:00.000",
        "1 year 2 months, 1-2",
        "-5 months, -0-5",
        "00:00:00, 0 00:00:00.000",
    })
    void an_interval_reads_as_in_trino(String duckDb, String trino) {
        assertThat(IntervalText.trino(duckDb)).isEqualTo(trino);
    }

    private static Collected ask(String sql) throws SQLException {
        Collected collected = new Collected();
        try (DuckDb database = DuckDb.open(2, TestLimits.memory(256));
                PreparedStatement statement = database.connection().prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            RowReader reader = RowReader.of(rows.getMetaData());
            collected.begin(reader.columns());
            while (rows.next()) {
                collected.row(reader.read(rows));
            }
        }
        return collected;
    }
}
