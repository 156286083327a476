package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Precision;
import dev.trailwise.cost.Usd;
import dev.trailwise.history.ActualCost;
import dev.trailwise.history.AthenaRun;
import dev.trailwise.history.EstimatedCost;
import dev.trailwise.history.Ledger;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.history.Outcome;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history as a user sees it. */
class HistoryTest {
    private static final Scope SCOPE =
            Scope.of(new TimeRange(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-02T00:00:00Z")));
    private static final Optional<EstimatedCost> EXPECTED = Optional.of(
            new EstimatedCost(new Bytes(42_000_000), Usd.parse("0.00022"), Usd.parse("0.00001"), Precision.EXACT));

    @TempDir
    Path folder;

    @Test
    void the_newest_come_last_with_the_months_totals_on_stderr() {
        ran("2026-09-30T23:00:00Z", "run old", "q1");
        ran("2026-10-11T07:00:00Z", "run top-events", "q2");
        refused("2026-10-11T07:30:00Z");

        Shell.Result result = shell().run("history", "--columns", "asked_at,outcome,question,usd", "--format", "csv")
                .succeeded()
                .said(
                        "2026-10: 1 query run, $0.00022 (Athena $0.00021, S3 requests $0.00001 estimated), 41.5 MB scanned; 1 refused")
                .said("estimate error: median 0 %, worst 0 %");

        assertThat(result.out()).isEqualTo("""
                asked_at,outcome,question,usd
                2026-09-30T23:00:00Z,succeeded,run old,0.00022
                2026-10-11T07:00:00Z,succeeded,run top-events,0.00022
                2026-10-11T07:30:00Z,refused,sql,
                """);
    }

    @Test
    void a_table_has_a_line_for_each() {
        ran("2026-10-11T07:00:00.5Z", "run top-events --from 2026-10-01 --to 2026-10-02", "q2");
        refused("2026-10-11T07:30:00Z");

        assertThat(shell().run("history").out().lines().map(String::strip))
                .hasSize(4)
                .first()
                .isEqualTo("id       asked_at              outcome        usd  question");
    }

    @Test
    void a_month_or_only_what_failed_can_be_asked_for() {
        ran("2026-09-30T23:00:00Z", "run old", "q1");
        ran("2026-10-11T07:00:00Z", "run top-events", "q2");
        refused("2026-10-11T07:30:00Z");

        assertThat(shell().run("history", "--month", "2026-09", "--format", "csv")
                        .succeeded()
                        .said("2026-09: 1 query run")
                        .out())
                .contains("run old")
                .doesNotContain("top-events");
        assertThat(shell().run("history", "--failed", "--columns", "question", "--format", "csv")
                        .out())
                .isEqualTo("question\nsql\n");
        assertThat(shell().run("history", "--limit", "1", "--columns", "outcome", "--format", "csv")
                        .out())
                .isEqualTo("outcome\nrefused\n");
        shell().run("history", "--month", "November").exited(2).said("not a month: 'November'; write 2026-11");
    }

    @Test
    void without_a_history_there_is_nothing_and_nothing_is_made() {
        shell().run("history").succeeded().said("2026-10: no Athena queries");
        assertThat(data()).doesNotExist();
    }

    @Test
    void one_question_is_shown_whole() {
        LedgerEntry entry = ran("2026-10-11T07:00:00Z", "run top-events", "0a1b2c3d-query");
        refused("2026-10-11T07:30:00Z");

        shell().run("history", "show", entry.id().substring(0, 5)).succeeded().printedExactly("""
                        id         %s
                        asked at   2026-10-11T07:00:00Z
                        question   run top-events
                        events     from 2026-10-01T00:00:00Z to 2026-10-02T00:00:00Z, in all accounts, in all Regions
                        outcome    succeeded
                        estimated  $0.00022 for 42.0 MB, exact
                        billed     $0.00021 for 42.0 MB; scanned 41.5 MB
                        requests   $0.00001 for S3 requests (estimated)
                        cost       $0.00022
                        took       1.500 s
                        engine     athena
                        query      0a1b2c3d-query in workgroup primary, us-east-1
                        result     s3://results/0a1b2c3d-query.csv

                        SELECT eventname
                        FROM cloudtrail -- \\u001b[2J
                        """.formatted(
                        entry.id()));
        shell().run("history", "show", "0a1b").succeeded().printed("run top-events");
        shell().run("history", "show", "zzzz").exited(2).said("no history entry 'zzzz'");
        shell().run("history", "show", "").exited(2).said("2 ids begin with ''");
    }

    @Test
    void lines_that_cannot_be_read_are_told_and_the_rest_is_shown() throws IOException {
        ran("2026-10-11T07:00:00Z", "run top-events", "q2");
        Path file = data().resolve("2026-10.ndjson");
        Files.writeString(file, Files.readString(file) + "\u001b[31m\n\n{}\n{\n[\nx\n");

        shell().run("history")
                .succeeded()
                .printed("top-events")
                .said("2026-10.ndjson:3: not an entry of the history", "and 2 more lines like these");
    }

    private Shell shell() {
        return new Shell(folder);
    }

    private Path data() {
        return folder.resolve("home/.local/share/trailwise/history");
    }

    private LedgerEntry ran(String at, String question, String queryId) {
        AthenaRun run =
                new AthenaRun(queryId, "primary", Region.US_EAST_1, Optional.of("s3://results/" + queryId + ".csv"));
        String sql = "SELECT eventname\nFROM cloudtrail -- \u001b[2J";
        LedgerEntry started = LedgerEntry.started(Instant.parse(at), "athena", question, sql, SCOPE, EXPECTED, run);
        Bytes scanned = new Bytes(41_500_000);
        LedgerEntry ended = started.ended(
                Outcome.SUCCEEDED,
                Optional.empty(),
                new ActualCost(scanned, new Bytes(42_000_000), Usd.parse("0.00021"), Duration.ofMillis(1500)),
                run);
        Ledger ledger = Ledger.open(data());
        ledger.record(started);
        ledger.record(ended);
        return ended;
    }

    private void refused(String at) {
        Ledger.open(data())
                .record(LedgerEntry.refused(
                        Instant.parse(at), "athena", "sql", "SELECT 1", SCOPE, EXPECTED, "over budget"));
    }
}
