package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.testing.aws.athena.AthenaServer;
import dev.trailwise.testing.aws.athena.Course;
import dev.trailwise.testing.aws.athena.Course.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of Athena stands in the history, as it was billed. */
class HistoryOfRunsTest {
    private static final String SQL = "SELECT count(*) AS n FROM cloudtrail";

    @TempDir
    static Path shared;

    private static LocalAws aws;
    private static AthenaServer athena;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeAll
    static void serve() {
        aws = new LocalAws(shared, Clock.fixed(Shell.NOW, ZoneOffset.UTC)).withTables();
        athena = aws.athena();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        aws.environment().forEach(shell::with);
    }

    @Test
    void a_run_is_remembered_with_what_it_was_billed_and_its_rows_are_there_for_nothing() throws IOException {
        ask().succeeded();

        JsonNode run = last();
        assertThat(run.path("outcome").asText()).isEqualTo("succeeded");
        assertThat(run.path("question").asText())
                .isEqualTo("sql 'SELECT count(*) AS n FROM cloudtrail' --from 2026-10-07 --to 2026-10-07 --format csv");
        assertThat(run.path("scanned_bytes").asLong()).isEqualTo(athena.scanned(lastQuery()));
        assertThat(run.path("usd").decimalValue()).isBetween(new BigDecimal("0.00005"), new BigDecimal("0.0005"));
        int before = athena.started().size();
        shell.run("history", "show", run.path("id").asText()).succeeded().printed(lastQuery(), "FROM (SELECT * FROM");
        shell.run("history", "show", run.path("id").asText(), "--rows", "--format", "csv")
                .succeeded()
                .printed("n\n");
        assertThat(athena.started()).hasSize(before);
        shell.run("history").said("2026-10: 1 query run, $", "estimate error: median 0 %");
    }

    @Test
    void a_query_that_had_to_be_started_again_is_two_of_which_one_failed() throws IOException {
        athena.next(Course.SWIFT.failing(new Fault(1, 233, true, "INTERNAL_ERROR: a worker was lost")));

        ask().succeeded();

        assertThat(outcomes()).containsExactly("failed", "succeeded");
    }

    @Test
    void what_fails_or_is_refused_is_remembered() throws IOException {
        athena.next(Course.SWIFT.failing(new Fault(2, 1000, false, "DIVISION_BY_ZERO: Division by zero")));
        ask().exited(6);
        ask("--max-cost", "0.00001").exited(5);

        assertThat(outcomes()).containsExactly("failed", "refused");
        shell.run("history").said("2026-10: 1 query run, $", "; 1 refused over budget");
        shell.run("history", "show", history().get(0).path("id").asText())
                .printed("outcome    failed: ", "Division by zero");
        shell.run("history", "show", last().path("id").asText()).printed("outcome    refused: over budget");
    }

    @Test
    void a_day_has_its_budget() {
        shell.with("TRAILWISE_COST_MAX_PER_DAY", "0.0004");
        ask().succeeded();

        ask().exited(5).said("today's have cost $0.0002", "cost.max_per_day");
    }

    @Test
    void a_history_that_cannot_be_written_stops_no_query_but_is_told() throws IOException {
        Path file = folder.resolve("home/.local/share/trailwise/history");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "in the way");

        ask().succeeded().said("cannot write the history", "missing from the history");
    }

    private Shell.Result ask(String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("sql", SQL, "--from", "2026-10-07", "--to", "2026-10-07", "--format", "csv"));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    private String lastQuery() {
        List<String> started = athena.started();
        return started.get(started.size() - 1);
    }

    private JsonNode history() throws IOException {
        return new ObjectMapper()
                .readTree(shell.run("history", "--format", "json").succeeded().out());
    }

    private JsonNode last() throws IOException {
        JsonNode rows = history();
        return rows.get(rows.size() - 1);
    }

    private List<String> outcomes() throws IOException {
        return history().findValuesAsText("outcome");
    }
}
