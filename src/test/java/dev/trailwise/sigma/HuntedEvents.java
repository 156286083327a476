package dev.trailwise.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trailwise.engine.RowSink;
import dev.trailwise.hunt.FusedStatement;
import dev.trailwise.hunt.HuntPlan;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.query.Compiler;
import dev.trailwise.query.DuplicatePolicy;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.TestLimits;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Events in a log file, and what rules find in them on the local engine. */
public final class HuntedEvents implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-11T00:00:00Z"), ZoneOffset.UTC);
    private static final Compiler COMPILER =
            new Compiler(Map.of(new TableName("security", "cloudtrail_logs"), Tables.EVENTS));

    private final LocalEngine engine;

    public HuntedEvents(Path logs, List<? extends JsonNode> events) throws IOException {
        Path file = logs.resolve("AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/"
                + "111122223333_CloudTrail_us-east-1_20261010T1205Z_0123456789abcdef.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"Records\":" + events + "}");
        engine = LocalEngine.open(logs, Optional.empty(), TestLimits.enough(), CLOCK);
    }

    /** The ids of the events of each rule that has any. */
    Map<String, Set<String>> find(List<SigmaRule> rules, int atOnce) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (int from = 0; from < rules.size(); from += atOnce) {
            List<SigmaRule> some = rules.subList(from, Math.min(from + atOnce, rules.size()));
            for (FusedStatement statement : HuntPlan.ofRules(some, List.of()).fused()) {
                engine.start(COMPILER.compile(statement.sql(), Scope.of(TimeRange.ALL), DuplicatePolicy.KEPT)).stream(
                        new HuntedRows(found));
            }
        }
        return found;
    }

    public void ask(String sql, RowSink rows) {
        SqlText text = SqlText.of(new SqlSource("<test>", sql));
        engine.start(COMPILER.compile(text, Scope.of(TimeRange.ALL), DuplicatePolicy.KEPT)).stream(rows);
    }

    @Override
    public void close() {
        engine.close();
    }
}
