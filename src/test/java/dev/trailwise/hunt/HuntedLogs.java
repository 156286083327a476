package dev.trailwise.hunt;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.query.Compiler;
import dev.trailwise.query.DuplicatePolicy;
import dev.trailwise.query.Library;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.sql.SqlText;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.TestLimits;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shipped detections over a folder of logs, on the local engine. */
final class HuntedLogs implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-11T00:00:00Z"), ZoneOffset.UTC);
    private static final Compiler COMPILER =
            new Compiler(Map.of(new TableName("security", "cloudtrail_logs"), Tables.EVENTS));

    private final HuntPlan plan;
    private final LocalEngine engine;

    HuntedLogs(Path logs, List<String> arguments) {
        this.plan = HuntPlan.of(detections(), arguments, CLOCK);
        this.engine = LocalEngine.open(logs, Optional.empty(), TestLimits.enough(), CLOCK);
    }

    static List<SavedQuery> detections() {
        return Library.shipped().all().queries().stream()
                .filter(query -> query.detection().isPresent())
                .toList();
    }

    /** The names of detections that pick events. */
    Set<String> picking() {
        return plan.fused().stream()
                .flatMap(statement -> statement.detections().stream())
                .map(SavedQuery::name)
                .collect(Collectors.toSet());
    }

    /** The events that match a detection. */
    List<Map<String, @Nullable Object>> events() {
        return plan.fused().stream()
                .flatMap(statement -> rows(statement.sql()).stream())
                .toList();
    }

    /** The detections of each event that matches any, by its id. */
    Map<String, Set<String>> byEvent() {
        return events().stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.get("eventid")), HuntedLogs::names, (a, b) -> a));
    }

    /** The rows of each detection that counts or compares events, by its name. */
    Map<String, List<Map<String, @Nullable Object>>> counted() {
        Map<String, List<Map<String, @Nullable Object>>> found = new HashMap<>();
        plan.others().forEach((detection, sql) -> found.put(detection.name(), rows(sql)));
        return found;
    }

    /** The detections that an event matches. */
    static Set<String> names(Map<String, @Nullable Object> event) {
        return Set.of(String.valueOf(event.get("detections")).split(","));
    }

    private List<Map<String, @Nullable Object>> rows(SqlText sql) {
        CollectedRows collected = new CollectedRows();
        engine.start(COMPILER.compile(sql, Scope.of(TimeRange.ALL), DuplicatePolicy.KEPT)).stream(collected);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (@Nullable Object[] values : collected.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            List<ResultColumn> columns = collected.columns();
            for (int i = 0; i < values.length; i++) {
                row.put(columns.get(i).name(), values[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public void close() {
        engine.close();
    }
}
