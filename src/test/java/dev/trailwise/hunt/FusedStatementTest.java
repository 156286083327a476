package dev.trailwise.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.query.Compiler;
import dev.trailwise.query.DuplicatePolicy;
import dev.trailwise.query.Library;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Detection;
import dev.trailwise.query.detection.Level;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.EventPredicate;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.TestLimits;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FusedStatementTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-11T00:00:00Z"), ZoneOffset.UTC);
    private static final Compiler COMPILER =
            new Compiler(Map.of(new TableName("security", "cloudtrail_logs"), Tables.EVENTS));

    @TempDir
    Path logs;

    @Test
    void finds_in_one_scan_exactly_what_each_detection_finds_alone() throws IOException {
        SampleTrail.write(logs);
        HuntPlan plan = HuntPlan.of(detections(), List.of(), CLOCK);
        Map<String, Set<String>> alone = new TreeMap<>();
        Map<String, Set<String>> together = new TreeMap<>();
        try (LocalEngine engine = LocalEngine.open(logs, Optional.empty(), TestLimits.enough(), CLOCK)) {
            for (FusedStatement statement : plan.fused()) {
                for (SavedQuery detection : statement.detections()) {
                    rows(engine, detection.bind(List.of(), CLOCK), DuplicatePolicy.KEPT)
                            .forEach(row -> add(alone, detection.name(), row.get("eventid")));
                }
                rows(engine, statement.sql(), DuplicatePolicy.KEPT)
                        .forEach(row -> names(row).forEach(name -> add(together, name, row.get("eventid"))));
            }
        }
        assertThat(together).hasSizeGreaterThan(5).isEqualTo(alone);
    }

    @Test
    void an_event_of_several_detections_comes_once() throws IOException {
        SampleTrail.write(logs);
        Map<SavedQuery, EventPredicate> predicates = new LinkedHashMap<>();
        predicates.put(detection("all"), predicate("eventname LIKE '%'"));
        predicates.put(detection("some"), predicate("eventname IN ('StopLogging', 'DeleteTrail')"));
        predicates.put(detection("null"), predicate("errorcode = 'x' -- NULL is no match"));
        try (LocalEngine engine = LocalEngine.open(logs, Optional.empty(), TestLimits.enough(), CLOCK)) {
            List<Map<String, @Nullable Object>> rows =
                    rows(engine, FusedStatement.of(predicates).get(0).sql(), DuplicatePolicy.DROPPED);
            assertThat(rows).extracting(row -> row.get("eventid")).doesNotHaveDuplicates();
            assertThat(rows)
                    .extracting(row -> row.get("detections"))
                    .contains("all", "all,some")
                    .doesNotContain("all,null");
        }
    }

    @Test
    void is_split_where_athena_would_not_take_the_text_and_no_detection_is_lost() {
        Map<SavedQuery, EventPredicate> predicates = new LinkedHashMap<>();
        for (int i = 0; i < 700; i++) {
            predicates.put(detection("d" + i), predicate("useragent LIKE '%" + "é".repeat(100) + i + "%'"));
        }
        List<FusedStatement> statements = FusedStatement.of(predicates);
        assertThat(statements).hasSizeGreaterThan(1).allSatisfy(statement -> {
            String compiled = COMPILER.compile(statement.sql(), Scope.of(TimeRange.ALL), DuplicatePolicy.DROPPED)
                    .sql();
            assertThat(compiled.getBytes(StandardCharsets.UTF_8).length).isLessThan(262_144);
        });
        assertThat(statements.stream().flatMap(statement -> statement.detections().stream()))
                .containsExactlyElementsOf(predicates.keySet());
    }

    private static List<SavedQuery> detections() {
        return Library.shipped().all().queries().stream()
                .filter(query -> query.detection().isPresent())
                .toList();
    }

    private static SavedQuery detection(String name) {
        return new SavedQuery(
                name,
                "own",
                name,
                "",
                List.of(),
                List.of(),
                Optional.of(new Detection(Level.HIGH, "")),
                false,
                new SqlSource(name, "SELECT 1"));
    }

    private static EventPredicate predicate(String condition) {
        String sql = "SELECT eventid FROM cloudtrail WHERE " + condition;
        return EventPredicate.of(AthenaSql.parse(new SqlSource("<test>", sql))).orElseThrow();
    }

    private static List<String> names(Map<String, @Nullable Object> row) {
        return List.of(String.valueOf(row.get("detections")).split(","));
    }

    private static void add(Map<String, Set<String>> found, String name, @Nullable Object event) {
        found.computeIfAbsent(name, n -> new TreeSet<>()).add(String.valueOf(event));
    }

    private static List<Map<String, @Nullable Object>> rows(
            LocalEngine engine, SqlText sql, DuplicatePolicy duplicates) {
        CollectedRows collected = new CollectedRows();
        engine.start(COMPILER.compile(sql, Scope.of(TimeRange.ALL), duplicates)).stream(collected);
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
}
