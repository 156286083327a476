package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.query.Library;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.testing.aws.athena.Course;
import dev.trailwise.testing.aws.athena.Workgroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions on Athena as a user asks them, over the wire: the sample trail in S3, a catalog, and an Athena that runs SQL. */
class AthenaQueriesTest {
    private static final List<String> DAY = List.of("--from", "2026-10-07", "--to", "2026-10-07");
    private static final String COUNT = "SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY 1 ORDER BY 2 DESC, 1";

    @TempDir
    static Path folder;

    private static LocalAws aws;

    @BeforeAll
    static void start() {
        aws = new LocalAws(folder.resolve("s3"), Clock.fixed(Shell.NOW, ZoneOffset.UTC)).withTables();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @BeforeEach
    void ordinaryWorkgroup() {
        aws.athena().workgroup(primary());
    }

    /** One in four, others each time: the rows and bytes of all are judged on Trino; here the wire counts. */
    static Stream<SavedQuery> queries() {
        int first = Integer.getInteger("athena.queries", (int) (System.nanoTime() & 3));
        System.out.println("saved queries over the wire: -Dathena.queries=" + first);
        List<SavedQuery> all = Library.shipped().all().queries();
        return IntStream.range(0, all.size()).filter(n -> n % 4 == first).mapToObj(all::get);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_saved_query_has_the_rows_of_the_local_engine_and_the_bytes_of_its_estimate(SavedQuery query)
            throws IOException {
        List<String> words = new ArrayList<>(List.of("run", query.name()));
        words.addAll(query.exampleArguments());
        words.addAll(DAY);
        words.addAll(List.of("--format", "csv"));

        Shell.Result athena = run(words, "--engine", "athena").succeeded().said("as estimated");
        Shell.Result local = run(
                        words,
                        "--logs",
                        folder.resolve("s3").resolve(LocalAws.TRAIL).toString(),
                        "--no-cache")
                .succeeded();

        assertThat(sorted(athena)).isEqualTo(sorted(local));
        words.removeAll(List.of("--format", "csv"));
        String estimate =
                run(words, "--dry-run", "--format", "json").succeeded().out();
        assertThat(new ObjectMapper().readTree(estimate).get("bytes").asLong())
                .isEqualTo(aws.athena().scanned(last()));
    }

    @Test
    void a_bucket_is_all_that_auto_needs_and_the_bill_is_said_beside_the_estimate() {
        sql(COUNT)
                .succeeded()
                .printed("eventname,n\n")
                .said(
                        "will scan",
                        "billed $0.00005 for 10.0 MB, as estimated, plus $0.",
                        "for S3 requests (estimated)",
                        "query " + last(),
                        "workgroup primary");
    }

    @Test
    void search_is_answered_too() {
        List<String> words = new ArrayList<>(List.of("search", "--event-name", "StopLogging", "--format", "csv"));
        words.addAll(DAY);
        run(words).succeeded().printed("StopLogging");
    }

    @Test
    void every_format_is_written_as_from_the_local_engine() {
        String values = "SELECT * FROM (VALUES ('a', 1, 1.50, 2e0, true, DATE '2026-10-07', "
                + "TIMESTAMP '2026-10-07 01:02:03.004', from_iso8601_timestamp('2026-10-07T01:02:03+02:00')), "
                + "('', NULL, NULL, NULL, NULL, NULL, NULL, NULL), "
                + "(NULL, -9223372036854775807, -0.05, 1e300, false, DATE '1969-12-31', NULL, NULL), "
                + "('x\"y,\nz', 0, 0.00, -0e0, NULL, NULL, NULL, NULL)) AS t (s, i, d, r, b, dt, ts, tz)";
        for (String format : List.of("csv", "tsv", "json", "ndjson", "markdown", "table")) {
            Shell.Result athena = run(List.of("sql", values, "--format", format), "--engine", "athena");
            Shell.Result local = run(
                    List.of("sql", values, "--format", format),
                    "--logs",
                    folder.resolve("s3").resolve(LocalAws.TRAIL).toString());
            assertThat(athena.succeeded().out())
                    .as(format)
                    .isEqualTo(local.succeeded().out());
        }
    }

    /** Athena's rows come one by one, so the file is made here; DuckDB reads both files, as text for the width of decimals. */
    @Test
    void a_parquet_file_has_the_rows_of_the_local_engine() throws Exception {
        String sql = "SELECT * FROM (VALUES ('a', 1, 1.50, 2e0, true, DATE '2026-10-07', "
                + "TIMESTAMP '2026-10-07 01:02:00.004', from_iso8601_timestamp('2026-10-07T01:02:03Z')), "
                + "('', NULL, NULL, NULL, NULL, NULL, NULL, NULL), "
                + "(NULL, -9223372036854775807, -0.05, 1e300, false, DATE '1969-12-31', NULL, NULL), "
                + "('x\"y,\nz', 0, 12345678901.25, -0e0, NULL, NULL, NULL, NULL)) AS t (s, i, d, r, b, dt, ts, tz)";
        String logs = folder.resolve("s3").resolve(LocalAws.TRAIL).toString();
        run(List.of("sql", sql, "-o", "here.parquet"), "--logs", logs).succeeded();
        run(List.of("sql", sql, "-o", "athena.parquet"), "--engine", "athena")
                .succeeded()
                .said("billed", "athena.parquet (parquet)");

        assertThat(parquet("athena.parquet", "SELECT COLUMNS(*)::VARCHAR FROM file"))
                .hasSize(4)
                .isEqualTo(parquet("here.parquet", "SELECT COLUMNS(*)::VARCHAR FROM file"));
        assertThat(parquet("athena.parquet", "SELECT column_type FROM (DESCRIBE file)"))
                .containsExactly(
                        "[VARCHAR]",
                        "[BIGINT]",
                        "[DECIMAL(38,2)]",
                        "[DOUBLE]",
                        "[BOOLEAN]",
                        "[DATE]",
                        "[TIMESTAMP]",
                        "[TIMESTAMP WITH TIME ZONE]");
    }

    @Test
    void a_parquet_file_of_no_rows_has_its_columns_and_one_of_fewer_columns_only_those() throws Exception {
        List<String> none = List.of("sql", "SELECT eventid, 1 AS n FROM cloudtrail WHERE eventname = 'NoSuchAction'");
        run(Stream.concat(none.stream(), DAY.stream()).toList(), "-o", "none.parquet")
                .succeeded();
        run(Stream.concat(Stream.of("sql", COUNT), DAY.stream()).toList(), "-o", "n.parquet", "--columns", "n")
                .succeeded();

        assertThat(parquet("none.parquet", "SELECT column_name FROM (DESCRIBE file)"))
                .containsExactly("[eventid]", "[n]");
        assertThat(parquet("none.parquet", "SELECT * FROM file")).isEmpty();
        assertThat(parquet("n.parquet", "SELECT column_name FROM (DESCRIBE file)"))
                .containsExactly("[n]");
    }

    private static List<String> parquet(String name, String sql) throws Exception {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET TimeZone = 'UTC'; CREATE VIEW file AS FROM read_parquet('" + folder.resolve(name) + "')");
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<@Nullable Object> row = new ArrayList<>();
                    for (int k = 1; k <= columns; k++) {
                        row.add(result.getObject(k));
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        }
    }

    @Test
    void a_hunt_finds_what_it_finds_here_and_its_price_is_that_of_all_its_queries() {
        List<String> hunt = Stream.concat(Stream.of("hunt", "--format", "ndjson"), DAY.stream())
                .toList();
        String logs = folder.resolve("s3").resolve(LocalAws.TRAIL).toString();
        int before = aws.athena().started().size();
        Shell.Result athena = run(hunt, "--engine", "athena").succeeded();
        int queries = aws.athena().started().size() - before;

        assertThat(queries).isGreaterThan(2);
        athena.said(queries + " queries: will scan ", " in all");
        assertThat(athena.out().lines()).isNotEmpty();
        assertThat(sorted(athena)).isEqualTo(sorted(run(hunt, "--logs", logs).succeeded()));
        run(hunt, "--dry-run").succeeded().said(queries + " queries: will scan ", " in all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--max-cost 0.001", "--max-scan 2MB"})
    void a_hunt_whose_queries_are_too_much_together_starts_none(String limit) {
        List<String> hunt = Stream.concat(Stream.of("hunt", "--engine", "athena"), DAY.stream())
                .toList();
        int before = aws.athena().started().size();

        run(hunt, limit.split(" ")).exited(5).printedExactly("").said("over budget: these ", limit.split(" ")[0]);
        assertThat(aws.athena().started()).hasSize(before);
    }

    @Test
    void an_answer_without_rows_says_what_the_scope_was() {
        sql(COUNT.replace("GROUP", "WHERE eventname = 'NoSuchAction' GROUP"))
                .succeeded()
                .said("No matching events (scope: from 2026-10-07T00:00:00Z");
    }

    @Test
    void a_scope_without_files_is_answered_without_athena_and_its_bill() {
        int before = aws.athena().started().size();
        List<String> none = List.of("--from", "2026-09-01", "--to", "2026-09-02", "--region", "us-east-1");
        run(withScope(COUNT, none))
                .succeeded()
                .said("No log files match this query (scope: from 2026-09-01T00:00:00Z", "free");
        run(withScope("SELECT count(*) AS n FROM cloudtrail", none)).succeeded().printed("n\n0\n");
        assertThat(aws.athena().started()).hasSize(before);
    }

    /** The size of a closed day is kept, and a file may still come late: an empty scope is listed again before it is called empty. */
    @Test
    void a_file_that_came_late_to_an_empty_day_is_not_missed() throws IOException {
        List<String> day = List.of("--from", "2026-09-20", "--to", "2026-09-20", "--late-days", "0");
        run(withScope(COUNT, day)).succeeded().said("No log files match this query");
        Path logs = folder.resolve("s3").resolve(LocalAws.TRAIL);
        Path late;
        try (Stream<Path> files = Files.walk(logs)) {
            Path file = files.filter(path -> path.toString().contains("/CloudTrail/us-east-1/2026/10/07/"))
                    .filter(path -> path.toString().endsWith(".json.gz"))
                    .findFirst()
                    .orElseThrow();
            late = Path.of(file.toString().replace("2026/10/07", "2026/09/20"));
            Files.createDirectories(late.getParent());
            Files.copy(file, late);
        }
        try {
            int before = aws.athena().started().size();
            run(withScope(COUNT, day)).succeeded().said("will scan");
            assertThat(aws.athena().started()).hasSize(before + 1);
        } finally {
            Files.delete(late);
        }
    }

    private static List<String> withScope(String sql, List<String> scope) {
        List<String> words = new ArrayList<>(List.of("sql", sql, "--format", "csv"));
        words.addAll(scope);
        return words;
    }

    @Test
    void a_plan_is_asked_for_without_an_estimate_and_costs_nothing() {
        Shell.Result plan =
                sql("EXPLAIN " + COUNT).succeeded().printed("Fragment 0").said("plan only");
        assertThat(plan.err()).doesNotContain("will scan");
        assertThat(plan.out()).containsOnlyOnce("Query Plan");
    }

    @Test
    void an_earlier_result_is_taken_again_when_that_is_asked_for() {
        String question = COUNT + " LIMIT 7";
        sql(question).succeeded();
        String rows =
                sql(question, "--reuse", "1h").succeeded().said("cached result").out();
        assertThat(rows.lines()).hasSize(8);
    }

    @Test
    void managed_results_are_paged() {
        String rows = sql(COUNT).succeeded().out();
        aws.athena().workgroup(Workgroup.of("primary").managing());
        assertThat(sql(COUNT, "--reuse", "1h")
                        .succeeded()
                        .said("--reuse has no effect")
                        .out())
                .isEqualTo(rows);
    }

    @Test
    void results_go_where_the_settings_say_unless_the_workgroup_enforces_its_own() {
        Path mine = folder.resolve("s3").resolve(LocalAws.RESULTS).resolve("mine");
        Shell shell = shell().with("TRAILWISE_ATHENA_OUTPUT", "s3://" + LocalAws.RESULTS + "/mine/");
        shell.run("sql", "SELECT 1").succeeded();
        assertThat(mine.resolve(last() + ".csv")).exists();
        aws.athena().workgroup(primary().enforcing());
        shell.run("sql", "SELECT 1").succeeded();
        assertThat(mine.resolve(last() + ".csv")).doesNotExist();
        aws.athena().workgroup(Workgroup.of("primary"));
        shell().run("sql", "SELECT 1").exited(2).said("athena.output");
    }

    @Test
    void a_wrong_column_is_shown_where_its_author_wrote_it() throws IOException {
        Files.writeString(folder.resolve("q.sql"), "SELECT eventname,\n       evntname\nFROM cloudtrail\n");
        shell().run("sql", "-f", "q.sql", "--yes")
                .exited(6)
                .printedExactly("")
                .said("q.sql:2:8: Column 'evntname' cannot be resolved", "\n       evntname\n       ^")
                .said("not billed (query failed)");
    }

    @Test
    void a_table_that_is_not_there_is_told_with_the_command_that_makes_it() {
        shell().with("TRAILWISE_TABLE_NAME", "elsewhere")
                .run("sql", "SELECT 1 FROM cloudtrail")
                .exited(6)
                .said("elsewhere", "trailwise table create");
    }

    /** The sizes of closed days are not listed again: files that came late are found when they are scanned. */
    @Test
    void a_scan_that_passes_the_budget_is_stopped_and_its_bill_said() throws IOException {
        List<String> day = List.of("sql", COUNT, "--from", "2026-10-03", "--to", "2026-10-03", "--late-days", "0");
        String json = run(day, "--dry-run", "--format", "json").succeeded().out();
        long bytes = new ObjectMapper().readTree(json).get("bytes").asLong();
        deliverAgain("2026/10/03");
        aws.athena().next(Course.SWIFT.running(Duration.ofSeconds(20)));

        run(day, "--max-scan", String.valueOf(bytes))
                .exited(5)
                .printedExactly("")
                .said(
                        "the query was stopped because it had scanned",
                        "billed $0.00005 for 10.0 MB",
                        "before it was stopped");
        assertThat(aws.athena().state(last())).isEqualTo("CANCELLED");
    }

    @Test
    void the_cutoff_of_the_workgroup_is_known_before() {
        aws.athena().workgroup(primary().withCutoff(10_000));
        int before = aws.athena().started().size();
        sql(COUNT).exited(5).said("stops queries of the workgroup primary at 10.0 kB");
        assertThat(aws.athena().started()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "engine"})
    void a_workgroup_that_cannot_answer_is_told_before_anything_runs(String what) {
        int before = aws.athena().started().size();
        aws.athena()
                .workgroup(
                        what.equals("disabled")
                                ? primary().disabled()
                                : primary().withEngine("PySpark engine version 3"));
        sql(COUNT).exited(2).said("workgroup primary", "athena.workgroup");
        assertThat(aws.athena().started()).hasSize(before);
    }

    @Test
    void rows_within_rows_read_as_from_the_local_engine() {
        String identities = "SELECT eventid, useridentity, tlsdetails FROM cloudtrail"
                + " WHERE useridentity.sessioncontext.webidfederationdata.federatedprovider IS NULL";
        List<String> all = new ArrayList<>(List.of("sql", identities, "--format", "ndjson"));
        all.addAll(DAY);
        Shell.Result local =
                run(all, "--logs", folder.resolve("s3").resolve(LocalAws.TRAIL).toString(), "--no-cache");
        assertThat(sorted(run(all, "--engine", "athena").succeeded())).isEqualTo(sorted(local.succeeded()));
    }

    @Test
    void an_athena_that_is_down_is_told_and_nothing_is_started() {
        shell().with("AWS_ENDPOINT_URL_ATHENA", "http://127.0.0.1:1")
                .run("sql", COUNT)
                .exited(7)
                .printedExactly("")
                .said("Amazon Athena could not be reached", "AWS_ENDPOINT_URL");
    }

    private static void deliverAgain(String day) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("s3").resolve(LocalAws.TRAIL))) {
            for (Path file : files.filter(file -> file.toString().contains("/" + day + "/")
                            && file.toString().endsWith(".json.gz"))
                    .toList()) {
                Files.copy(
                        file, file.resolveSibling(file.getFileName().toString().replace(".json.gz", "x.json.gz")));
            }
        }
    }

    private static Workgroup primary() {
        return Workgroup.of("primary").withOutput("s3://" + LocalAws.RESULTS + "/athena/");
    }

    private static String last() {
        List<String> started = aws.athena().started();
        return started.get(started.size() - 1);
    }

    private static List<String> sorted(Shell.Result result) {
        return result.out().lines().sorted().toList();
    }

    private static Shell.Result sql(String sql, String... more) {
        List<String> words = new ArrayList<>(List.of("sql", sql, "--format", "csv"));
        words.addAll(DAY);
        return run(words, more);
    }

    private static Shell.Result run(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return shell().run(all.toArray(String[]::new));
    }

    private static Shell shell() {
        Shell shell = new Shell(folder);
        aws.environment().forEach(shell::with);
        return shell;
    }
}
