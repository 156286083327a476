package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cost.Bytes;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An event with a large array: what an element takes does not depend on how wide its event is. */
class UnnestMemoryTest {
    private static final int ELEMENTS = 5_000;
    private static final String ITEMS =
            "UNNEST(CAST(json_extract(responseelements, '$.items') AS ARRAY(JSON))) AS t (i)";

    @TempDir
    static Path logs;

    @TempDir
    Path work;

    @BeforeAll
    static void write() throws IOException {
        String wide = IntStream.range(0, ELEMENTS)
                .mapToObj(k -> "{\"id\":\"i-" + k + "\",\"x\":\"" + "y".repeat(200) + "\"}")
                .collect(Collectors.joining(","));
        Files.writeString(
                logs.resolve("a.json"),
                "{\"Records\":[{\"eventTime\":\"2026-11-20T10:00:00Z\",\"eventName\":\"Run\",\"eventID\":\"wide\","
                        + "\"responseElements\":{\"items\":[" + wide + "]}},"
                        + "{\"eventTime\":\"2026-11-20T10:00:01Z\",\"eventName\":\"Run\",\"eventID\":\"narrow\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT i FROM \"sec\".\"events\" CROSS JOIN " + ITEMS,
                "SELECT i FROM \"sec\".\"events\", " + ITEMS,
                "SELECT i FROM \"sec\".\"events\" LEFT JOIN " + ITEMS + " ON TRUE WHERE eventid = 'wide'",
                "SELECT eventid, json_extract_scalar(i, '$.id') AS id FROM \"sec\".\"events\" CROSS JOIN " + ITEMS
                        + " ORDER BY id DESC",
                "SELECT DISTINCT eventid, json_extract_scalar(i, '$.id') FROM \"sec\".\"events\" CROSS JOIN " + ITEMS,
                "SELECT a.eventid, i FROM \"sec\".\"events\" a CROSS JOIN " + ITEMS
                        + " JOIN (SELECT eventid FROM \"sec\".\"events\") b ON a.eventid = b.eventid",
                "SELECT \"$path\", i FROM \"sec\".\"events\" CROSS JOIN " + ITEMS,
                "SELECT i FROM (SELECT 1 AS one) one, \"sec\".\"events\" CROSS JOIN " + ITEMS,
            })
    void unnesting_an_array_of_a_wide_event_needs_no_copy_of_it_for_each_element(String sql) {
        ResourceLimits limits =
                new ResourceLimits(Optional.of(new Bytes(64_000_000)), Optional.of(Bytes.ZERO), work.resolve("spill"));
        Path store = work.resolve("store");
        for (boolean stored : new boolean[] {false, true}) {
            if (stored) {
                StoreBuild.run(
                        LogPaths.of(logs),
                        store,
                        Scope.of(TimeRange.ALL),
                        ResourceLimits.in(work.resolve("spill")),
                        true);
            }
            try (LocalEngine engine =
                    LocalEngine.open(logs, stored ? Optional.of(store) : Optional.empty(), limits, Clock.systemUTC())) {
                assertThat(Collected.of(engine.start(Questions.ask(sql))).rows).hasSize(ELEMENTS);
            }
        }
    }
}
