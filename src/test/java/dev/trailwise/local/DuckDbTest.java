package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.testing.TestLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second wall alone: SQL that the check of the SQL would never let through. */
class DuckDbTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('SECRET')",
                "SELECT * FROM read_text('SECRET')",
                "SELECT * FROM read_blob('SECRET')",
                "SELECT * FROM read_json('SECRET')",
                "SELECT * FROM read_parquet('SECRET')",
                "SELECT * FROM 'SECRET'",
                "SELECT * FROM sniff_csv('SECRET')",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
                "SELECT getenv('HOME')",
                "ATTACH 'SECRET'",
                "ATTACH 'SECRET.db' AS other",
                "COPY (SELECT 1) TO 'SECRET.out'",
                "COPY (SELECT 1) TO 'SECRET'",
                "EXPORT DATABASE 'SECRET.out'",
                "IMPORT DATABASE 'SECRET'",
                "PRAGMA threads = 7",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "SET memory_limit = '1TB'",
                "RESET allowed_paths",
                "INSTALL httpfs",
                "LOAD httpfs",
                "LOAD 'SECRET'",
                "CREATE SECRET s (TYPE s3)",
            })
    void a_locked_duckdb_reaches_nothing_outside(String statement) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "a,b\n1,2\n");
        try (DuckDb database = DuckDb.open(2, TestLimits.memory(256))) {
            database.lock(List.of(), List.of());

            assertThatThrownBy(() -> run(database, statement.replace("SECRET", secret.toString())))
                    .isInstanceOf(SQLException.class);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(secret);
        }
        assertThat(secret).hasContent("a,b\n1,2\n");
    }

    @Test
    void it_opens_the_files_it_was_given() throws Exception {
        Path given = folder.resolve("it's.parquet");
        try (DuckDb database = DuckDb.open(2, TestLimits.memory(256))) {
            database.run("COPY (SELECT 7 AS n) TO " + TableSql.literal(given.toString()) + " (FORMAT parquet)");
            database.lock(List.of(given), List.of());

            assertThat(run(database, "SELECT n FROM read_parquet(" + TableSql.literal(given.toString()) + ")"))
                    .isEqualTo("7");
        }
    }

    @Test
    void what_does_not_fit_in_memory_goes_to_a_folder_that_is_removed() throws Exception {
        Path spill;
        try (DuckDb database = DuckDb.open(2, TestLimits.memory(60))) {
            database.lock(List.of(), List.of());
            spill = Path.of(run(database, "SELECT current_setting('temp_directory')"));

            assertThat(spill).isDirectory();
            assertThat(run(
                            database,
                            "SELECT count(*) FROM (SELECT DISTINCT md5(i::VARCHAR) || md5((i + 1)::VARCHAR)"
                                    + " FROM range(800000) t(i))"))
                    .isEqualTo("800000");
        }
        assertThat(spill).doesNotExist();
    }

    @Test
    void the_session_is_in_utc() throws Exception {
        try (DuckDb database = DuckDb.open(2, TestLimits.memory(256))) {
            database.lock(List.of(), List.of());

            assertThat(run(database, "SELECT CAST(TIMESTAMPTZ '2026-11-01 00:00:00+02' AS VARCHAR)"))
                    .isEqualTo("2026-10-31 22:00:00+00");
        }
    }

    private static String run(DuckDb database, String sql) throws SQLException {
        try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
            if (!statement.execute()) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                String first = "";
                while (rows.next()) {
                    first = rows.getString(1);
                }
                return first;
            }
        }
    }
}
