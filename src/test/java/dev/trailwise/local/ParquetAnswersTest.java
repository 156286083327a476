package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.Failure;
import dev.trailwise.local.rows.RowReader;
import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import dev.trailwise.testing.TestLimits;
import dev.trailwise.workspace.ParquetSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read back from a Parquet file, by a DuckDB that knows nothing of it, is the answer. */
class ParquetAnswersTest {
    private static final RenderOptions PLAIN = RenderOptions.defaults();

    /** Expressions of every type, of a text, a number and another number. */
    private static final List<String> VALUES = List.of(
            "t",
            "t = 'a'",
            "CAST(i % 100 AS TINYINT)",
            "CAST(i % 30000 AS SMALLINT)",
            "CAST(i % 2000000000 AS INTEGER)",
            "i",
            "CAST(d AS REAL)",
            "d",
            "CAST(i % 1000000007 AS DECIMAL(38, 10)) / 7",
            "CAST(i % 1000 AS DECIMAL(5, 2))",
            "date_add('day', i % 9000, DATE '1990-01-01')",
            "date_add('millisecond', i % 1000000007, TIMESTAMP '2026-03-29 02:30:00.123')",
            "from_unixtime(i % 3000000000)",
            "from_unixtime(i % 3000000000) AT TIME ZONE 'Asia/Kolkata'",
            "CAST(t AS VARBINARY)",
            "to_utf8(t)",
            "CAST(CAST(i AS VARCHAR) AS JSON)",
            "INTERVAL '1' DAY",
            "ARRAY[t, NULL, 'b']",
            "ARRAY[ARRAY[i], ARRAY[]]",
            "CAST(ROW(t, i, ARRAY[d]) AS ROW(a VARCHAR, \"b c\" BIGINT, e ARRAY(DOUBLE)))",
            "ROW(t, i)",
            "MAP(ARRAY['k', 'l'], ARRAY[i, NULL])",
            "ARRAY[CAST(ROW(t, CAST(i AS DECIMAL(30, 2))) AS ROW(a VARCHAR, n DECIMAL(30, 2)))]");

    @TempDir
    Path folder;

    @TempDir
    Path root;

    private LocalEngine engine() {
        return LocalEngine.open(root, Optional.empty(), TestLimits.enough(), Clock.systemUTC());
    }

    private String lines(String sql) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (LocalEngine engine = engine()) {
            engine.start(Questions.ask(sql)).stream(Format.NDJSON.renderer(PLAIN, bytes));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private long write(String sql, Path file, String... columns) {
        try (LocalEngine engine = engine()) {
            return engine.start(Questions.ask(sql)).stream(ParquetSink.of(PLAIN.withColumns(List.of(columns)), file))
                    .rows();
        }
    }

    private static Connection database() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
        try (PreparedStatement zone = connection.prepareStatement("SET TimeZone = 'UTC'")) {
            zone.execute();
        }
        return connection;
    }

    private static String read(Path file) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowSink sink = Format.NDJSON.renderer(PLAIN, bytes);
        try (Connection connection = database();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT * FROM read_parquet('" + file + "')");
                ResultSet rows = statement.executeQuery()) {
            RowReader reader = RowReader.of(statement.getMetaData());
            sink.begin(reader.columns());
            while (rows.next()) {
                sink.row(reader.read(rows));
            }
            sink.finish();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> types(Path file) throws SQLException {
        List<String> types = new ArrayList<>();
        try (Connection connection = database();
                PreparedStatement statement =
                        connection.prepareStatement("DESCRIBE SELECT * FROM read_parquet('" + file + "')");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                types.add(rows.getString("column_type"));
            }
        }
        return types;
    }

    private static String rows(Random random, int count) {
        String[] texts = {"''", "'a'", "'é日👩'", "'\n\t\"'", "NULL", "'\\N'"};
        List<String> rows = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            rows.add("(" + id + ", " + texts[random.nextInt(texts.length)] + ", "
                    + (random.nextInt(6) == 0 ? "NULL" : "BIGINT '" + (random.nextLong() >>> random.nextInt(60)) + "'")
                    + ", "
                    + (random.nextInt(6) == 0 ? "CAST(NULL AS DOUBLE)" : "DOUBLE '" + random.nextGaussian() + "'")
                    + ")");
        }
        return "(VALUES " + String.join(", ", rows) + ") AS v(id, t, i, d)";
    }

    @Test
    void rows_of_every_type_are_read_back_as_they_are() throws SQLException {
        long seed = System.nanoTime();
        String columns = IntStream.range(0, VALUES.size())
                .mapToObj(k -> VALUES.get(k) + " AS c" + k)
                .collect(Collectors.joining(", "));
        String sql = "SELECT id, " + columns + " FROM " + rows(new Random(seed), 300) + " ORDER BY id DESC";
        Path file = folder.resolve("x.parquet");

        assertThat(write(sql, file)).isEqualTo(300);

        assertThat(read(file)).as("seed %s", seed).isEqualTo(lines(sql));
    }

    @Test
    void the_file_has_the_types_of_the_columns() throws SQLException {
        Path file = folder.resolve("x.parquet");

        write(
                "SELECT sum(1) AS a, from_unixtime(1) AS b, TIMESTAMP '2026-11-01 10:00:00' AS c, DATE '2026-11-01' AS d,"
                        + " ARRAY[1.50] AS e, CAST(ROW('x', 1) AS ROW(f VARCHAR, g BIGINT)) AS f, MAP(ARRAY['x'], ARRAY[1]) AS g",
                file);

        assertThat(types(file))
                .containsExactly(
                        "BIGINT",
                        "TIMESTAMP WITH TIME ZONE",
                        "TIMESTAMP",
                        "DATE",
                        "DECIMAL(3,2)[]",
                        "STRUCT(f VARCHAR, g BIGINT)",
                        "MAP(VARCHAR, INTEGER)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM \"sec\".\"events\" ORDER BY eventtime DESC, eventid",
                "SELECT eventid, useridentity, resources, eventtime FROM \"sec\".\"events\" ORDER BY eventid",
                "SELECT eventname, count(*) AS n FROM \"sec\".\"events\" GROUP BY 1 ORDER BY 2 DESC, 1",
                "SELECT eventid FROM \"sec\".\"events\" WHERE false"
            })
    void events_are_read_back_in_their_order(String sql) throws SQLException {
        new Logs(root, 31).write(1, 1, 6_000);
        Path file = folder.resolve("it's ü.parquet");
        Path read = folder.resolve("x.parquet");

        long count = write(sql, file);
        renamed(file, read);

        assertThat(read(read)).isEqualTo(lines(sql)).hasLineCount((int) count);
    }

    private static void renamed(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void columns_are_those_asked_for() throws SQLException {
        Path file = folder.resolve("x.parquet");

        write("SELECT 1 AS a, 2 AS b, 3 AS a2", file, "A2", "a");

        assertThat(read(file)).isEqualTo("{\"a2\":3,\"a\":1}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"SELECT 1 AS a, 2 AS A|two columns 'A'", "SELECT 1 AS a, 1 / 0 AS b, 2 AS a|two columns 'a'"})
    void what_the_file_cannot_hold_is_refused_by_name_before_anything_runs(String sql, String reason) {
        Path file = folder.resolve("x.parquet");

        assertThatThrownBy(() -> write(sql, file)).isInstanceOf(Failure.class).hasMessageContaining(reason);

        assertThat(file).doesNotExist();
    }

    @Test
    void a_row_that_fails_fails_the_query_with_its_reason() {
        new Logs(root, 33).write(1, 1, 8_000);
        String sql = "SELECT eventid, CAST(CASE WHEN n = 30000 THEN 'late' ELSE '1' END AS BIGINT) AS number FROM"
                + " (SELECT *, row_number() OVER (ORDER BY eventid) AS n FROM \"sec\".\"events\") AS numbered";

        assertThatThrownBy(() -> write(sql, folder.resolve("x.parquet")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Cannot cast 'late' to BIGINT");
    }
}
