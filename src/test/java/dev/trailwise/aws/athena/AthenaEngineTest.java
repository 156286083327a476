package dev.trailwise.aws.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.engine.Execution;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RunListener;
import dev.trailwise.engine.RunResult;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.engine.RunStatus.State;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.testing.Told;
import dev.trailwise.testing.aws.JsonService;
import dev.trailwise.testing.aws.S3Server;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol, against an Athena whose every move is written down. */
class AthenaEngineTest {
    private static final String RESULT = "s3://results/query-1.csv";
    private static final PollSchedule QUICK = new PollSchedule(
            Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ZERO);

    @TempDir
    Path folder;

    private final ScriptedAthena athena = new ScriptedAthena();
    private final List<RunStatus> seen = new ArrayList<>();
    private final List<String> again = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private List<ResultColumn> columns = List.of();
    private Optional<Bytes> cutoff = Optional.empty();
    private Optional<String> output = Optional.empty();
    private Optional<Duration> reuse = Optional.empty();

    @AfterEach
    void close() {
        athena.close();
    }

    @Test
    void rows_come_from_the_file_with_the_types_of_the_metadata() throws IOException {
        athena.columns("name", "varchar", "n", "bigint").output(RESULT).then("SUCCEEDED", 12_345_678);
        write("query-1.csv", "\"name\",\"n\"\n\"a \"\"quoted\"\" name\",\"7\"\n,\"-8\"\n\"\",\n");

        RunResult answer = ask("SELECT name, n FROM t");

        assertThat(answer.rows()).isEqualTo(3);
        assertThat(columns)
                .containsExactly(new ResultColumn("name", ResultType.TEXT), new ResultColumn("n", ResultType.INTEGER));
        assertThat(rows)
                .containsExactly(
                        Arrays.asList("a \"quoted\" name", 7L), Arrays.asList(null, -8L), Arrays.asList("", null));
        assertThat(last().billed()).isEqualTo(new Bytes(13_000_000));
        assertThat(last().cost()).hasToString("$0.000065");
    }

    @Test
    void the_request_says_who_where_and_what() throws IOException {
        output = Optional.of("s3://mine/");
        reuse = Optional.of(Duration.ofHours(1));
        result();

        ask("SELECT 1");

        JsonNode start = athena.starts.get(0);
        assertThat(start.get("QueryString").asText()).isEqualTo("SELECT 1");
        assertThat(start.get("WorkGroup").asText()).isEqualTo("primary");
        assertThat(start.at("/QueryExecutionContext/Database").asText()).isEqualTo("security");
        assertThat(start.at("/ResultConfiguration/OutputLocation").asText()).isEqualTo("s3://mine/");
        assertThat(start.at("/ResultReuseConfiguration/ResultReuseByAgeConfiguration/MaxAgeInMinutes")
                        .asInt())
                .isEqualTo(60);
        assertThat(start.get("ClientRequestToken").asText()).hasSizeBetween(32, 128);
    }

    @Test
    void a_workgroup_that_enforces_its_settings_is_not_contradicted() throws IOException {
        output = Optional.of("s3://mine/");
        athena.configuration().put("EnforceWorkGroupConfiguration", true);
        result();

        ask("SELECT 1");

        assertThat(athena.starts.get(0).has("ResultConfiguration")).isFalse();
    }

    @Test
    void without_a_place_for_results_nothing_is_started() {
        athena.configuration().remove("ResultConfiguration");

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.USAGE))
                .isInstanceOfSatisfying(Failure.class, Told.with("athena.output", "primary"));
        assertThat(athena.starts).isEmpty();
    }

    @Test
    void a_disabled_workgroup_is_told_before_anything_is_started() {
        athena.workgroup.put("State", "DISABLED");

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.USAGE))
                .hasMessageContaining("is disabled");
        assertThat(athena.starts).isEmpty();
    }

    @Test
    void a_workgroup_that_may_not_be_read_is_used_all_the_same() throws IOException {
        athena.service.failNext("GetWorkGroup", 400, "AccessDeniedException");
        result();

        ask("SELECT 1");

        assertThat(rows).hasSize(1);
    }

    @Test
    void every_retry_of_a_start_carries_the_same_token() throws IOException {
        athena.service
                .failNext("StartQueryExecution", 500, "InternalServerException")
                .failNext("StartQueryExecution", 400, "TooManyRequestsException")
                .failNext("StartQueryExecution", 400, "ThrottlingException");
        result();

        ask("SELECT 1");

        assertThat(athena.service.calls())
                .filteredOn("StartQueryExecution"::equals)
                .hasSize(4);
        assertThat(athena.queries()).isEqualTo(1);
    }

    @Test
    void running_may_go_back_to_queued_and_looks_may_fail() throws IOException {
        athena.service
                .failNext("GetQueryExecution", 500, "InternalServerException")
                .failNext("GetQueryExecution", 400, "ThrottlingException");
        athena.then("QUEUED", 0).then("RUNNING", 5_000_000).then("QUEUED", 0).then("RUNNING", 9_000_000);
        result();

        ask("SELECT 1");

        assertThat(seen)
                .extracting(RunStatus::state)
                .containsExactly(
                        State.QUEUED, State.QUEUED, State.RUNNING, State.QUEUED, State.RUNNING, State.SUCCEEDED);
        assertThat(athena.queries()).isEqualTo(1);
    }

    @Test
    void a_scan_that_passes_the_budget_is_stopped_and_its_bill_known() {
        cutoff = Optional.of(new Bytes(100_000_000));
        athena.then("RUNNING", 90_000_000).then("RUNNING", 250_000_000);

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.OVER_BUDGET))
                .hasMessageContaining("250 MB")
                .isInstanceOfSatisfying(Failure.class, Told.with("--max-scan"));
        assertThat(athena.service.calls()).contains("StopQueryExecution");
        assertThat(last().state()).isEqualTo(State.CANCELLED);
        assertThat(last().cost()).hasToString("$0.0013");
    }

    @Test
    void a_query_that_is_cancelled_is_stopped_at_athena() {
        athena.then("RUNNING", 1_000_000);
        Execution[] running = new Execution[1];

        assertThatThrownBy(() -> ask("SELECT 1", execution -> running[0] = execution, status -> {
                    if (status.state() == State.RUNNING) {
                        running[0].cancel();
                    }
                }))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.INTERRUPTED));
        assertThat(athena.service.calls()).contains("StopQueryExecution");
        assertThat(last().state()).isEqualTo(State.CANCELLED);
        assertThat(last().billed()).isEqualTo(new Bytes(10_000_000));
    }

    @Test
    void what_athena_has_against_the_sql_is_shown_where_its_author_wrote_it() {
        failed(2, 1006, false, "COLUMN_NOT_FOUND: line 2:8: Column 'evntname' cannot be resolved");

        assertThatThrownBy(() -> ask("SELECT 1,\n       evntname\nFROM t"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.QUERY_FAILED))
                .hasMessage("<sql>:2:8: Column 'evntname' cannot be resolved\n       evntname\n       ^");
        assertThat(last().cost()).hasToString("$0.00");
    }

    @Test
    void kinds_of_failures_have_their_exit_codes_and_remedies() {
        assertFailure(1501, ExitCode.ACCESS, "s3:GetObject");
        assertFailure(1110, ExitCode.QUERY_FAILED, "trailwise table create");
        assertFailure(3, ExitCode.QUERY_FAILED, "more memory");
        assertFailure(206, ExitCode.QUERY_FAILED, "less time");
        assertFailure(1403, ExitCode.UNAVAILABLE, "again in a minute");
        assertFailure(1001, ExitCode.QUERY_FAILED, "error 1001");
    }

    @Test
    void a_failure_that_passes_is_started_anew_under_a_new_name() throws IOException {
        failed(1, 200, true, "GENERIC_INTERNAL_ERROR");
        result();
        write("query-2.csv", "\"x\"\n\"1\"\n");
        athena.output("s3://results/query-2.csv");

        ask("SELECT 1");

        assertThat(again).containsExactly("GENERIC_INTERNAL_ERROR");
        assertThat(athena.queries()).isEqualTo(2);
        assertThat(last().queryId()).isEqualTo("query-2");
    }

    @Test
    void a_failure_that_does_not_pass_is_given_up() {
        failed(1, 200, true, "GENERIC_INTERNAL_ERROR");

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.UNAVAILABLE))
                .hasMessageContaining("GENERIC_INTERNAL_ERROR");
        assertThat(athena.queries()).isEqualTo(3);
    }

    @Test
    void a_query_that_somebody_else_stopped_is_told() {
        athena.then("CANCELLED", 20_000_000, execution -> {
            ((ObjectNode) execution.get("Status")).put("StateChangeReason", "Query cancelled by user");
            return execution;
        });

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.QUERY_FAILED))
                .hasMessageContaining("not by this program")
                .hasMessageContaining("cancelled by user");
    }

    @Test
    void a_query_that_the_workgroup_stopped_is_told_with_its_limit() {
        athena.configuration().put("BytesScannedCutoffPerQuery", 10_000_000);
        athena.then("CANCELLED", 10_000_001);

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.OVER_BUDGET))
                .hasMessageContaining("10.0 MB");
    }

    @Test
    void managed_results_are_read_page_by_page() {
        athena.configuration().putObject("ManagedQueryResultsConfiguration").put("Enabled", true);
        athena.columns("n", "integer").then("SUCCEEDED", 0);
        for (int i = 0; i < 2500; i++) {
            athena.row(i % 10 == 0 ? null : String.valueOf(i));
        }

        assertThat(ask("SELECT n FROM t").rows()).isEqualTo(2500);

        assertThat(rows.get(0)).containsExactly((Object) null);
        assertThat(rows.get(2499)).containsExactly(2499L);
    }

    @Test
    void a_result_that_was_deleted_is_told() {
        athena.columns("x", "varchar").output("s3://results/gone.csv").then("SUCCEEDED", 0);

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.QUERY_FAILED))
                .hasMessageContaining("s3://results/gone.csv")
                .hasMessageContaining("deleted");
    }

    @Test
    void credentials_that_expire_in_the_middle_name_the_query_that_goes_on() {
        athena.then("RUNNING", 1_000_000);
        athena.service.failNext("GetQueryExecution", 400, "ExpiredTokenException");

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.ACCESS))
                .isInstanceOfSatisfying(Failure.class, Told.with("stop-query-execution --query-execution-id query-1"));
    }

    @Test
    void a_query_that_may_not_be_stopped_is_told_to_go_on() {
        cutoff = Optional.of(new Bytes(1));
        athena.then("RUNNING", 90_000_000);
        athena.service.failNext("StopQueryExecution", 400, "AccessDeniedException");

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.ACCESS))
                .hasMessageContaining("athena:StopQueryExecution")
                .hasMessageContaining("query-1 goes on at Athena");
        assertThat(last().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void a_missing_permission_is_named() {
        athena.service.failNext("StartQueryExecution", 400, "AccessDeniedException");

        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.ACCESS))
                .hasMessageContaining("athena:StartQueryExecution");
    }

    @Test
    void sql_that_athena_does_not_take_is_shown_where_its_author_wrote_it() {
        athena.service.on("StartQueryExecution", request -> {
            throw new JsonService.Refused(400, "InvalidRequestException", "line 1:8: mismatched input 'FROM'");
        });

        assertThatThrownBy(() -> ask("SELECT FROM t"))
                .isInstanceOfSatisfying(Failure.class, told(ExitCode.QUERY_FAILED))
                .hasMessageContaining("<sql>:1:8: mismatched input 'FROM'");
    }

    private void assertFailure(int type, ExitCode exit, String words) {
        athena.clear();
        failed(2, type, false, "because");
        assertThatThrownBy(() -> ask("SELECT 1"))
                .isInstanceOfSatisfying(Failure.class, told(exit))
                .isInstanceOfSatisfying(Failure.class, Told.with(words));
    }

    private void failed(int category, int type, boolean retryable, String reason) {
        athena.then("FAILED", 5_000_000, execution -> {
            ObjectNode status = (ObjectNode) execution.get("Status");
            status.put("StateChangeReason", reason);
            status.putObject("AthenaError")
                    .put("ErrorCategory", category)
                    .put("ErrorType", type)
                    .put("Retryable", retryable);
            return execution;
        });
    }

    private void result() throws IOException {
        athena.columns("x", "integer").output(RESULT).then("SUCCEEDED", 0);
        write("query-1.csv", "\"x\"\n\"1\"\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("results").resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private RunStatus last() {
        return seen.get(seen.size() - 1);
    }

    private static Consumer<Failure> told(ExitCode exit) {
        return failure -> assertThat(failure.exitCode()).isEqualTo(exit);
    }

    private RunResult ask(String sql) {
        return ask(sql, execution -> {}, status -> {});
    }

    private RunResult ask(String sql, Consumer<Execution> started, Consumer<RunStatus> watcher) {
        Map<String, String> environment = new HashMap<>();
        try (S3Server s3 = new S3Server(folder).bucket("results")) {
            environment.putAll(s3.environment());
            environment.putAll(athena.environment());
            try (AwsClients clients = new AwsClients(environment, null, Optional.empty())) {
                Workgroup workgroup = WorkgroupReader.begin(clients, "primary").workgroup();
                RunSettings terms = new RunSettings("security", output, reuse, cutoff, ScanPrice.LIST);
                AthenaEngine engine = new AthenaEngine(clients, workgroup, terms, listener(watcher), QUICK);
                CompiledQuery query =
                        new CompiledQuery(sql, new SqlSource("<sql>", sql), Scope.of(TimeRange.ALL), Map.of());
                Execution execution = engine.start(query);
                started.accept(execution);
                return execution.stream(sink());
            }
        }
    }

    private RunListener listener(Consumer<RunStatus> watcher) {
        return new RunListener() {
            @Override
            public void onStatus(RunStatus status) {
                seen.add(status);
                watcher.accept(status);
            }

            @Override
            public void onRetry(RunStatus failed, String reason) {
                again.add(reason);
            }
        };
    }

    private RowSink sink() {
        return new RowSink() {
            @Override
            public void begin(List<ResultColumn> names) {
                columns = names;
            }

            @Override
            public void row(@Nullable Object[] values) {
                rows.add(new ArrayList<>(Arrays.asList(values)));
            }

            @Override
            public void finish() {}
        };
    }
}
