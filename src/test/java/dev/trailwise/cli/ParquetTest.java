package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cli.Shell.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as a Parquet file, which is there whole or not at all. */
class ParquetTest {
    @TempDir
    Path folder;

    private Path logs;

    @BeforeEach
    void logs() throws IOException {
        logs = Files.createDirectory(folder.resolve("logs"));
        Files.writeString(
                logs.resolve("a.json"),
                "{\"Records\":[" + event("1", "GetObject") + "," + event("2", "PutObject") + "]}");
    }

    private static String event(String id, String name) {
        return "{\"eventID\":\"" + id + "\",\"eventTime\":\"2026-10-01T10:00:00Z\",\"eventName\":\"" + name
                + "\",\"requestParameters\":{\"bucketName\":\"b\"}}";
    }

    private Result run(String... words) {
        return new Shell(folder).run(words);
    }

    private Result local(String command, String... more) {
        return run(Stream.concat(
                        Stream.concat(Arrays.stream(command.split(" ")), Arrays.stream(more)),
                        Stream.of("--logs", "logs", "--all-time"))
                .toArray(String[]::new));
    }

    private static long rows(Path file) throws SQLException {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM read_parquet('" + file + "')");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("cache") && !name.equals("home"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"search --event-name *Object", "run top-events reads=true", "export", "sql"})
    void the_name_of_the_file_is_enough(String command) throws Exception {
        String[] sql = command.equals("sql") ? new String[] {"SELECT eventid FROM cloudtrail"} : new String[0];

        local(
                        command,
                        Stream.concat(Arrays.stream(sql), Stream.of("-o", "x.parquet"))
                                .toArray(String[]::new))
                .succeeded()
                .said("x.parquet (parquet)", "2 rows from 2 events");

        assertThat(rows(folder.resolve("x.parquet"))).isEqualTo(2);
    }

    @Test
    void a_query_that_fails_leaves_the_older_file_and_nothing_else() throws IOException {
        Files.writeString(folder.resolve("x.parquet"), "older");

        local("sql", "SELECT CAST(eventname AS BIGINT) AS n FROM cloudtrail", "-o", "x.parquet")
                .exited(6);

        assertThat(folder.resolve("x.parquet")).hasContent("older");
        assertThat(files()).containsExactly("logs", "x.parquet");
    }

    @Test
    void a_pipe_gets_the_file_once_it_is_whole() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Shell(folder)
                .run(
                        out,
                        "sql",
                        "SELECT eventid FROM cloudtrail",
                        "--logs",
                        "logs",
                        "--all-time",
                        "--format",
                        "parquet")
                .succeeded();
        Path file = Files.write(folder.resolve("piped.parquet"), out.toByteArray());

        assertThat(rows(file)).isEqualTo(2);
        local("sql", "SELECT CAST(eventname AS BIGINT) AS n FROM cloudtrail", "--format", "parquet")
                .exited(6)
                .printedExactly("");
    }

    @Test
    void a_damaged_log_is_said_as_of_every_answer() throws Exception {
        Files.writeString(logs.resolve("b.json"), "{\"Records\":[" + event("3", "GetObject") + ",{\"eventID\":");

        local("sql", "SELECT eventid FROM cloudtrail", "-o", "x.parquet")
                .exited(3)
                .said("b.json");

        assertThat(rows(folder.resolve("x.parquet"))).isEqualTo(3);
    }

    @Test
    void what_cannot_be_written_so_is_refused_before_anything_runs() throws IOException {
        local("sql", "SELECT eventid FROM cloudtrail", "-o", "x.parquet", "--limit", "1")
                .exited(2)
                .said("--limit does not apply to Parquet; write LIMIT in the SQL");
        local("sql", "SELECT eventid, eventname AS eventID FROM cloudtrail", "-o", "x.parquet")
                .exited(2)
                .said("two columns 'eventID'");
        new Shell(folder)
                .with("TRAILWISE_TTY", "1")
                .run("sql", "SELECT eventid FROM cloudtrail", "--logs", "logs", "--all-time", "--format", "parquet")
                .exited(2)
                .said("Parquet is binary and cannot be shown on a terminal", "--output FILE.parquet");
        run("table", "columns", "-o", "x.parquet").exited(2).said("only rows of queries are written as Parquet");
        assertThat(files()).containsExactly("logs");
    }
}
