package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.FileProblem;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.testing.TestLimits;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineTest {
    private static final String EVENTS = "\"sec\".\"events\"";

    @TempDir
    Path root;

    private Collected ask(String sql) {
        return ask(sql, Questions.EVERYTHING);
    }

    private Collected ask(String sql, Scope scope) {
        try (LocalEngine engine = LocalEngine.open(root, Optional.empty(), TestLimits.enough(), Clock.systemUTC())) {
            return Collected.of(engine.start(Questions.ask(sql, scope)));
        }
    }

    @Test
    void try_does_not_make_a_limit_of_the_local_engine_a_null() throws Exception {
        new Logs(root, 1).write(1, 1, 2);
        String path = "lax $" + "[0 to last, 0 to last]".repeat(40);

        assertThatThrownBy(() -> ask("SELECT TRY(json_exists('[1, 2' || substr(eventid, 1, 0) || ']', '" + path
                        + "')) FROM " + EVENTS))
                .hasMessageContaining("a JSON path of so many steps cannot be answered by the local engine");
        assertThatThrownBy(() -> ask("SELECT max_by(if(eventid = 'x', 1), eventid, 1) FROM " + EVENTS))
                .hasMessageContaining("max_by of several values, one of them NULL, cannot be answered");
        assertThatThrownBy(() -> ask("SELECT TRY(date_trunc('day', CAST(substr(eventtime, 1, 10)"
                        + " || ' 10:00:00.000 Asia/Tokyo' AS timestamp(3) with time zone))) FROM " + EVENTS))
                .hasMessageContaining("cannot be answered by the local engine");
    }

    @Test
    void counts_the_events_of_a_folder_and_says_what_it_read() {
        new Logs(root, 1).write(3, 2, 700);

        Collected counted = ask("SELECT count(*) AS n FROM " + EVENTS);

        assertThat(counted.rows).containsExactly(List.of(16_800L));
        assertThat(counted.finished).isTrue();
        assertThat(counted.answer().rows()).isEqualTo(1);
        assertThat(counted.coverage().events()).isEqualTo(16_800);
        assertThat(counted.coverage().files()).isEqualTo(24);
        assertThat(counted.coverage().duplicates()).hasValue(0);
        assertThat(counted.coverage().days()).hasToString("Optional[DayRange[first=2026/11/01, last=2026/11/03]]");
        assertThat(counted.coverage().regions()).extracting(Region::code).containsExactly("eu-west-1", "us-east-1");
    }

    @Test
    void a_scope_keeps_files_shut_by_their_path() throws Exception {
        Logs logs = new Logs(root, 2).write(3, 2, 10);
        Files.writeString(logs.path("111122223333", "eu-west-1", Logs.FIRST_DAY, 7), "not gzip, and never opened");
        Scope scope = new Scope(
                new TimeRange(Instant.parse("2026-11-02T00:00:00Z"), Instant.parse("2026-11-03T00:00:00Z")),
                new TreeSet<>(List.of(new AccountId("111122223333"))),
                new TreeSet<>(List.of(new Region("us-east-1"))),
                0);

        Collected counted = ask("SELECT count(*) AS n FROM " + EVENTS, scope);

        assertThat(counted.rows).containsExactly(List.of(20L));
        assertThat(counted.coverage().files()).isEqualTo(2);
        assertThat(counted.coverage().problems()).isEmpty();
        assertThat(counted.coverage().available().days()).hasToString("[2026/11/01, 2026/11/02, 2026/11/03]");
    }

    @Test
    void a_damaged_file_is_named_and_its_good_events_count() throws Exception {
        Logs logs = new Logs(root, 3).write(1, 1, 100);
        Path cut = logs.path("111122223333", "us-east-1", Logs.FIRST_DAY, 9);
        Logs.file(cut, logs.records("111122223333", "us-east-1", Logs.FIRST_DAY, 100));
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

        Collected counted = ask("SELECT count(*) AS n FROM " + EVENTS);

        FileProblem problem = counted.coverage().problems().get(0);
        assertThat(problem.file()).isEqualTo(cut.toString());
        assertThat(problem.eventsKept()).isBetween(1L, 99L);
        assertThat(counted.rows).containsExactly(List.of(400 + problem.eventsKept()));
    }

    @Test
    void events_delivered_twice_are_kept_and_counted() {
        Logs logs = new Logs(root, 4).write(1, 1, 10);
        String event = logs.event("111122223333", "us-east-1", Logs.FIRST_DAY);
        Logs.file(root.resolve("a.json.gz"), event);
        Logs.file(root.resolve("b.json.gz"), event + "\n" + event);

        Collected counted = ask("SELECT count(*) AS n FROM " + EVENTS);

        assertThat(counted.rows).containsExactly(List.of(43L));
        assertThat(counted.coverage().duplicates()).hasValue(2);
    }

    @Test
    void a_missing_struct_is_null_and_nested_values_have_their_declared_shape() {
        Logs.file(
                root.resolve("x.json.gz"),
                "{\"Records\":[{\"eventID\":\"1\",\"resources\":[{\"ARN\":\"a\",\"accountId\":\"1\",\"other\":2}],"
                        + "\"userIdentity\":{\"sessionContext\":{\"webIdFederationData\":{\"attributes\":"
                        + "{\"Aud\":\"x\",\"n\":2.50}}}},\"tlsDetails\":{}},{\"eventID\":\"2\",\"readOnly\":true}]}");

        Collected all =
                ask("SELECT eventid, resources, useridentity.sessioncontext.webidfederationdata.attributes AS web,"
                        + " useridentity.sessioncontext.attributes AS session, tlsdetails, readonly FROM " + EVENTS
                        + " ORDER BY eventid");

        Map<String, @Nullable Object> tls = new java.util.LinkedHashMap<>();
        List.of("tlsversion", "ciphersuite", "clientprovidedhostheader", "keyexchange")
                .forEach(key -> tls.put(key, null));
        Map<String, @Nullable Object> resource = new java.util.LinkedHashMap<>();
        resource.put("arn", "a");
        resource.put("accountid", "1");
        resource.put("type", null);
        assertThat(all.rows)
                .containsExactly(
                        Arrays.asList("1", List.of(resource), Map.of("Aud", "x", "n", "2.50"), null, tls, null),
                        Arrays.asList("2", null, null, null, null, "true"));
    }

    @Test
    void a_table_of_insights_reads_its_own_kind_of_event() {
        Logs.file(
                root.resolve("i.json.gz"),
                "{\"Records\":[{\"eventID\":\"1\",\"eventCategory\":\"Insight\",\"insightDetails\":{\"state\":\"Start\","
                        + "\"insightContext\":{\"statistics\":{\"baseline\":{\"average\":1.5}},\"attributions\":"
                        + "[{\"attribute\":\"userAgent\",\"insight\":[{\"value\":\"x\",\"average\":2}]}]}}},"
                        + "{\"eventID\":\"2\",\"eventCategory\":\"Management\"}]}");

        Collected all = ask(
                "SELECT insightdetails.insightcontext.statistics.baseline.average AS usual,"
                        + " insightdetails.insightcontext.attributions[1].insight[1].average AS first FROM \"sec\".\"insights\"");

        assertThat(all.rows).containsExactly(List.of(1.5, 2.0));
        assertThat(all.coverage().events()).isEqualTo(1);
    }

    @Test
    void a_question_of_two_tables_reads_each_file_for_both() {
        Logs.file(
                root.resolve("i.json.gz"),
                "{\"Records\":[{\"eventID\":\"1\",\"eventCategory\":\"Insight\"},{\"eventID\":\"2\"},{\"eventID\":\"3\"}]}");

        Collected all = ask("SELECT (SELECT count(*) FROM \"sec\".\"insights\") AS i, (SELECT count(*) FROM " + EVENTS
                + ") AS e, (SELECT max(eventid) FROM " + EVENTS + ") AS m");

        assertThat(all.rows).containsExactly(List.of(1L, 2L, "3"));
        assertThat(all.coverage().files()).isEqualTo(1);
        assertThat(all.coverage().events()).isEqualTo(3);
    }

    @Test
    void a_folder_without_logs_answers_with_no_events() {
        Collected counted = ask("SELECT count(*) AS n FROM " + EVENTS);

        assertThat(counted.rows).containsExactly(List.of(0L));
        assertThat(counted.coverage().available().days()).isEmpty();
    }

    @Test
    void a_limit_ends_the_reading_early() {
        new Logs(root, 5).write(6, 20, 200);

        Collected few = ask("SELECT eventname FROM " + EVENTS + " LIMIT 3");

        assertThat(few.rows).hasSize(3);
        assertThat(few.coverage().events()).isBetween(3L, 90_000L);
        assertThat(few.coverage().duplicates()).isEmpty();
    }

    @Test
    void a_failing_query_says_why_and_where() {
        new Logs(root, 6).write(1, 1, 1);

        assertThatThrownBy(() -> ask("SELECT nosuchcolumn FROM " + EVENTS))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.QUERY_FAILED))
                .hasMessageStartingWith("<sql>:1:8: there is no column nosuchcolumn here\n");
        assertThatThrownBy(() -> ask("SELECT useridentity.nosuchfield FROM " + EVENTS))
                .hasMessageStartingWith("<sql>:1:21: there is no field nosuchfield in useridentity\n");
        assertThatThrownBy(() -> ask("SELECT CAST(eventname AS INTEGER) FROM " + EVENTS))
                .hasMessageStartingWith("<sql>:1:8: the query failed: Cannot cast 'Decrypt' to INTEGER\n");
    }

    @Test
    void missing_logs_are_named() {
        Path missing = root.resolve("nowhere");
        try (LocalEngine engine = LocalEngine.open(missing, Optional.empty(), TestLimits.enough(), Clock.systemUTC())) {
            assertThatThrownBy(() -> engine.start(Questions.ask("SELECT 1")))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining(missing.toString());
        }
    }

    @Test
    void a_query_can_be_stopped_from_another_thread() {
        new Logs(root, 7).write(2, 2, 500);
        try (LocalEngine engine = LocalEngine.open(root, Optional.empty(), TestLimits.enough(), Clock.systemUTC())) {
            Execution endless = engine.start(Questions.ask("SELECT a.eventid, b.eventid, c.eventid FROM " + EVENTS
                    + " a CROSS JOIN " + EVENTS + " b CROSS JOIN " + EVENTS + " c"));
            Thread canceller = new Thread(endless::cancel);
            RowSink sink = new RowSink() {
                @Override
                public void begin(List<ResultColumn> columns) {}

                @Override
                public void row(@Nullable Object[] values) {
                    if (canceller.getState() == Thread.State.NEW) {
                        canceller.start();
                    }
                }

                @Override
                public void finish() {}
            };

            assertThatThrownBy(() -> endless.stream(sink))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
        }
    }

    @Test
    void a_query_can_be_stopped_before_its_first_row() throws Exception {
        new Logs(root, 8).write(2, 2, 500);
        try (LocalEngine engine = LocalEngine.open(root, Optional.empty(), TestLimits.enough(), Clock.systemUTC())) {
            Execution endless =
                    engine.start(Questions.ask("SELECT count(a.eventid || b.eventid || c.eventid) AS n FROM " + EVENTS
                            + " a CROSS JOIN " + EVENTS + " b CROSS JOIN " + EVENTS + " c"));
            Thread canceller = new Thread(() -> {
                LockSupport.parkNanos(300_000_000);
                endless.cancel();
            });
            canceller.start();

            assertThatThrownBy(() -> endless.stream(new Collected()))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
            canceller.join();
        }
    }

    @Test
    void a_million_rows_take_no_memory() {
        new Logs(root, 9).write(1, 1, 250);
        long[] rows = new long[1];
        RowSink counting = new RowSink() {
            @Override
            public void begin(List<ResultColumn> columns) {}

            @Override
            public void row(@Nullable Object[] values) {
                rows[0]++;
            }

            @Override
            public void finish() {}
        };
        try (LocalEngine engine = LocalEngine.open(root, Optional.empty(), TestLimits.enough(), Clock.systemUTC())) {
            engine
                    .start(Questions.ask(
                            "SELECT a.eventid, b.useragent FROM " + EVENTS + " a CROSS JOIN " + EVENTS + " b"))
                    .stream(counting);
        }

        assertThat(rows[0]).isEqualTo(1_000_000);
    }
}
