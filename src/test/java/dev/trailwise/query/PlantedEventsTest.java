package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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

/**
 * Each saved query finds the events that are planted for it and no others. An event of {@code src/test/resources/queries}
 * names in {@code expected} the queries that find it; what it leaves out has the values of {@link #completed}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedEventsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path EVENTS = Path.of("src/test/resources/queries");
    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    /** Read other tables too; QueriesOnSampleTest has what they find. */
    private static final Set<String> OTHER_TABLES = Set.of("insight-calls", "aggregated-activity");

    private static final Set<String> OTHER_KINDS = Set.of("NetworkActivity", "Insight");
    private static final Predicate<JsonNode> ALL = Predicate.not(PlantedEventsTest::isOfOtherKind);
    private static final Predicate<JsonNode> WRITES = Predicate.not(PlantedEventsTest::isRead);

    /** Queries that find so much that the events do not name them. */
    private static final Map<String, Predicate<JsonNode>> BROAD = Map.ofEntries(
            Map.entry("top-accounts", ALL),
            Map.entry("top-events", ALL),
            Map.entry("top-ips", ALL),
            Map.entry("top-principals", ALL),
            Map.entry("top-services", ALL),
            Map.entry("timeline", ALL),
            Map.entry("principal-summary", ALL),
            Map.entry("errors-top", ALL.and(event -> event.has("errorCode"))),
            Map.entry(
                    "access-keys",
                    event -> event.at("/userIdentity/accessKeyId").isTextual()),
            Map.entry(
                    "public-ip-calls",
                    ALL.and(event -> Character.isDigit(
                            event.path("sourceIPAddress").asText().charAt(0)))),
            Map.entry("ec2-events", of("ec2").and(WRITES)),
            Map.entry("iam-changes", of("iam").and(WRITES).and(event -> !event.has("errorCode"))));

    private static final Map<String, List<String>> ARGUMENTS = Map.of(
            "s3-bulk-download", List.of("min_objects=2"),
            "vpce-activity", List.of("endpoint=vpce-1"),
            "vpce-foreign-credentials", List.of("own_accounts=444455556666"),
            "volume-anomaly", List.of("since=2026-11-01", "factor=30", "min_calls=3"));

    /** Columns that are a field of the event. */
    private static final Map<String, String> FIELDS = Map.of(
            "eventsource", "/eventSource",
            "eventname", "/eventName",
            "awsregion", "/awsRegion",
            "sourceipaddress", "/sourceIPAddress",
            "errorcode", "/errorCode",
            "useragent", "/userAgent",
            "account", "/recipientAccountId",
            "accesskeyid", "/userIdentity/accessKeyId");

    private final List<ObjectNode> events = new ArrayList<>();
    private Answers trail;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    events.add(completed((ObjectNode) JSON.readTree(line)));
                }
            }
        }
        String records = events.stream()
                .map(event -> event.deepCopy().without("expected").toString())
                .collect(Collectors.joining(",\n", "{\"Records\":[", "]}"));
        Files.writeString(folder.resolve("events.json"), records);
        trail = Answers.of(folder);
    }

    private ObjectNode completed(ObjectNode event) throws IOException {
        JsonNode defaults = JSON.readTree("""
                {"eventVersion":"1.11","awsRegion":"us-east-1","recipientAccountId":"111122223333",
                 "sourceIPAddress":"192.0.2.1","userAgent":"aws-cli/2.31.0","readOnly":false,"eventType":"AwsApiCall",
                 "eventCategory":"Management","userIdentity":{"type":"IAMUser","principalId":"AIDATESTER",
                 "arn":"arn:aws:iam::111122223333:user/tester","accountId":"111122223333","userName":"tester"}}
                """);
        defaults.properties().forEach(field -> event.putIfAbsent(field.getKey(), field.getValue()));
        event.putIfAbsent("eventID", event.textNode("event-" + events.size()));
        event.putIfAbsent(
                "eventTime", event.textNode(START.plusSeconds(events.size()).toString()));
        return event;
    }

    @AfterAll
    void close() {
        trail.close();
    }

    static Stream<SavedQuery> queries() {
        return Library.shipped().all().queries().stream()
                .filter(query -> query.detection().isEmpty() && !OTHER_TABLES.contains(query.name()))
                .filter(query -> !Set.of("new-identities", "address-changes").contains(query.name()));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void it_finds_its_planted_events_and_only_those(SavedQuery query) {
        List<ObjectNode> expected = expected(query.name());
        assertThat(expected).as("events planted for %s", query.name()).isNotEmpty();
        assertThat(expected.size()).as("near misses").isLessThan(events.size());

        List<Map<String, @Nullable Object>> rows = trail.run(
                query.name(),
                ARGUMENTS.getOrDefault(query.name(), query.exampleArguments()).toArray(String[]::new));

        if (rows.stream().anyMatch(row -> row.containsKey("eventid"))) {
            assertThat(rows)
                    .extracting(row -> row.get("eventid"))
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .map(event -> (Object) event.get("eventID").asText())
                            .toList());
        } else {
            assertThat(rows).as("rows that count calls").isNotEmpty();
            assertThat(counted(rows))
                    .isEqualTo(counted(expected, query, rows.get(0).keySet()));
        }
    }

    @Test
    void what_is_new_is_told_by_principal_address_and_software() {
        assertThat(trail.run("new-identities", "since=2026-11-01"))
                .extracting(row -> row.get("kind") + " " + row.get("seen") + " " + row.get("calls"))
                .containsExactlyInAnyOrder(
                        "principal arn:aws:sts::444455556666:assumed-role/api/i-2 2",
                        "principal arn:aws:sts::444455556666:assumed-role/intern/x 1",
                        "address 203.0.113.6 1",
                        "address lambda.amazonaws.com 1",
                        "software Boto3/1.1 7",
                        "software curl/8 1");
    }

    @Test
    void changes_of_address_are_told_by_the_fastest_of_each_pair() {
        assertThat(trail.run("address-changes"))
                .filteredOn(row -> String.valueOf(row.get("principal")).endsWith("/mover"))
                .extracting(row -> row.get("previous_ip") + " " + row.get("sourceipaddress") + " " + row.get("seconds")
                        + " " + row.get("changes") + " " + row.get("left_at"))
                .containsExactly(
                        "203.0.113.21 203.0.113.22 600 2 2026-10-15T02:40:00Z",
                        "203.0.113.22 203.0.113.21 4200 1 2026-10-15T01:30:00Z");
    }

    @Test
    void events_name_queries_that_exist() {
        assertThat(Library.shipped().names())
                .containsAll(events.stream()
                        .flatMap(event -> event.withArray("expected").valueStream())
                        .map(JsonNode::asText)
                        .toList());
    }

    private List<ObjectNode> expected(String query) {
        Predicate<JsonNode> named = event -> event.path("expected")
                .valueStream()
                .anyMatch(name -> name.asText().equals(query));
        return events.stream().filter(BROAD.getOrDefault(query, named)).toList();
    }

    /** Calls of rows, by those of their columns that an event has. */
    private static Map<String, Long> counted(List<Map<String, @Nullable Object>> rows) {
        Map<String, Long> counts = new TreeMap<>();
        for (Map<String, @Nullable Object> row : rows) {
            List<String> key = new ArrayList<>();
            row.forEach((column, value) -> {
                if (FIELDS.containsKey(column) || column.equals("principal")) {
                    key.add(column + "=" + value);
                }
            });
            counts.merge(key.toString(), calls(row), Long::sum);
        }
        return counts;
    }

    private static Long calls(Map<String, @Nullable Object> row) {
        return (Long) Objects.requireNonNull(row.getOrDefault("calls", row.get("failures")));
    }

    private static Map<String, Long> counted(List<ObjectNode> expected, SavedQuery query, Set<String> columns) {
        Map<String, Long> counts = new TreeMap<>();
        for (ObjectNode event : expected) {
            List<String> key = new ArrayList<>();
            for (String column : columns) {
                if (column.equals("principal")) {
                    key.add(column + "=" + principal(event, query.topic().equals("baseline")));
                } else if (FIELDS.containsKey(column)) {
                    JsonNode value = event.at(FIELDS.get(column));
                    key.add(column + "=" + (value.isTextual() ? value.asText() : null));
                }
            }
            counts.merge(key.toString(), 1L, Long::sum);
        }
        return counts;
    }

    /** Sessions of a role are compared as the role with the days before. */
    private static String principal(JsonNode event, boolean role) {
        JsonNode identity = event.path("userIdentity");
        JsonNode issuer = identity.at("/sessionContext/sessionIssuer/arn");
        return role && issuer.isTextual()
                ? issuer.asText()
                : identity.path("arn").asText(identity.path("invokedBy").asText());
    }

    private static Predicate<JsonNode> of(String service) {
        return ALL.and(event -> event.path("eventSource").asText().equals(service + ".amazonaws.com"));
    }

    private static boolean isOfOtherKind(JsonNode event) {
        return OTHER_KINDS.contains(event.path("eventCategory").asText());
    }

    private static boolean isRead(JsonNode event) {
        return event.path("readOnly").asBoolean();
    }
}
