package dev.trailwise.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.query.SavedQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every detection finds the events that are written for it in src/test/resources/library, and no other of them. An event
 * there has the fields that matter, and in {@code expected} the detections that must find it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectionsTest {
    private static final Path EVENTS = Path.of("src/test/resources/library");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Detections that count: few events are enough here. The sample trail has their defaults. */
    private static final List<String> LEAST =
            List.of("min_actions=6", "min_deletions=6", "min_secrets=4", "min_objects=4");

    private final List<JsonNode> events = new ArrayList<>();
    private HuntedLogs hunted;

    @BeforeAll
    void open(@TempDir Path logs) throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    events.add(complete((ObjectNode) JSON.readTree(line), events.size()));
                }
            }
        }
        ObjectNode trail = JSON.createObjectNode();
        events.forEach(trail.putArray("Records")::add);
        Files.writeString(logs.resolve("events.json"), trail.toString());
        hunted = new HuntedLogs(logs, LEAST);
    }

    @AfterAll
    void close() {
        hunted.close();
    }

    @Test
    void each_event_is_found_by_its_detections_and_no_others() {
        Map<String, Set<String>> found = new TreeMap<>(hunted.byEvent());
        Map<String, Set<String>> expected = new TreeMap<>();
        for (JsonNode event : events) {
            Set<String> names = expected(event);
            names.retainAll(hunted.picking());
            if (!names.isEmpty()) {
                expected.put(event.path("eventID").asText(), names);
            }
        }
        assertThat(found).hasSizeGreaterThan(100).containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** They give rows by address, so the events of a row have an address that no others have. */
    @Test
    void detections_that_count_find_the_addresses_of_their_events_and_no_others() {
        Map<String, Set<String>> found = new TreeMap<>();
        Map<String, Set<String>> expected = new TreeMap<>();
        hunted.counted().forEach((name, rows) -> {
            found.put(
                    name,
                    rows.stream()
                            .map(row -> String.valueOf(row.get("sourceipaddress")))
                            .collect(Collectors.toSet()));
            expected.put(
                    name,
                    expecting(name).map(event -> text(event, "sourceIPAddress")).collect(Collectors.toSet()));
        });
        assertThat(found).hasSizeGreaterThan(5).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void each_detection_has_an_event_that_it_finds_and_one_of_the_same_service_that_it_does_not() {
        Set<String> without = new TreeSet<>();
        for (SavedQuery detection : HuntedLogs.detections()) {
            Set<String> services = expecting(detection.name())
                    .map(event -> text(event, "eventSource"))
                    .collect(Collectors.toSet());
            if (events.stream()
                    .filter(event -> services.contains(text(event, "eventSource")))
                    .allMatch(event -> expected(event).contains(detection.name()))) {
                without.add(detection.name());
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void each_detection_says_what_else_may_cause_it_and_which_technique_it_is() {
        assertThat(HuntedLogs.detections()).allSatisfy(detection -> {
            assertThat(detection.detection().orElseThrow().falsePositives())
                    .as(detection.name())
                    .endsWith(".");
            assertThat(detection.mitre()).as(detection.name()).isNotEmpty();
        });
    }

    private Stream<JsonNode> expecting(String detection) {
        return events.stream().filter(event -> expected(event).contains(detection));
    }

    private static Set<String> expected(JsonNode event) {
        Set<String> names = new HashSet<>();
        event.path("expected").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static String text(JsonNode event, String field) {
        return event.path(field).asText();
    }

    private static JsonNode complete(ObjectNode event, int number) {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("eventVersion", "1.11").put("eventTime", "2026-10-01T12:00:00Z");
        whole.put("awsRegion", "us-east-1").put("recipientAccountId", "111122223333");
        whole.put("sourceIPAddress", "203.0." + number / 250 + "." + number % 250);
        whole.put("userAgent", "aws-cli/2.31.0").put("eventType", "AwsApiCall");
        whole.put("eventID", "00000000-0000-0000-0000-%012d".formatted(number));
        whole.putObject("userIdentity")
                .put("type", "IAMUser")
                .put("principalId", "AIDAEXAMPLE")
                .put("arn", "arn:aws:iam::111122223333:user/alice")
                .put("accountId", "111122223333")
                .put("accessKeyId", "AKIAIOSFODNN7EXAMPLE")
                .put("userName", "alice");
        whole.setAll(event);
        return whole;
    }
}
