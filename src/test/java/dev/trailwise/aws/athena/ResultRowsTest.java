package dev.trailwise.aws.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RowText;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultRowsTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("varchar", "a", "a"),
                Arguments.of("varchar", "", ""),
                Arguments.of("char", "a ", "a "),
                Arguments.of("varchar", "grün \uD83D\uDE00", "grün \uD83D\uDE00"),
                Arguments.of("boolean", "true", true),
                Arguments.of("boolean", "false", false),
                Arguments.of("tinyint", "-128", -128L),
                Arguments.of("integer", "0", 0L),
                Arguments.of("bigint", "9223372036854775807", Long.MAX_VALUE),
                Arguments.of("bigint", "-9223372036854775808", Long.MIN_VALUE),
                Arguments.of("bigint", "9223372036854775808", new BigInteger("9223372036854775808")),
                Arguments.of("decimal", "-1.50", new BigDecimal("-1.50")),
                Arguments.of("double", "1.0E300", 1e300),
                Arguments.of("double", "Infinity", Double.POSITIVE_INFINITY),
                Arguments.of("double", "-Infinity", Double.NEGATIVE_INFINITY),
                Arguments.of("double", "NaN", Double.NaN),
                Arguments.of("float", "1.1", 1.1),
                Arguments.of("real", "1.1", 1.1),
                Arguments.of("date", "2026-11-01", LocalDate.of(2026, 11, 1)),
                Arguments.of("timestamp", "2026-11-01 10:00:00.000", LocalDateTime.of(2026, 11, 1, 10, 0)),
                Arguments.of(
                        "timestamp", "2026-11-01 10:00:00.123456", LocalDateTime.parse("2026-11-01T10:00:00.123456")),
                Arguments.of("timestamp with time zone", "2026-11-01 10:00:00.000 UTC", utc("2026-11-01T10:00:00")),
                Arguments.of("timestamp with time zone", "2026-11-01 10:00:00.000 +02:00", utc("2026-11-01T08:00:00")),
                Arguments.of(
                        "timestamp with time zone",
                        "2026-11-02 10:00:00.000 America/New_York",
                        utc("2026-11-02T15:00:00")),
                Arguments.of("varbinary", "61 62", "61 62"),
                Arguments.of("time", "10:00:00.500", "10:00:00.500"),
                Arguments.of("json", "{\"a\":1}", "{\"a\":1}"),
                Arguments.of("interval day to second", "0 01:30:00.000", "0 01:30:00.000"),
                Arguments.of("array", "[a, b]", "[a, b]"),
                Arguments.of("row", "{x=1, y=null}", "{x=1, y=null}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_has_the_java_type_that_the_local_engine_gives_it(String type, String text, Object value)
            throws IOException {
        String csv = "\"x\"\n\"" + text.replace("\"", "\"\"") + "\"\n\n";

        assertThat(read(csv.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE, ResultValue.of(type)))
                .containsExactly(List.of(value), Collections.singletonList(null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 4096, Integer.MAX_VALUE})
    void whatever_text_is_written_comes_back_however_it_arrives(int atOnce) throws IOException {
        long seed = 20261122L + atOnce;
        Random random = new Random(seed);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < (atOnce < 100 ? 300 : 3000); i++) {
            rows.add(Arrays.asList(text(random), text(random), text(random)));
        }
        String csv =
                "\"a\",\"b\",\"c\"\n" + rows.stream().map(ResultRowsTest::line).collect(Collectors.joining());

        assertThat(read(
                        csv.getBytes(StandardCharsets.UTF_8),
                        atOnce,
                        ResultValue.TEXT,
                        ResultValue.TEXT,
                        ResultValue.TEXT))
                .as("seed %d", seed)
                .isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, Integer.MAX_VALUE})
    void lines_may_end_with_a_carriage_return_too(int atOnce) throws IOException {
        byte[] csv = "\"a\",\"b\"\r\n\"x\",\r\n,\"y\r\nz\"\r\n\"last\",\"line\"".getBytes(StandardCharsets.UTF_8);

        assertThat(read(csv, atOnce, ResultValue.TEXT, ResultValue.TEXT))
                .containsExactly(
                        Arrays.asList("x", null), Arrays.asList(null, "y\r\nz"), Arrays.asList("last", "line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bigint", "decimal", "double", "date", "timestamp", "timestamp with time zone"})
    void a_value_that_is_not_of_its_type_is_the_services_failure(String type) {
        assertThatThrownBy(() -> read("\"a\"\n\"x\"\n".getBytes(StandardCharsets.UTF_8), 9, ResultValue.of(type)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNAVAILABLE));
    }

    @Test
    void a_row_may_be_larger_than_the_buffer() throws IOException {
        String large = "x\"".repeat(1_000_000);

        assertThat(read(
                        ("\"a\"\n\"" + large.replace("\"", "\"\"") + "\"\n").getBytes(StandardCharsets.UTF_8),
                        100_000,
                        ResultValue.TEXT))
                .containsExactly(List.of(large));
    }

    @Test
    void a_file_without_rows_is_an_empty_answer() throws IOException {
        assertThat(read("\"a\"\n".getBytes(StandardCharsets.UTF_8), 9, ResultValue.TEXT))
                .isEmpty();
    }

    @Test
    void a_file_that_ends_within_a_row_is_never_taken_for_whole() {
        assertThatThrownBy(() -> read("\"a\"\n\"b\nc".getBytes(StandardCharsets.UTF_8), 9, ResultValue.TEXT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("ends within row 1");
        assertThatThrownBy(() -> read(
                        "\"a\",\"b\"\n\"c\"\n".getBytes(StandardCharsets.UTF_8), 9, ResultValue.TEXT, ResultValue.TEXT))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("has not 2 columns");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"CSV", "TSV", "JSON", "NDJSON"})
    void text_is_what_the_renderer_writes_of_the_values(Format format) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<ResultColumn> columns = List.of(
                new ResultColumn("a", ResultType.TEXT),
                new ResultColumn("n", ResultType.INTEGER),
                new ResultColumn("b", ResultType.TEXT));
        for (int rows : new int[] {0, 1, 3_000}) {
            StringBuilder csv = new StringBuilder("\"a\",\"n\",\"b\"\n");
            for (int k = 0; k < rows; k++) {
                csv.append(line(Arrays.asList(text(random), random.nextBoolean() ? k : null, text(random))));
            }
            byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
            for (long limit : new long[] {Long.MAX_VALUE, 2_000, 0}) {
                RenderOptions options = RenderOptions.defaults().withLimit(limit);

                assertThat(rendered(bytes, columns, format, options, true))
                        .as("seed %s, %s rows, limit %s", seed, rows, limit)
                        .isEqualTo(rendered(bytes, columns, format, options, false));
            }
        }
    }

    private static String rendered(
            byte[] csv, List<ResultColumn> columns, Format format, RenderOptions options, boolean asText) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowSink sink = format.renderer(options, out);
        Optional<Supplier<RowText>> texts = asText ? sink.text(columns) : Optional.empty();
        assertThat(texts.isPresent()).isEqualTo(asText);
        sink.begin(columns);
        new ResultRows(List.of(ResultValue.TEXT, ResultValue.INTEGER, ResultValue.TEXT))
                .stream(slow(csv, 5_000), sink, texts);
        sink.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static InputStream slow(byte[] csv, int atOnce) {
        return new ByteArrayInputStream(csv) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int count) {
                return super.read(bytes, offset, Math.min(atOnce, count));
            }
        };
    }

    private static ZonedDateTime utc(String time) {
        return LocalDateTime.parse(time).atZone(ZoneOffset.UTC);
    }

    private static @Nullable Object text(Random random) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        String letters = "ab,\"\n\r é\uD83D\uDE00";
        return random.ints(
                        random.nextInt(random.nextInt(50) == 0 ? 2000 : 8),
                        0,
                        letters.codePointCount(0, letters.length()))
                .map(i -> letters.codePointAt(letters.offsetByCodePoints(0, i)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String line(List<@Nullable Object> row) {
        return row.stream()
                        .map(value ->
                                value == null ? "" : "\"" + value.toString().replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static List<List<@Nullable Object>> read(byte[] csv, int atOnce, ResultValue... values) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        new ResultRows(List.of(values))
                .stream(
                        slow(csv, atOnce),
                        new RowSink() {
                            @Override
                            public void begin(List<ResultColumn> columns) {}

                            @Override
                            public void row(@Nullable Object[] values) {
                                rows.add(new ArrayList<>(Arrays.asList(values)));
                            }

                            @Override
                            public void finish() {}
                        },
                        Optional.empty());
        return rows;
    }
}
