package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.query.Compiler;
import dev.trailwise.query.DuplicatePolicy;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.TestLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code "$path"} and its siblings. Trino's words for them are in its documentation; the judge's tables are views, which hide them. */
class FileColumnsTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-03T04:05:06.789Z");

    @TempDir
    Path root;

    @TempDir
    Path cache;

    private Path one;
    private Path other;

    @BeforeEach
    void two_files() throws IOException {
        one = log(
                "it's one.json",
                "[{\"eventID\":\"a\",\"eventVersion\":\"1.0\"},{\"eventID\":\"b\",\"eventVersion\":\"1.0\"}]");
        other = log("other.json", "[{\"eventID\":\"c\",\"eventVersion\":\"1.0\"}]");
    }

    private Path log(String name, String text) throws IOException {
        Path file = root.toRealPath().resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
        return file;
    }

    private List<List<Object>> ask(String sql, DuplicatePolicy duplicates, Optional<Path> store) {
        var query = new Compiler(Map.of(new TableName("sec", "events"), Tables.EVENTS))
                .compile(SqlText.of(new SqlSource("<sql>", sql)), Questions.EVERYTHING, duplicates);
        try (LocalEngine engine = LocalEngine.open(root, store, TestLimits.enough(), Clock.systemUTC())) {
            return Collected.of(engine.start(query)).rows;
        }
    }

    private void both(String sql, List<List<Object>> rows) {
        for (DuplicatePolicy duplicates : DuplicatePolicy.values()) {
            assertThat(ask(sql, duplicates, Optional.empty()))
                    .as("from the files, %s", duplicates)
                    .isEqualTo(rows);
        }
        StoreBuild.run(LogPaths.of(root), cache, Questions.EVERYTHING, TestLimits.enough(), true);
        assertThat(ask(sql, DuplicatePolicy.KEPT, Optional.of(cache)))
                .as("from the store")
                .isEqualTo(rows);
    }

    @Test
    void an_event_names_its_file() {
        both(
                "SELECT eventid, \"$path\" FROM cloudtrail ORDER BY eventid",
                List.of(List.of("a", one.toString()), List.of("b", one.toString()), List.of("c", other.toString())));
    }

    @Test
    void the_size_and_time_of_the_file_are_known() throws IOException {
        both(
                "SELECT c.\"$file_size\", CAST(c.\"$file_modified_time\" AS varchar) FROM cloudtrail c WHERE eventid = 'c'",
                List.of(List.of(Files.size(other), "2026-11-03 04:05:06.789 UTC")));
    }

    @Test
    void files_can_be_filtered_grouped_and_joined_by() {
        both(
                "SELECT a.\"$path\", count(*) FROM cloudtrail a JOIN cloudtrail b ON a.\"$path\" = b.\"$path\""
                        + " WHERE b.\"$path\" LIKE '%one%' GROUP BY a.\"$path\"",
                List.of(List.of(one.toString(), 4L)));
    }

    @Test
    void files_read_after_the_store_was_built_are_named_too() throws IOException {
        StoreBuild.run(LogPaths.of(root), cache, Questions.EVERYTHING, TestLimits.enough(), true);
        Path late = log("late.json", "[{\"eventID\":\"d\",\"eventVersion\":\"1.0\"}]");

        assertThat(ask(
                        "SELECT eventid, \"$path\" FROM cloudtrail WHERE eventid > 'b' ORDER BY 1",
                        DuplicatePolicy.KEPT,
                        Optional.of(cache)))
                .containsExactly(List.of("c", other.toString()), List.of("d", late.toString()));
    }
}
