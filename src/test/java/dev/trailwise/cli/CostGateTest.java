package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.history.ActualCost;
import dev.trailwise.history.AthenaRun;
import dev.trailwise.history.Ledger;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.history.Outcome;
import dev.trailwise.testing.aws.JsonService;
import dev.trailwise.testing.aws.ListingS3;
import dev.trailwise.testing.aws.ListingS3.Fault;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What it takes to be run at Athena: nothing in these tests may start a query unless somebody agreed. */
class CostGateTest {
    private static final String SQL = "SELECT count(*) FROM cloudtrail";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final ListingS3 s3 = new ListingS3();
    private final JsonService athena = new JsonService();
    private final ObjectNode workgroup =
            JSON.createObjectNode().put("Name", "primary").put("State", "ENABLED");

    @BeforeEach
    void begin() {
        workgroup.putObject("Configuration").putObject("ResultConfiguration").put("OutputLocation", "s3://results/");
        athena.on("GetWorkGroup", request -> JSON.createObjectNode().set("WorkGroup", workgroup));
        athena.on("StartQueryExecution", request -> {
            throw new JsonService.Refused(400, "AccessDeniedException", "started");
        });
    }

    @AfterEach
    void end() {
        s3.close();
        athena.close();
    }

    @Test
    void a_query_over_the_budget_is_refused_with_the_ways_to_ask_for_less() {
        put("2026/10/10", 900_000_000_000L);
        put("2026/10/11", 100_000_000_000L);

        ask().exited(5)
                .printedExactly("")
                .said("will scan 1.00 TB in 2 files", "over budget", "--from 2026-10-11", "--max-cost");
        assertNothingStarted();
    }

    @Test
    void above_the_limit_of_the_workgroup_athena_would_only_stop_and_bill_it() {
        ((ObjectNode) workgroup.get("Configuration")).put("BytesScannedCutoffPerQuery", 10_000_000);
        put("2026/10/10", 11_000_000);

        ask("--to", "2026-10-10").exited(5).said("workgroup primary at 10.0 MB");
        assertNothingStarted();
    }

    @Test
    void where_nobody_can_be_asked_an_expensive_query_needs_a_yes() {
        put("2026/10/10", 100_000_000_000L);

        ask().exited(5).said("$0.51", "cost.confirm_above", "--yes");
        assertNothingStarted();
        ask("--yes").exited(4).said("athena:StartQueryExecution");
    }

    @Test
    void at_a_terminal_the_person_is_asked() {
        put("2026/10/10", 100_000_000_000L);

        shell().with("TRAILWISE_TTY", "02")
                .typing("n\n")
                .run("sql", SQL)
                .exited(130)
                .said("Run it? [y/N]");
        assertNothingStarted();
        shell().with("TRAILWISE_TTY", "02").typing("y\n").run("sql", SQL).exited(4);
    }

    /** The day of an answer is the day that pays. */
    @ParameterizedTest
    @CsvSource({"2026-10-11T23:59:50Z, 2026-10-12T00:00:10Z", "2026-10-11T08:00:00Z, 2026-10-11T09:00:00Z"})
    void what_was_spent_while_the_person_thought_counts(Instant asked, Instant answered) {
        put("2026/10/10", 100_000_000_000L);
        AtomicReference<Instant> now = new AtomicReference<>(asked);
        InputStream typed = new ByteArrayInputStream("y\n".getBytes(StandardCharsets.UTF_8));
        InputStream person = new FilterInputStream(typed) {
            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                if (asked.equals(now.getAndSet(answered))) {
                    spend(answered, "0.60");
                }
                return super.read(to, offset, length);
            }
        };

        shell().with("TRAILWISE_TTY", "02")
                .with("TRAILWISE_COST_MAX_PER_DAY", "1")
                .at(ticking(now))
                .typing(person)
                .run("sql", SQL, "--from", "2026-10-10", "--to", "2026-10-10")
                .exited(5)
                .said("Run it? [y/N]", "today's have cost $0.60", "cost.max_per_day");
        assertNothingStarted();
    }

    private void spend(Instant at, String dollars) {
        LedgerEntry entry = LedgerEntry.started(
                at,
                "athena",
                "sql",
                SQL,
                Scope.of(TimeRange.ALL),
                Optional.empty(),
                new AthenaRun("q", "primary", Region.US_EAST_1, Optional.empty()));
        ActualCost spent = new ActualCost(Bytes.ZERO, Bytes.ZERO, Usd.parse(dollars), Duration.ZERO);
        Ledger.open(folder.resolve("home/.local/share/trailwise/history"))
                .record(entry.ended(
                        Outcome.SUCCEEDED, Optional.empty(), spent, entry.run().orElseThrow()));
    }

    private static Clock ticking(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Objects.requireNonNull(now.get());
            }
        };
    }

    @Test
    void a_cheap_query_is_not_asked_about() {
        put("2026/10/10", 1_000_000);

        ask().exited(4).said("will scan 1.00 MB in 1 file", "athena:StartQueryExecution");
    }

    @Test
    void where_the_bucket_may_not_be_listed_somebody_has_to_say_how_far_it_may_go() {
        s3.faults(call -> Fault.error(403, "AccessDenied"));

        ask().exited(4).said("no estimate", "s3:ListBucket", "--max-scan");
        assertNothingStarted();
        ask("--max-scan", "2GB").exited(4).said("stopped when it has scanned more than 2.00 GB", "StartQuery");
    }

    @Test
    void files_in_glacier_are_counted_and_named_and_the_answer_is_not_called_whole() {
        String day = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/";
        s3.put(day + "a.json.gz", 1_000_000);
        s3.put(day + "b.json.gz", 2_000_000, "GLACIER");
        s3.put(day + "c.json.gz", 2_000_000, "DEEP_ARCHIVE");
        s3.put(day + "d.json.gz", 2_000_000, "GLACIER_IR");

        shell().run("sql", SQL, "--dry-run")
                .succeeded()
                .printed("3.00 MB in 2 files", "2 files in S3 Glacier, 2026-10-10");
        ask().exited(4).said("2 files in this scope (2026-10-10) are in S3 Glacier", "missing from the answer");
    }

    @Test
    void a_scope_that_holds_only_archived_files_has_an_answer_with_gaps() {
        s3.put("AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/a.json.gz", 1_000_000, "GLACIER");

        ask().exited(3).said("1 file in this scope (2026-10-10)", "free");
        assertNothingStarted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM mydb.alb_logs",
                "SELECT count(*) FROM cloudtrail c JOIN mydb.alb_logs a ON c.sourceipaddress = a.client_ip",
                "WITH a AS (SELECT * FROM mydb.alb_logs) SELECT 1 FROM a",
                "SELECT 1 WHERE EXISTS (SELECT 1 FROM MyDB.ALB_logs)"
            })
    void a_table_of_unknown_size_has_no_price_and_needs_a_limit(String sql) {
        put("2026/10/10", 1_000_000);

        shell().run("sql", sql)
                .exited(5)
                .printedExactly("")
                .said("price unknown", "does not know the size of mydb.alb_logs", "--max-scan", "table.database");
        assertNothingStarted();
        shell().run("sql", sql, "--max-scan", "2GB")
                .exited(4)
                .said("stopped when it has scanned more than 2.00 GB", "athena:StartQueryExecution");
        shell().run("sql", sql, "--dry-run").succeeded().printed("precision     unknown", "mydb.alb_logs");
    }

    @Test
    void the_catalogs_own_views_hold_no_files() {
        shell().run("sql", "SELECT table_name FROM information_schema.tables")
                .exited(4)
                .said("StartQueryExecution");
    }

    @Test
    void what_cannot_be_meant_is_refused_before_anything_is_done() {
        ask("--logs", folder.toString(), "--engine", "athena").exited(2).said("--logs", "--engine athena");
        ask("--reuse", "1y").exited(2).said("'1y'", "1h");
        ask("--reuse", "8d").exited(2).said("7d");
        new Shell(folder).run("sql", SQL, "--engine", "athena").exited(2).said("no bucket is set", "trailwise init");
    }

    private void put(String day, long bytes) {
        s3.put("AWSLogs/111122223333/CloudTrail/us-east-1/" + day + "/a.json.gz", bytes);
    }

    private void assertNothingStarted() {
        assertThat(athena.calls()).doesNotContain("StartQueryExecution");
    }

    private Shell.Result ask(String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "sql";
        words[1] = SQL;
        System.arraycopy(more, 0, words, 2, more.length);
        return shell().run(words);
    }

    private Shell shell() {
        Shell shell = new Shell(folder).with("TRAILWISE_TRAIL_BUCKET", "my-logs");
        s3.environment().forEach(shell::with);
        return shell.with("AWS_ENDPOINT_URL_ATHENA", athena.url());
    }
}
