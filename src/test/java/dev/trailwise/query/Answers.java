package dev.trailwise.query;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.sql.SqlText;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.TestLimits;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks questions of logs, from the saved query to the rows of the local engine. */
final class Answers implements AutoCloseable {
    /** The night of the intrusion and the days around it. */
    static final Scope INTRUSION =
            Scope.of(new TimeRange(Instant.parse("2026-10-06T00:00:00Z"), Instant.parse("2026-10-08T00:00:00Z")));

    static final Scope EVERYTHING = Scope.of(TimeRange.ALL);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-11T00:00:00Z"), ZoneOffset.UTC);
    private static final Compiler COMPILER = new Compiler(Map.of(
            new TableName("security", "cloudtrail_logs"), Tables.EVENTS,
            new TableName("security", "cloudtrail_logs_network_activity"), Tables.NETWORK_ACTIVITY,
            new TableName("security", "cloudtrail_logs_insights"), Tables.INSIGHTS,
            new TableName("security", "cloudtrail_logs_aggregated"), Tables.AGGREGATED));

    private final Library library = Library.shipped();
    private final LocalEngine engine;
    private final Scope scope;

    private Answers(Path logs, Scope scope) {
        this.engine = LocalEngine.open(logs, Optional.empty(), TestLimits.enough(), CLOCK);
        this.scope = scope;
    }

    /** The sample trail, written into the folder; asked of the intrusion where no scope is given. */
    static Answers ofSample(Path folder) throws IOException {
        SampleTrail.write(folder);
        return new Answers(folder, INTRUSION);
    }

    /** All of a folder of logs. */
    static Answers of(Path logs) {
        return new Answers(logs, EVERYTHING);
    }

    /** The rows of a saved query by column. */
    List<Map<String, @Nullable Object>> run(String query, String... arguments) {
        return rows(library.query(query).bind(List.of(arguments), CLOCK), scope, DuplicatePolicy.KEPT);
    }

    /** The rows of a saved query in another scope. */
    List<Map<String, @Nullable Object>> run(String query, Scope other) {
        return rows(library.query(query).bind(List.of(), CLOCK), other, DuplicatePolicy.KEPT);
    }

    /** The rows of a filter by column. */
    List<Map<String, @Nullable Object>> search(Map<SearchField, List<String>> values, String... columns) {
        return rows(EventFilter.of(values, List.of(columns), Long.MAX_VALUE).sql(), scope, DuplicatePolicy.KEPT);
    }

    List<Map<String, @Nullable Object>> rows(SqlText question, Scope scope, DuplicatePolicy repeats) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        engine.start(COMPILER.compile(question, scope, repeats)).stream(new RowSink() {
            private List<ResultColumn> columns = List.of();

            @Override
            public void begin(List<ResultColumn> names) {
                columns = names;
            }

            @Override
            public void row(@Nullable Object[] values) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 0; i < values.length; i++) {
                    row.put(columns.get(i).name(), values[i]);
                }
                rows.add(row);
            }

            @Override
            public void finish() {}
        });
        return rows;
    }

    @Override
    public void close() {
        engine.close();
    }
}
