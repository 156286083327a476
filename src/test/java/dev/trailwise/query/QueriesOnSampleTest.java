package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.trailwise.sample.SampleIntrusion;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The saved queries tell the story of the sample trail's intrusion, on the local engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesOnSampleTest {
    private Answers sample;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        sample = Answers.ofSample(folder);
    }

    @AfterAll
    void close() {
        sample.close();
    }

    static Stream<SavedQuery> queries() {
        return Library.shipped().all().queries().stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void it_runs_with_its_examples(SavedQuery query) {
        assertThat(sample.run(query.name(), query.exampleArguments().toArray(String[]::new)))
                .isNotNull();
    }

    /** CloudTrail Insights counted by the minute: the calls of the window's minutes, from the log itself. */
    @Test
    void an_insight_has_the_calls_of_its_window_beside_it() {
        List<Map<String, @Nullable Object>> rows = sample.run("insight-calls");

        assertThat(rows)
                .extracting(
                        row -> row.get("window_start"),
                        row -> row.get("window_end"),
                        row -> row.get("eventname"),
                        row -> row.get("principal"),
                        row -> row.get("calls"),
                        row -> row.get("principal_unusual_rate"),
                        row -> row.get("principal_usual_rate"))
                .containsExactly(
                        tuple(
                                "2026-10-07T02:18:00Z",
                                "2026-10-07T02:21:00Z",
                                "GetBucketPolicy",
                                "arn:aws:iam::222233334444:user/ci-deploy",
                                20L,
                                8.0,
                                null),
                        tuple(
                                "2026-10-07T03:05:00Z",
                                "2026-10-07T03:07:00Z",
                                "RunInstances",
                                "arn:aws:iam::222233334444:user/svc-backup",
                                4L,
                                2.0,
                                null));
    }

    @Test
    void an_insight_that_began_before_the_scope_has_its_window_by_its_duration() {
        List<Map<String, @Nullable Object>> rows = sample.run(
                "insight-calls",
                Scope.of(new TimeRange(Instant.parse("2026-10-07T03:06:00Z"), Instant.parse("2026-10-08T00:00:00Z"))));

        assertThat(rows)
                .extracting(row -> row.get("window_start"), row -> row.get("calls"))
                .containsExactly(tuple("2026-10-07T03:05:00Z", 1L));
    }

    @Test
    void summaries_of_data_events_count_what_the_data_events_say() {
        List<Map<String, @Nullable Object>> rows = sample.run("aggregated-activity");

        assertThat(rows)
                .extracting(
                        row -> row.get("counted_by"),
                        row -> row.get("value"),
                        row -> row.get("detail"),
                        row -> row.get("events"),
                        row -> row.get("windows"))
                .containsExactly(
                        tuple("eventName", "GetObject", "resourceARN", (long) SampleIntrusion.OBJECTS_READ, 4L),
                        tuple(
                                "resourceARN",
                                "arn:aws:s3:::example-customer-exports",
                                "eventName",
                                (long) SampleIntrusion.OBJECTS_READ,
                                4L));
    }

    @Test
    void a_summary_is_of_the_scope_in_which_its_window_begins() {
        assertThat(sample.run(
                        "aggregated-activity",
                        Scope.of(new TimeRange(
                                Instant.parse("2026-10-07T03:35:00Z"), Instant.parse("2026-10-07T03:45:00Z")))))
                .extracting(row -> row.get("events"))
                .containsExactly(150L, 150L);
    }

    @Test
    void the_leaked_key_is_used_by_its_owner_and_by_a_thief() {
        List<Map<String, @Nullable Object>> calls =
                sample.run("key-activity", "access_key=" + SampleIntrusion.LEAKED_KEY);
        List<Map<String, @Nullable Object>> stolen = where(calls, "sourceipaddress", SampleIntrusion.THIEF_IP);
        assertThat(stolen).hasSize(SampleIntrusion.THIEF_CALLS);
        assertThat(stolen.get(0)).containsEntry("eventtime", SampleIntrusion.FIRST_CALL.toString());
        assertThat(sample.run("key-sources", "access_key=" + SampleIntrusion.LEAKED_KEY))
                .extracting(row -> row.get("sourceipaddress"))
                .contains(SampleIntrusion.CI_IP, SampleIntrusion.THIEF_IP);
        assertThat(total(sample.run("key-denied", "access_key=" + SampleIntrusion.LEAKED_KEY), "calls"))
                .isEqualTo(SampleIntrusion.THIEF_DENIED);
        assertThat(sample.run("key-owner", "access_key=" + SampleIntrusion.BACKDOOR_KEY))
                .extracting(row -> row.get("relation"), row -> row.get("principal"), row -> row.get("issued_with"))
                .containsExactly(
                        tuple("used by", user(SampleIntrusion.BACKDOOR_USER), null),
                        tuple("issued by", user(SampleIntrusion.LEAKED_USER), "CreateAccessKey"));
    }

    @Test
    void the_thief_looks_around_and_is_denied() {
        for (String query : List.of("discovery-burst", "access-denied-burst")) {
            assertThat(sample.run(query))
                    .as(query)
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("principal", user(SampleIntrusion.LEAKED_USER))
                            .containsEntry("sourceipaddress", SampleIntrusion.THIEF_IP));
        }
        assertThat(total(sample.run("access-denied", "principal=" + SampleIntrusion.LEAKED_USER), "calls"))
                .isEqualTo(SampleIntrusion.THIEF_DENIED);
    }

    @Test
    void a_user_with_all_rights_and_a_key_is_made() {
        assertThat(where(sample.run("iam-policy-escalation"), "errorcode", null))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("target", SampleIntrusion.BACKDOOR_USER)
                        .containsEntry("admin", true));
        assertThat(where(sample.run("iam-keys-created"), "errorcode", null))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("new_key", SampleIntrusion.BACKDOOR_KEY)
                        .containsEntry("for_user", SampleIntrusion.BACKDOOR_USER)
                        .containsEntry("for_another", true));
        assertThat(sample.run("principal-activity", "principal=" + SampleIntrusion.BACKDOOR_USER))
                .hasSize(SampleIntrusion.BACKDOOR_CALLS);
        assertThat(sample.run("iam-credentials-changed", "user=" + SampleIntrusion.LEAKED_USER))
                .extracting(row -> row.get("eventtime"))
                .contains(SampleIntrusion.KEY_DISABLED.toString());
    }

    @Test
    void the_trail_is_stopped_and_the_protected_one_is_not() {
        List<Map<String, @Nullable Object>> tampering = sample.run("cloudtrail-tampering");
        assertThat(tampering.get(0))
                .containsEntry("eventname", "StopLogging")
                .containsEntry("eventtime", SampleIntrusion.LOGGING_STOPPED.toString())
                .containsEntry("principal", user(SampleIntrusion.BACKDOOR_USER))
                .containsEntry("errorcode", null);
        assertThat(tampering).extracting(row -> row.get("errorcode")).contains("AccessDenied");
    }

    @Test
    void a_fleet_starts_in_an_unused_region_and_is_terminated() {
        List<Map<String, @Nullable Object>> launches =
                where(sample.run("ec2-launches"), "awsregion", SampleIntrusion.UNUSED_REGION.code());
        assertThat(instances(launches)).containsExactlyInAnyOrderElementsOf(SampleIntrusion.FLEET);
        List<Map<String, @Nullable Object>> ended = where(
                sample.run("terminate-instances", "principal=alice"),
                "awsregion",
                SampleIntrusion.UNUSED_REGION.code());
        assertThat(instances(ended)).containsExactlyInAnyOrderElementsOf(SampleIntrusion.FLEET);
        assertThat(sample.run("ec2-events", "instance=" + SampleIntrusion.FLEET.get(0)))
                .extracting(row -> row.get("eventname"))
                .containsSubsequence("RunInstances", "TerminateInstances");
        assertThat(sample.run("unused-regions", "allowed_regions=us-east-1,eu-central-1,us-west-2", "reads=false"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("awsregion", SampleIntrusion.UNUSED_REGION.code())
                        .containsEntry("principal", user(SampleIntrusion.BACKDOOR_USER)));
    }

    @Test
    void a_bucket_is_read_out() {
        assertThat(sample.run("s3-bulk-download"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("bucket", SampleIntrusion.BUCKET)
                        .containsEntry("sourceipaddress", SampleIntrusion.BACKDOOR_IP)
                        .containsEntry("objects", (long) SampleIntrusion.OBJECTS_READ)
                        .containsEntry("bytes_out", SampleIntrusion.BYTES_READ));
        assertThat(where(
                        sample.run("s3-data-access", "bucket=" + SampleIntrusion.BUCKET),
                        "principal",
                        user(SampleIntrusion.BACKDOOR_USER)))
                .anySatisfy(row -> assertThat(row).containsEntry("bytes_out", SampleIntrusion.BYTES_READ));
        assertThat(sample.run("secrets-read", "principal=" + SampleIntrusion.BACKDOOR_USER))
                .isNotEmpty();
    }

    @Test
    void root_signs_in_without_mfa_and_its_session_key_is_explained() {
        assertThat(sample.run("console-login-no-mfa"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("eventtime", SampleIntrusion.ROOT_SIGN_IN.toString())
                        .containsEntry("sourceipaddress", SampleIntrusion.ROOT_IP));
        List<Map<String, @Nullable Object>> session =
                where(sample.run("root-activity"), "accesskeyid", SampleIntrusion.ROOT_SESSION_KEY);
        assertThat(session)
                .hasSize(SampleIntrusion.ROOT_CALLS)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("credentials", "temporary: a console session, no key of the account"));
        assertThat(sample.run("console-login-failures", "min_failures=2"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("failures", 2L)
                        .containsEntry("last_success", SampleIntrusion.ROOT_SIGN_IN.toString()));
        assertThat(sample.run("principal-activity", "principal=root")).hasSameSizeAs(sample.run("root-activity"));
    }

    @Test
    void a_person_is_found_by_the_name_of_the_session_whatever_its_case() {
        assertThat(sample.run("principal-activity", "principal=Alice")).isNotEmpty();
        assertThat(sample.search(Map.of(SearchField.USER, List.of("ALICE"))))
                .hasSameSizeAs(sample.run("principal-activity", "principal=alice"));
    }

    @Test
    void an_address_or_its_network_finds_the_same_calls() {
        assertThat(sample.run("ip-activity", "ip=" + SampleIntrusion.THIEF_IP)).hasSize(SampleIntrusion.THIEF_CALLS);
        assertThat(sample.run("ip-activity", "ip=203.0.113.64/29")).hasSize(SampleIntrusion.THIEF_CALLS);
        assertThat(sample.search(Map.of(SearchField.IP, List.of("203.0.113.64/29"))))
                .hasSize(SampleIntrusion.THIEF_CALLS);
        assertThat(total(sample.run("ip-accounts", "ip=" + SampleIntrusion.THIEF_IP), "calls"))
                .isEqualTo(SampleIntrusion.THIEF_CALLS);
        assertThat(sample.run("public-ip-calls"))
                .extracting(row -> row.get("sourceipaddress"))
                .contains(SampleIntrusion.THIEF_IP, SampleIntrusion.BACKDOOR_IP, SampleIntrusion.ROOT_IP)
                .noneMatch(address -> String.valueOf(address).startsWith("10."))
                .noneMatch(address -> String.valueOf(address).endsWith(".amazonaws.com"));
        assertThat(sample.run("public-ip-calls", "known=203.0.113.0/24"))
                .extracting(row -> row.get("sourceipaddress"))
                .contains(SampleIntrusion.BACKDOOR_IP)
                .doesNotContain(SampleIntrusion.THIEF_IP);
    }

    @Test
    void a_search_finds_what_the_saved_queries_find() {
        assertThat(sample.search(Map.of(
                        SearchField.ACCESS_KEY,
                        List.of(SampleIntrusion.LEAKED_KEY),
                        SearchField.IP,
                        List.of(SampleIntrusion.THIEF_IP))))
                .hasSize(SampleIntrusion.THIEF_CALLS);
        assertThat(sample.search(Map.of(
                        SearchField.ACCESS_KEY,
                        List.of("AKIAIOSFODNN7*"),
                        SearchField.ERROR,
                        List.of("accessdenied*", "*unauthorized*"))))
                .hasSize(SampleIntrusion.THIEF_DENIED);
        assertThat(sample.search(Map.of(
                        SearchField.RESOURCE,
                        List.of(SampleIntrusion.BUCKET),
                        SearchField.EVENT_NAME,
                        List.of("getobject"),
                        SearchField.ERROR,
                        List.of("none"),
                        SearchField.USER,
                        List.of(SampleIntrusion.BACKDOOR_USER),
                        SearchField.READ_ONLY,
                        List.of())))
                .hasSize(SampleIntrusion.OBJECTS_READ);
        assertThat(sample.search(
                        Map.of(
                                SearchField.EVENT_NAME,
                                List.of("ConsoleLogin"),
                                SearchField.USER,
                                List.of("root"),
                                SearchField.ERROR,
                                List.of("any")),
                        "eventtime",
                        "useridentity.type"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsOnlyKeys("eventtime", "useridentity.type"));
    }

    @Test
    void repeats_are_dropped_when_asked_and_only_they() {
        SqlText count = SqlText.of(new SqlSource("<sql>", "SELECT count(*) AS events FROM cloudtrail"));
        assertThat(sample.rows(count, Answers.EVERYTHING, DuplicatePolicy.KEPT))
                .containsExactly(Map.of("events", (long) SampleTrail.EVENTS));
        assertThat(sample.rows(count, Answers.EVERYTHING, DuplicatePolicy.DROPPED))
                .containsExactly(Map.of("events", (long) SampleTrail.EVENTS - SampleTrail.REPEATED));
    }

    private static String user(String name) {
        return "arn:aws:iam::" + SampleTrail.PRODUCTION + ":user/" + name;
    }

    private static List<Map<String, @Nullable Object>> where(
            List<Map<String, @Nullable Object>> rows, String column, @Nullable Object value) {
        return rows.stream()
                .filter(row -> Objects.equals(row.get(column), value))
                .toList();
    }

    private static long total(List<Map<String, @Nullable Object>> rows, String column) {
        return rows.stream()
                .mapToLong(row -> (Long) Objects.requireNonNull(row.get(column)))
                .sum();
    }

    private static Set<String> instances(List<Map<String, @Nullable Object>> rows) {
        return rows.stream()
                .flatMap(row ->
                        Arrays.stream(String.valueOf(row.get("instances")).split(", ")))
                .filter(instance -> !instance.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
