package dev.trailwise.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Partition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleTrailTest {
    private static final Collected SAMPLE = Collected.sample();

    @Test
    void it_is_the_same_on_every_machine() throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        SAMPLE.files.forEach((key, content) -> {
            hash.update(key.getBytes(StandardCharsets.UTF_8));
            hash.update(content);
        });

        assertThat(HexFormat.of().formatHex(hash.digest()))
                .as("documented outputs are exact: when this changes, they all do")
                .isEqualTo("bb4ec2ad87b39d12cca4faaab2290357d3b5093b38a7ae2c9142b3db936340e0");
    }

    @Test
    void a_second_run_gives_the_same_bytes_and_times(@TempDir Path first, @TempDir Path second) throws IOException {
        SampleTrail.write(first);
        SampleTrail.write(second);

        assertThat(contents(first)).isEqualTo(contents(second)).hasSameSizeAs(SAMPLE.files.keySet());
    }

    @Test
    void its_size_suits_a_demo() {
        assertThat(SAMPLE.files).hasSize(SampleTrail.FILES);
        assertThat(SAMPLE.events(LogKind.EVENTS)).hasSize(SampleTrail.EVENTS);
    }

    @Test
    void every_key_parses_both_ways() {
        SAMPLE.files.keySet().forEach(key -> {
            LogKey parsed = LogKey.parse(key).orElseThrow();

            assertThat(SampleTrail.LAYOUT.of(parsed.kind()).partition(key)).contains(parsed.partition());
            assertThat(LogKey.parse(key.substring(key.lastIndexOf('/') + 1)).map(LogKey::partition))
                    .as("the name alone tells the same as the folders")
                    .contains(parsed.partition());
        });
    }

    @Test
    void there_are_three_accounts_four_regions_and_ten_days_of_events() {
        Set<Partition> partitions = SAMPLE.events(LogKind.EVENTS)
                .map(event -> LogKey.parse(event.key()).orElseThrow().partition())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(partitions).hasSize(3 * 4 * 10);
        assertThat(partitions.stream().map(Partition::account).distinct())
                .containsExactlyElementsOf(SampleTrail.ACCOUNTS);
        assertThat(partitions.stream().map(Partition::day).distinct().sorted())
                .startsWith(new LogDay(SampleTrail.FIRST_DAY))
                .endsWith(new LogDay(SampleTrail.LAST_DAY))
                .hasSize(10);
    }

    @Test
    void records_lie_in_the_folders_of_their_account_and_region() {
        SAMPLE.events.forEach(event -> {
            Partition partition = LogKey.parse(event.key()).orElseThrow().partition();

            assertThat(event.text(event.kind() == LogKind.AGGREGATED ? "/accountId" : "/recipientAccountId"))
                    .isEqualTo(partition.account().digits());
            assertThat(event.text("/awsRegion")).isEqualTo(partition.region().code());
        });
    }

    @Test
    void files_come_five_to_fifteen_minutes_after_their_events() {
        Set<String> repeated = repeated();
        SAMPLE.events(LogKind.EVENTS)
                .filter(event -> event.record().path("addendum").isMissingNode())
                .filter(event -> !repeated.contains(event.text("/eventID")))
                .forEach(event -> assertThat(Duration.between(event.time(), event.delivered()))
                        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(15)));
    }

    @Test
    void events_before_midnight_lie_in_the_next_days_folder() {
        assertThat(SAMPLE.events(LogKind.EVENTS)
                        .filter(event -> !LogDay.of(event.time())
                                .equals(LogKey.parse(event.key())
                                        .orElseThrow()
                                        .partition()
                                        .day())))
                .hasSizeGreaterThan(100);
    }

    @Test
    void five_events_are_delivered_twice_and_no_other() {
        assertThat(repeated()).hasSize(SampleTrail.REPEATED);
    }

    @Test
    void a_call_across_accounts_is_recorded_in_both() {
        Map<String, List<Collected.Read>> shared = SAMPLE.events(LogKind.EVENTS)
                .filter(event -> !event.text("/sharedEventID").isEmpty())
                .collect(Collectors.groupingBy(event -> event.text("/sharedEventID")));

        assertThat(shared.values())
                .filteredOn(events -> events.size() > 1)
                .hasSizeGreaterThan(50)
                .allSatisfy(events -> {
                    assertThat(events)
                            .extracting(event -> event.text("/requestID"))
                            .containsOnly(events.get(0).text("/requestID"));
                    assertThat(events)
                            .extracting(event -> event.text("/recipientAccountId"))
                            .doesNotHaveDuplicates();
                    assertThat(events)
                            .extracting(event -> event.text("/eventID"))
                            .doesNotHaveDuplicates();
                });
    }

    /** Else a column that reads wrong would go unnoticed. */
    @ParameterizedTest
    @EnumSource(names = {"EVENTS", "INSIGHTS", "AGGREGATED"})
    void each_column_and_each_field_in_it_has_a_value_somewhere(LogKind kind) {
        TableDefinition table =
                Tables.ALL.stream().filter(t -> t.kind() == kind).findFirst().orElseThrow();
        List<String> empty = new ArrayList<>();
        List<JsonNode> records = SAMPLE.events(kind).map(Collected.Read::record).toList();
        table.columns().forEach(column -> findEmpty(column, records, column.name(), empty));

        assertThat(empty).isEmpty();
    }

    @Test
    void record_versions_from_1_08_to_1_11_are_there() {
        assertThat(SAMPLE.events(LogKind.EVENTS)
                        .map(event -> event.text("/eventVersion"))
                        .distinct())
                .containsExactlyInAnyOrder("1.08", "1.09", "1.10", "1.11");
    }

    @Test
    void addresses_are_of_documentation_or_private_ranges() {
        assertThat(SAMPLE.events(LogKind.EVENTS)
                        .map(event -> event.text("/sourceIPAddress"))
                        .distinct())
                .filteredOn(address ->
                        !address.matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+|10\\.0\\.\\d+\\.\\d+"
                                + "|2001:db8:.*|[a-z0-9-]+\\.amazonaws\\.com|AWS Internal"))
                .isEmpty();
    }

    @Test
    void hostile_text_is_there() {
        assertThat(SAMPLE.events.stream().map(event -> event.text("/userAgent")))
                .anyMatch(agent ->
                        agent.startsWith("=HYPERLINK(") && agent.contains("\u001b[2J") && agent.contains("\u0007"));
    }

    @Test
    void there_are_files_of_the_other_kinds_too() {
        Map<LogKind, Long> counts = SAMPLE.files.keySet().stream()
                .map(key -> LogKey.parse(key).orElseThrow().kind())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));

        assertThat(counts)
                .containsEntry(LogKind.DIGEST, 3L)
                .containsEntry(LogKind.INSIGHTS, 4L)
                .containsEntry(LogKind.AGGREGATED, 3L)
                .containsEntry(LogKind.NETWORK_ACTIVITY, 1L);
    }

    private static Set<String> repeated() {
        return SAMPLE
                .events(LogKind.EVENTS)
                .collect(Collectors.groupingBy(event -> event.text("/eventID"), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static void findEmpty(Column column, List<JsonNode> parents, String name, List<String> empty) {
        List<JsonNode> values = parents.stream()
                .map(parent -> parent.path(column.key()))
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .filter(value -> !value.isContainerNode() || !value.isEmpty())
                .toList();
        if (values.isEmpty()) {
            empty.add(name);
        }
        ColumnType type = column.type() instanceof ColumnType.ArrayOf array ? array.element() : column.type();
        if (type instanceof ColumnType.Struct struct) {
            List<JsonNode> inner = values.stream()
                    .flatMap(value ->
                            value.isArray() ? Stream.of(value).flatMap(SampleTrailTest::elements) : Stream.of(value))
                    .toList();
            struct.fields().forEach(field -> findEmpty(field, inner, name + "." + field.name(), empty));
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements.stream();
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Instant time = Files.getLastModifiedTime(file).toInstant();
                String hex = HexFormat.of().formatHex(Files.readAllBytes(file));
                contents.put(folder.relativize(file).toString(), time + " " + hex);
            }
        }
        return contents;
    }
}
