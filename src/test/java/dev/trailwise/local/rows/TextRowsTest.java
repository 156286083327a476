package dev.trailwise.local.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.engine.RowSink;
import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text made on DuckDB's threads is byte for byte what the renderer writes of the same rows as values. */
class TextRowsTest {
    @TempDir
    Path folder;

    private static final RenderOptions PLAIN = RenderOptions.defaults();

    /** Types that become text on DuckDB's threads. */
    private static final List<String> TYPES = List.of(
            "VARCHAR",
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "UINTEGER",
            "UBIGINT",
            "FLOAT",
            "DOUBLE",
            "DECIMAL(4,1)",
            "DECIMAL(9,0)",
            "DECIMAL(18,6)",
            "DECIMAL(38,10)",
            "DATE",
            "TIMESTAMP",
            "TIMESTAMPTZ",
            "VARCHAR");

    /** Columns of arrays, rows and maps that do too. */
    private static final List<String> NESTED = List.of(
            "CASE WHEN v2 IS NOT NULL THEN {'a': v0, 'B \"c, (d': [v19, v0], 'n': TRY_CAST(v5 AS BIGINT),"
                    + " 't': TRY_CAST(v1 AS BOOLEAN)} END AS nested_row",
            "CASE WHEN v3 IS NOT NULL THEN [v0, v19] END AS nested_list",
            "[]::VARCHAR[] AS empty_list",
            "CASE WHEN v4 IS NOT NULL THEN MAP {coalesce(v0, ''): [{'x': v19}], 'other': NULL} END AS nested_map");

    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "127",
            "-128",
            "255",
            "32767",
            "-32768",
            "2147483647",
            "4294967295",
            "9223372036854775807",
            "-9223372036854775808",
            "18446744073709551615",
            "170141183460469231731687303715884105727",
            "0.1",
            "-0.5",
            "1e7",
            "1.5e-9",
            "3.4e38",
            "1e300",
            "nan",
            "inf",
            "-inf",
            "-0.0",
            "123456789.123456789",
            "99.9",
            "12345678901234567890.1234567891",
            "true",
            "false");

    private static final List<String> TIMES = List.of(
            "2026-11-01",
            "1970-01-01",
            "9999-12-31",
            "0001-01-01",
            "2024-02-29",
            "2026-11-01 10:00:00",
            "2026-11-01 10:00:00.123",
            "1969-12-31 23:59:59.999999",
            "0001-01-01 00:00:00",
            "2026-10-25 02:30:00",
            "2026-11-01 10:00:00.5+05:30");

    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "plain text",
        "=1+1",
        ";=x",
        "-",
        "a,b",
        "say \"hi\"",
        "\"",
        "\n",
        "\r\n",
        "\t",
        "\\",
        "\\N",
        "{\"a\":\"b\\\"c\"}",
        "\u001b[31m",
        "\u007f",
        "\u0085",
        "\u202E",
        "\u200b",
        "é",
        "日本",
        "👩‍💻",
        "\uDB40\uDC41",
        "\uFFFD",
        "\uFFFE",
        "\u0001",
        "x ",
        " x",
        "\b\f"
    };

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(200) == 0) {
            text.append("long ".repeat(random.nextInt(20_000)));
        }
        do {
            text.append(random.nextBoolean() ? TEXTS[random.nextInt(TEXTS.length)] : (char) (1 + random.nextInt(126)));
        } while (random.nextInt(3) > 0);
        return text.toString();
    }

    private static String value(String type, Random random) {
        if (type.equals("VARCHAR")) {
            return text(random);
        }
        List<String> values = type.startsWith("DATE") || type.startsWith("TIME") ? TIMES : NUMBERS;
        return random.nextInt(4) > 0 || values == TIMES
                ? values.get(random.nextInt(values.size()))
                : String.valueOf(random.nextInt(200_000) / (random.nextBoolean() ? 1 : 1000.0));
    }

    private static Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        settings.setProperty("preserve_insertion_order", "false");
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
        run(connection, "SET TimeZone = 'UTC'; SET threads = 3");
        return connection;
    }

    /** With the table {@code t}; a function can be registered once only. */
    private Connection filled() throws SQLException {
        Connection connection = open();
        run(connection, "ATTACH '" + folder.resolve("t.db") + "' AS filled (READ_ONLY); USE filled");
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** A table {@code t} of all types, with an {@code id} for order. */
    private void fill(Random random, int rows) throws SQLException {
        try (Connection connection = open()) {
            run(connection, "ATTACH '" + folder.resolve("t.db") + "' AS filled; USE filled");
            fill(connection, random, rows);
        }
    }

    private static void fill(Connection connection, Random random, int rows) throws SQLException {
        String names = Stream.iterate(0, k -> k + 1)
                .limit(TYPES.size())
                .map(k -> "v" + k)
                .collect(Collectors.joining(","));
        run(connection, "CREATE TABLE raw (id BIGINT, " + names.replace(",", " VARCHAR,") + " VARCHAR)");
        String marks = "(?" + ",?".repeat(TYPES.size()) + ")";
        for (int done = 0; done < rows; done += 50) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO raw VALUES " + String.join(",", Collections.nCopies(50, marks)))) {
                int at = 1;
                for (int row = 0; row < 50; row++) {
                    insert.setLong(at++, done + row);
                    for (String type : TYPES) {
                        insert.setString(at++, random.nextInt(8) == 0 ? null : value(type, random));
                    }
                }
                insert.execute();
            }
        }
        List<String> typed = new ArrayList<>();
        for (int k = 0; k < TYPES.size(); k++) {
            typed.add("TRY_CAST(v" + k + " AS " + TYPES.get(k) + ") AS \"v " + (k == 19 ? 0 : k) + "\"");
        }
        typed.addAll(NESTED);
        run(connection, "CREATE TABLE t AS SELECT id, " + String.join(", ", typed) + " FROM raw ORDER BY id");
    }

    private static byte[] byValues(Connection connection, String sql, Format format, RenderOptions options)
            throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowSink sink = format.renderer(options, bytes);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            RowReader reader = RowReader.of(statement.getMetaData());
            sink.begin(reader.columns());
            while (Rows.next(rows)) {
                sink.row(reader.read(rows));
            }
            sink.finish();
        }
        return bytes.toByteArray();
    }

    private static byte[] byText(
            Connection connection, String sql, Format format, RenderOptions options, boolean ordered)
            throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowSink sink = format.renderer(options, bytes);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            RowReader reader = RowReader.of(statement.getMetaData());
            boolean[] begun = new boolean[1];
            Runnable begin = () -> {
                if (!begun[0]) {
                    begun[0] = true;
                    sink.begin(reader.columns());
                }
            };
            TextRows text =
                    TextRows.of(connection, reader, sink, ordered, begin).orElseThrow();
            try (PreparedStatement around = connection.prepareStatement(text.around(sql));
                    ResultSet rows = around.executeQuery()) {
                while (Rows.next(rows)) {
                    text.row(rows);
                }
            }
            begin.run();
            text.end();
            sink.finish();
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"CSV", "TSV", "JSON", "NDJSON"})
    void text_is_what_the_renderer_writes_of_the_values(Format format) throws SQLException {
        long seed = System.nanoTime();
        fill(new Random(seed), 2_500);
        for (RenderOptions options : List.of(
                PLAIN,
                PLAIN.withHeader(false),
                PLAIN.withSpreadsheetSafe(true),
                PLAIN.withBlankNull(true),
                PLAIN.withColumns(List.of("v 3", "V 0", "id")),
                PLAIN.withLimit(0),
                PLAIN.withLimit(2_049),
                PLAIN.withColumns(List.of("v 18")).withLimit(100_000))) {
            assertSame("SELECT * FROM t ORDER BY id", format, options, seed);
        }
        assertSame("SELECT * FROM t WHERE id % 7 = 3 ORDER BY id DESC LIMIT 50", format, PLAIN, seed);
    }

    private void assertSame(String sql, Format format, RenderOptions options, long seed) throws SQLException {
        String values;
        String text;
        try (Connection connection = filled()) {
            values = new String(byValues(connection, sql, format, options), StandardCharsets.UTF_8);
            text = new String(byText(connection, sql, format, options, true), StandardCharsets.UTF_8);
        }
        assertThat(text.equals(values))
                .as(() -> "seed " + seed + ", " + options + ", " + sql + ": " + difference(values, text))
                .isTrue();
    }

    private static String difference(String values, String text) {
        int at = 0;
        while (at < Math.min(values.length(), text.length()) && values.charAt(at) == text.charAt(at)) {
            at++;
        }
        return "at " + at + " [" + values.substring(Math.max(0, at - 40), Math.min(values.length(), at + 40))
                + "] became [" + text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 40)) + "]";
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threads_that_write_as_they_come_write_every_row_once(boolean columns) throws SQLException {
        long seed = System.nanoTime();
        RenderOptions options = columns ? PLAIN.withColumns(List.of("id", "v 0")) : PLAIN;
        fill(new Random(seed), 1_000);
        String sql = "SELECT * FROM t, range(10) AS copies(copy)";
        for (Format format : List.of(Format.NDJSON, Format.TSV, Format.JSON)) {
            try (Connection connection = filled()) {
                List<String> values = lines(byValues(connection, sql, format, options));
                List<String> text = lines(byText(connection, sql, format, options, false));
                assertThat(text.equals(values)).as("seed %s %s", seed, format).isTrue();
            }
        }
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 AS a, 'x' AS b",
                "SELECT 1 AS a, NULL::VARCHAR AS b FROM range(5000)",
                "SELECT 'x' AS a FROM range(5000)",
                "SELECT 'x' AS a WHERE false",
                "SELECT v AS a FROM (SELECT 'v' || (i % 2) AS v FROM range(9000) AS t(i))"
            })
    void rows_that_are_alike_are_all_written(String sql) throws SQLException {
        for (boolean ordered : new boolean[] {false, true}) {
            for (Format format : List.of(Format.CSV, Format.JSON)) {
                try (Connection connection = open()) {
                    assertThat(byText(connection, sql, format, PLAIN, ordered))
                            .as("%s %s", format, ordered)
                            .isEqualTo(byValues(connection, sql, format, PLAIN));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1.5, 2]",
                "{'a': 1e7}",
                "{'a': DATE '2026-11-01'}",
                "MAP {1: 'a'}",
                "MAP {'a': [TIMESTAMP '2026-11-01']}",
                "{'VARCHAR': [{'x y, (z VARCHAR': 1.0}]}",
                "['a']::VARCHAR[1]",
                "INTERVAL 1 DAY",
                "TIME '10:00:00'",
                "'x'::BLOB",
                "uuid()"
            })
    void types_that_cannot_be_read_from_memory_come_as_values(String expression) throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement("SELECT 1 AS a, " + expression + " AS b")) {
            RowReader reader = RowReader.of(statement.getMetaData());
            RowSink sink = Format.TSV.renderer(PLAIN, new ByteArrayOutputStream());
            assertThat(TextRows.of(connection, reader, sink, false, () -> {})).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PARQUET", "OCSF", "NAVIGATOR", "JUNIT"})
    void on_a_terminal_rows_come_as_values(Format format) throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement("SELECT 1 AS a")) {
            RowReader reader = RowReader.of(statement.getMetaData());
            RowSink sink = format.renderer(PLAIN.withTerminal(true), new ByteArrayOutputStream());
            assertThat(TextRows.of(connection, reader, sink, false, () -> {})).isEqualTo(Optional.empty());
        }
    }

    @Test
    void text_that_did_not_arrive_is_a_failure() throws SQLException {
        try (Connection connection = open()) {
            String sql = "SELECT i FROM range(5000) AS t(i)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                RowReader reader = RowReader.of(statement.getMetaData());
                RowSink sink = Format.TSV.renderer(PLAIN, new ByteArrayOutputStream());
                TextRows text =
                        TextRows.of(connection, reader, sink, true, () -> {}).orElseThrow();
                try (PreparedStatement around = connection.prepareStatement(text.around(sql));
                        ResultSet rows = around.executeQuery()) {
                    for (int row = 0; row < 4_999; row++) {
                        rows.next();
                        text.row(rows);
                    }
                }
                assertThatThrownBy(text::end).isInstanceOf(IllegalStateException.class);
            }
        }
    }
}
