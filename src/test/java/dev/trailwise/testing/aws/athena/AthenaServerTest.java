package dev.trailwise.testing.aws.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.testing.aws.athena.Course.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.AthenaException;
import software.amazon.awssdk.services.athena.model.BatchGetNamedQueryResponse;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/** The stand-in of Athena behaves as its reference says, seen through the real client. */
class AthenaServerTest {
    private static final Instant NOW = Instant.parse("2026-10-11T08:00:00Z");
    private static final String TABLE = "\"security\".\"cloudtrail_logs\"";
    private static final String COUNT = "SELECT count(*) AS n FROM " + TABLE;

    @TempDir
    static Path folder;

    private static LocalAws aws;
    private static AthenaClient client;

    @BeforeAll
    static void serve() {
        aws = new LocalAws(folder, Clock.fixed(NOW, ZoneOffset.UTC)).withTables();
        client = AthenaClient.builder()
                .endpointOverride(URI.create(aws.athena().service().url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        aws.close();
    }

    @BeforeEach
    @AfterEach
    void ordinaryWorkgroup() {
        aws.athena().workgroup(Workgroup.of("primary").withOutput("s3://" + LocalAws.RESULTS + "/athena/"));
    }

    @Test
    void a_query_is_run_over_the_objects_and_its_bytes_are_those_of_the_partitions_it_asks_for() {
        QueryExecution all = run(COUNT);
        QueryExecution day = run("SELECT count(*) AS n FROM (SELECT * FROM " + TABLE
                + " WHERE account IN ('222233334444') AND day BETWEEN '2026/10/07' AND '2026/10/07') AS c");

        assertThat(all.status().state()).isEqualTo(QueryExecutionState.SUCCEEDED);
        assertThat(rows(all)).containsExactly(List.of("n"), List.of("15608"));
        assertThat(all.statistics().dataScannedInBytes()).isGreaterThan(1_000_000);
        assertThat(day.statistics().dataScannedInBytes())
                .isBetween(1L, all.statistics().dataScannedInBytes() / 10);
    }

    @Test
    void the_result_lies_in_s3_with_nulls_told_from_empty_text() {
        QueryExecution run = run("SELECT * FROM (VALUES ('a\"b', NULL, ''), ('c', 'd\n,', NULL)) AS t (x, y, \"Z\")");

        assertThat(run.resultConfiguration().outputLocation())
                .isEqualTo("s3://" + LocalAws.RESULTS + "/athena/" + run.queryExecutionId() + ".csv");
        assertThat(folder.resolve(LocalAws.RESULTS).resolve("athena").resolve(run.queryExecutionId() + ".csv"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("\"x\",\"y\",\"Z\"\n\"a\"\"b\",,\"\"\n\"c\",\"d\n,\",\n");
        assertThat(rows(run).get(1)).containsExactly("a\"b", null, "");
    }

    @Test
    void results_are_paged_and_their_types_are_in_athenas_words() {
        QueryExecution run = run("SELECT eventname, count(*) AS n, max(from_iso8601_timestamp(eventtime)) AS last,"
                + " array_agg(DISTINCT awsregion) AS regions FROM " + TABLE + " GROUP BY 1");
        GetQueryResultsResponse first = client.getQueryResults(
                request -> request.queryExecutionId(run.queryExecutionId()).maxResults(5));

        assertThat(first.resultSet().rows()).hasSize(5);
        assertThat(first.nextToken()).isNotEmpty();
        assertThat(first.resultSet().resultSetMetadata().columnInfo())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly("eventname varchar", "n bigint", "last timestamp with time zone", "regions array");
        assertThat(rows(run)).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    @Test
    void the_same_token_starts_one_query_and_other_words_under_it_are_refused() {
        String token = UUID.randomUUID().toString();
        String first = client.startQueryExecution(query("SELECT 1").andThen(r -> r.clientRequestToken(token)))
                .queryExecutionId();
        String second = client.startQueryExecution(query("SELECT 1").andThen(r -> r.clientRequestToken(token)))
                .queryExecutionId();

        assertThat(second).isEqualTo(first);
        assertThatThrownBy(
                        () -> client.startQueryExecution(query("SELECT 2").andThen(r -> r.clientRequestToken(token))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Idempotent parameters do not match");
    }

    @Test
    void a_reply_that_is_lost_does_not_lose_the_query() {
        int before = aws.athena().started().size();
        aws.athena().service().cutNext("StartQueryExecution");

        assertThat(run("SELECT 3").status().state()).isEqualTo(QueryExecutionState.SUCCEEDED);
        assertThat(aws.athena().started()).hasSize(before + 1);
    }

    @Test
    void what_is_no_sql_is_refused_at_once_and_what_is_wrong_with_names_fails_the_query() {
        assertThatThrownBy(() -> run("SELEC 1")).isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
            assertThat(refused.athenaErrorCode()).isEqualTo("MALFORMED_QUERY");
            assertThat(refused.getMessage()).contains("line 1:1:");
        });
        QueryExecution column = run("SELECT 1,\n   eventnam FROM " + TABLE);
        QueryExecution table = run("SELECT 1 FROM \"security\".\"nothing\"");

        assertThat(column.status().state()).isEqualTo(QueryExecutionState.FAILED);
        assertThat(column.status().stateChangeReason())
                .startsWith("COLUMN_NOT_FOUND: line 2:4: Column 'eventnam' cannot be resolved");
        assertThat(column.statistics().dataScannedInBytes()).isZero();
        assertThat(table.status().stateChangeReason())
                .isEqualTo("TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.security.nothing' does not exist");
        assertThat(table.status().athenaError().errorType()).isEqualTo(1110);
    }

    @Test
    void a_query_can_be_stopped_and_has_scanned_a_part() throws InterruptedException {
        aws.athena().next(Course.SWIFT.running(Duration.ofSeconds(30)));
        String id = client.startQueryExecution(query(COUNT)).queryExecutionId();
        while (aws.athena().scanned(id) == 0) {
            Thread.sleep(10);
        }
        client.stopQueryExecution(request -> request.queryExecutionId(id));

        QueryExecution stopped = ended(id);
        assertThat(stopped.status().state()).isEqualTo(QueryExecutionState.CANCELLED);
        assertThat(stopped.statistics().dataScannedInBytes()).isBetween(1L, 1_000_000L);
    }

    @Test
    void a_query_goes_back_to_the_queue_or_fails_half_way_when_it_is_told_to() {
        aws.athena().next(Course.SWIFT.running(Duration.ofMillis(300)).goingBack());
        String id = client.startQueryExecution(query(COUNT)).queryExecutionId();
        assertThat(states(id)).containsSubsequence("RUNNING", "QUEUED", "RUNNING", "SUCCEEDED");

        aws.athena().next(Course.SWIFT.failing(new Fault(1, 233, true, "INTERNAL_ERROR: try again")));
        QueryExecution failed = run(COUNT);
        assertThat(failed.status().state()).isEqualTo(QueryExecutionState.FAILED);
        assertThat(failed.status().athenaError().retryable()).isTrue();
    }

    @Test
    void the_settings_of_the_workgroup_hold() {
        Workgroup primary = Workgroup.of("primary");
        aws.athena().workgroup(primary);
        assertThatThrownBy(() -> run("SELECT 1")).hasMessageContaining("No output location provided");
        aws.athena().workgroup(primary.disabled());
        assertThatThrownBy(() -> run("SELECT 1")).hasMessageContaining("is disabled");
        aws.athena()
                .workgroup(primary.withOutput("s3://" + LocalAws.RESULTS + "/").withCutoff(10_000_000));
        assertThat(client.getWorkGroup(request -> request.workGroup("primary"))
                        .workGroup()
                        .configuration()
                        .bytesScannedCutoffPerQuery())
                .isEqualTo(10_000_000);
        aws.athena()
                .workgroup(primary.withOutput("s3://" + LocalAws.RESULTS + "/").withCutoff(100_000));
        assertThat(run(COUNT).status().stateChangeReason()).contains("Bytes scanned limit was exceeded");

        aws.athena().workgroup(primary.managing());
        QueryExecution managed = run("SELECT 1 AS one");
        assertThat(managed.resultConfiguration().outputLocation()).isNull();
        assertThat(rows(managed)).containsExactly(List.of("one"), List.of("1"));
    }

    @Test
    void a_result_is_used_again_within_its_age() {
        String sql = "SELECT count(*) AS again FROM " + TABLE;
        run(sql);
        QueryExecution again = ended(client.startQueryExecution(query(sql)
                        .andThen(request ->
                                request.resultReuseConfiguration(reuse -> reuse.resultReuseByAgeConfiguration(
                                        age -> age.enabled(true).maxAgeInMinutes(60)))))
                .queryExecutionId());

        assertThat(again.statistics().dataScannedInBytes()).isZero();
        assertThat(again.statistics().resultReuseInformation().reusedPreviousResult())
                .isTrue();
        assertThat(rows(again)).containsExactly(List.of("again"), List.of("15608"));
    }

    @Test
    void a_result_that_was_deleted_is_not_found() {
        QueryExecution run = run("SELECT 4");
        aws.athena().deleteResult(run.queryExecutionId());

        assertThatThrownBy(() -> rows(run)).hasMessageContaining("Could not find results");
    }

    @Test
    void named_queries_are_kept_and_paged() {
        List<String> ids = java.util.stream.IntStream.range(0, 60)
                .mapToObj(n -> client.createNamedQuery(request -> request.name("q" + n)
                                .database("security")
                                .queryString("SELECT " + n)
                                .workGroup("primary"))
                        .namedQueryId())
                .toList();
        client.updateNamedQuery(request ->
                request.namedQueryId(ids.get(3)).name("q3").description("d").queryString("SELECT 'new'"));
        client.deleteNamedQuery(request -> request.namedQueryId(ids.get(4)));

        List<String> listed = client.listNamedQueriesPaginator(request -> request.workGroup("primary")).stream()
                .flatMap(page -> page.namedQueryIds().stream())
                .toList();
        BatchGetNamedQueryResponse got = client.batchGetNamedQuery(request -> request.namedQueryIds(ids.subList(3, 5)));

        assertThat(listed).hasSize(59);
        assertThat(got.namedQueries()).extracting(query -> query.queryString()).containsExactly("SELECT 'new'");
        assertThat(got.unprocessedNamedQueryIds()).hasSize(1);
    }

    private static Consumer<StartQueryExecutionRequest.Builder> query(String sql) {
        return request -> request.queryString(sql).workGroup("primary");
    }

    private static QueryExecution run(String sql) throws AthenaException {
        return ended(client.startQueryExecution(query(sql)).queryExecutionId());
    }

    private static QueryExecution ended(String id) {
        states(id);
        return client.getQueryExecution(request -> request.queryExecutionId(id)).queryExecution();
    }

    private static List<String> states(String id) {
        List<String> states = new java.util.ArrayList<>();
        String state = "";
        while (!List.of("SUCCEEDED", "FAILED", "CANCELLED").contains(state)) {
            String now = client.getQueryExecution(request -> request.queryExecutionId(id))
                    .queryExecution()
                    .status()
                    .stateAsString();
            if (!now.equals(state)) {
                states.add(now);
            }
            state = now;
        }
        return states;
    }

    private static List<List<String>> rows(QueryExecution run) {
        return client
                .getQueryResultsPaginator(request ->
                        request.queryExecutionId(run.queryExecutionId()).maxResults(20))
                .stream()
                .flatMap(page -> page.resultSet().rows().stream())
                .map(row -> row.data().stream().map(Datum::varCharValue).toList())
                .toList();
    }
}
