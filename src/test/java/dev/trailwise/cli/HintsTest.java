package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a query before it is asked, or when it is checked. */
class HintsTest {
    private static final String SQL = "SELECT eventname\nFROM cloudtrail\nWHERE day = '2026-11-01'";

    @TempDir
    Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("queries"));
    }

    @Test
    void a_question_is_asked_with_its_hints_beside_it() {
        new Shell(folder)
                .run("sql", SQL, "--logs", "logs", "--all-time")
                .succeeded()
                .said("<sql>:3:13: hint: no day is written like this; write days as '2026/11/01'");
    }

    @Test
    void an_estimate_says_them_too_and_quiet_says_none() {
        new Shell(folder)
                .run("sql", SQL, "--logs", "logs", "--all-time", "--dry-run")
                .said("3:13: hint: ");
        assertThat(new Shell(folder)
                        .run("sql", SQL, "--logs", "logs", "--all-time", "-q")
                        .err())
                .doesNotContain("hint");
    }

    @Test
    void what_costs_nothing_is_not_told_how_to_cost_less() {
        String sql = "SELECT eventname FROM cloudtrail WHERE eventtime >= '2026-11-08'";

        new Shell(folder)
                .run("sql", sql, "--logs", "logs", "--all-time", "--dry-run")
                .said("<sql>:1:23: hint: eventtime skips no files", "--from 2026-11-08");
        assertThat(new Shell(folder)
                        .run("sql", sql, "--logs", "logs", "--all-time")
                        .err())
                .doesNotContain("hint");
    }

    @Test
    void the_check_of_saved_queries_names_file_line_and_column() throws IOException {
        Files.writeString(
                folder.resolve("queries/mine.sql"), "/*---\ntitle: Mine\ndescription: Mine.\n---*/\n" + SQL + "\n");

        new Shell(folder)
                .run("queries", "check", "queries")
                .succeeded()
                .said("mine.sql:7:13: hint: no day", "1 queries in", "0 problems");
    }
}
