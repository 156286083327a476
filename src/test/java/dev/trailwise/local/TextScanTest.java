package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RowText;
import dev.trailwise.engine.RunResult;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import dev.trailwise.query.Compiler;
import dev.trailwise.query.DuplicatePolicy;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.TestLimits;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that become text where events are read are those that DuckDB gives of the same query, byte for byte. */
class TextScanTest {
    private static final Compiler COMPILER =
            new Compiler(Map.of(new TableName("sec", "events"), Tables.EVENTS.withRecord()));
    private static final Scope EVERYTHING = Scope.of(TimeRange.ALL);
    private static final String SCANNED = "trailwise-text";

    @TempDir
    Path root;

    private static final String[] VALUES = {
        "null",
        "true",
        "-1.50e3",
        "\"\"",
        "\" \"",
        "\"plain\"",
        "\"a, b\"",
        "\"say \\\"hi\\\"\"",
        "\"\\t\\n\\r\\\\N\"",
        "\"\\u00e9\\/\"",
        "\"müller 日本 👩‍💻\"",
        "\"\\ud83d\\ude00 \\ud83d \\u0000 \\u001b[31m \\u202e\"",
        "\"=1+1\"",
        "\"\u007f \u202e\"",
        "[]",
        "[ 1, \"x\\t\" ]",
        "{}",
        "{\"a\":\"b\\\"c\\n\",\"B\" : [null, {\"c\":1.0}]}",
        "{\"userName\":\"in\",\"arn\":null}",
        "\"2026-11-01T10:00:00Z\""
    };

    private static final String[] KEYS = {
        "eventTime",
        "eventName",
        "eventSource",
        "awsRegion",
        "userAgent",
        "errorCode",
        "requestParameters",
        "userIdentity",
        "USERIDENTITY",
        "recipientAccountId",
        "eventID",
        "readOnly",
        "unknown"
    };

    private static final String[] COLUMNS = {
        "eventtime",
        "eventname",
        "eventsource",
        "awsregion",
        "useragent",
        "errorcode",
        "requestparameters",
        "eventid",
        "useridentity.username",
        "useridentity.arn",
        "useridentity.sessioncontext.sessionissuer.username",
        "account",
        "region",
        "day",
        "whole_record"
    };

    private static String event(Random random) {
        List<String> members = new ArrayList<>(List.of("\"eventVersion\":\"1.09\""));
        if (random.nextInt(4) > 0) {
            members.add(String.format(
                    "\"eventTime\":\"2026-11-0%dT%02d:00:00Z\"", 1 + random.nextInt(3), random.nextInt(24)));
        }
        if (random.nextBoolean()) {
            members.add("\"userIdentity\":{\"userName\":" + value(random) + ",\"sessionContext\":{\"sessionIssuer\":"
                    + "{\"userName\":" + value(random) + "}},\"accountId\":\"111122223333\"}");
        }
        for (int k = random.nextInt(9); k > 0; k--) {
            members.add('"' + KEYS[random.nextInt(KEYS.length)] + "\":" + value(random));
        }
        return members.stream().collect(Collectors.joining(random.nextInt(5) == 0 ? ", \n" : ",", "{", "}"));
    }

    private static String value(Random random) {
        return random.nextInt(300) == 0
                ? "\"" + "long \\\\ ".repeat(20_000) + "\""
                : VALUES[random.nextInt(VALUES.length)];
    }

    private static String file(Random random) {
        String records = IntStream.range(0, random.nextInt(60))
                .mapToObj(k -> event(random))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
        return switch (random.nextInt(6)) {
            case 0 -> records.substring(0, random.nextInt(records.length()));
            case 1 -> records.replaceFirst("\"eventName\":", "\"eventName\"");
            case 2 -> "{\"detail\":" + event(random) + "}\n" + records;
            default -> records;
        };
    }

    private void write(Random random) throws IOException {
        Logs logs = new Logs(root, 1);
        for (int file = 0; file < 20; file++) {
            Path path = file < 3
                    ? root.resolve("loose-" + file + ".json.gz")
                    : logs.path(
                            random.nextBoolean() ? "111122223333" : "444455556666",
                            random.nextBoolean() ? "us-east-1" : "eu-west-1",
                            Logs.FIRST_DAY.plusDays(random.nextInt(3)),
                            file);
            Logs.file(path, file(random));
        }
    }

    /** A sink without the text of rows, and the threads that gave it rows. */
    private static class Watched implements RowSink {
        final Set<String> threads = ConcurrentHashMap.newKeySet();
        final RowSink sink;
        private final boolean texts;

        Watched(RowSink sink, boolean texts) {
            this.sink = sink;
            this.texts = texts;
        }

        @Override
        public void begin(List<ResultColumn> columns) {
            sink.begin(columns);
        }

        @Override
        public void row(@Nullable Object[] values) {
            sink.row(values);
        }

        @Override
        public Optional<Supplier<RowText>> text(List<ResultColumn> columns) {
            return texts ? sink.text(columns) : Optional.empty();
        }

        @Override
        public void rows(byte[] text, long count) {
            threads.add(Thread.currentThread().getName());
            sink.rows(text, count);
        }

        @Override
        public void finish() {
            sink.finish();
        }
    }

    private static CompiledQuery compiled(String sql, Scope scope) {
        return compiled(sql, scope, DuplicatePolicy.KEPT);
    }

    private static CompiledQuery compiled(String sql, Scope scope, DuplicatePolicy duplicates) {
        return COMPILER.compile(SqlText.of(new SqlSource("<sql>", sql)), scope, duplicates);
    }

    private LocalEngine open() {
        return LocalEngine.open(root, Optional.empty(), TestLimits.enough(), Clock.systemUTC());
    }

    private record Answer(RunResult result, List<String> lines, Set<String> threads) {}

    private Answer ask(CompiledQuery query, Format format, RenderOptions options, boolean texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Watched sink = new Watched(format.renderer(options, bytes), texts);
        try (LocalEngine engine = open()) {
            RunResult result = engine.start(query).stream(sink);
            List<String> lines = bytes.toString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                    .sorted()
                    .toList();
            return new Answer(result, lines, sink.threads);
        }
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static Scope scope(Random random) {
        Instant start = Logs.FIRST_DAY.atTime(random.nextInt(24), 0).toInstant(java.time.ZoneOffset.UTC);
        TimeRange time = random.nextBoolean()
                ? TimeRange.ALL
                : new TimeRange(start, start.plusSeconds(3_600L * (1 + random.nextInt(40))));
        Set<AccountId> accounts = random.nextBoolean() ? Set.of() : Set.of(new AccountId("111122223333"));
        Set<Region> regions = random.nextBoolean() ? Set.of() : Set.of(new Region("eu-west-1"));
        return new Scope(time, new TreeSet<>(accounts), new TreeSet<>(regions), random.nextInt(2));
    }

    private static String condition(Random random) {
        return List.of(
                        "eventname >= 'a' AND useragent < 'z'",
                        "useridentity.username IN ('plain', 'in', '', 'müller 日本 👩‍💻')",
                        "eventtime BETWEEN '2026-11-01' AND '2026-11-02T12:00:00Z' AND account = '111122223333'",
                        "requestparameters > '{' AND day <= '2026/11/02'",
                        "errorcode = 'nowhere'")
                .get(random.nextInt(5));
    }

    private static String query(Random random) {
        String columns = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(k -> pick(random, COLUMNS) + " AS \"Column " + k + '"')
                .collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM cloudtrail" + (random.nextInt(6) == 0 ? "" : " WHERE " + condition(random));
    }

    @Test
    void rows_and_coverage_are_those_of_duckdb() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        write(random);
        Set<String> threads = new TreeSet<>();
        for (int k = 0; k < 40; k++) {
            String sql = query(random);
            CompiledQuery query = compiled(sql, scope(random));
            Format format =
                    List.of(Format.TSV, Format.CSV, Format.NDJSON, Format.JSON).get(k % 4);
            RenderOptions options = RenderOptions.defaults()
                    .withBlankNull(random.nextBoolean())
                    .withSpreadsheetSafe(random.nextInt(4) == 0);
            Answer text = ask(query, format, options, true);
            Answer values = ask(query, format, options, false);

            assertThat(text.lines().equals(values.lines()))
                    .as("seed %s: %s %s %s", seed, format, query.scope(), sql)
                    .isTrue();
            assertThat(text.result()).as("seed %s: %s", seed, sql).isEqualTo(values.result());
            threads.addAll(text.threads());
        }
        assertThat(threads).containsExactly(SCANNED);
    }

    private static final List<String> SHAPES = List.of(
            "SELECT eventname, count(*), max(eventtime) FROM cloudtrail WHERE %s GROUP BY 1 ORDER BY 1",
            "SELECT * FROM (SELECT * FROM cloudtrail WHERE %s) ORDER BY whole_record",
            "SELECT outcome, useragent FROM cloudtrail WHERE %s ORDER BY whole_record",
            "WITH x AS (SELECT * FROM cloudtrail WHERE %s) SELECT count(*) FROM x a LEFT JOIN x b ON a.eventid = b.eventid",
            "SELECT n, count(*) FROM (SELECT *, row_number() OVER (PARTITION BY day ORDER BY whole_record) AS n"
                    + " FROM cloudtrail) WHERE %s GROUP BY 1 ORDER BY 1",
            "SELECT x, eventname FROM (VALUES 'plain', 'in') AS v (x) LEFT JOIN (SELECT * FROM cloudtrail WHERE %s) AS t"
                    + " ON t.useragent = v.x ORDER BY 1, 2, whole_record",
            "SELECT count(*) FROM cloudtrail WHERE %s AND length(awsregion) > 2 AND eventsource > 'a'");

    @Test
    void rows_that_fail_an_early_condition_do_not_matter() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        write(random);
        for (int k = 0; k < 3 * SHAPES.size(); k++) {
            String shape = SHAPES.get(k % SHAPES.size());
            String condition = condition(random);
            Scope scope = scope(random);
            DuplicatePolicy duplicates = random.nextBoolean() ? DuplicatePolicy.KEPT : DuplicatePolicy.DROPPED;
            try (LocalEngine early = open();
                    LocalEngine late = open()) {
                Collected expected = Collected.of(
                        late.start(compiled(shape.formatted("coalesce(" + condition + ", false)"), scope, duplicates)));
                Collected found = Collected.of(early.start(compiled(shape.formatted(condition), scope, duplicates)));

                assertThat(found.rows)
                        .as("seed %s: %s %s", seed, shape, condition)
                        .isEqualTo(expected.rows);
                assertThat(found.coverage()).as("seed %s", seed).isEqualTo(expected.coverage());
            }
        }
    }

    @Test
    void a_limit_shows_so_many_rows_and_counts_all() {
        new Logs(root, 41).write(1, 2, 300);

        Answer answer = ask(
                compiled("SELECT eventid FROM cloudtrail", EVERYTHING),
                Format.TSV,
                RenderOptions.defaults().withLimit(700),
                true);

        assertThat(answer.lines()).hasSize(701);
        assertThat(answer.result().rows()).isEqualTo(2_400);
        assertThat(answer.result().coverage().orElseThrow().duplicates()).hasValue(0);
    }

    @Test
    void a_file_that_cannot_be_read_is_reported() throws IOException {
        new Logs(root, 42).write(1, 1, 10);
        Files.writeString(root.resolve("damaged.json"), "{\"Records\":[{\"eventVersion\":\"1\",}");

        Answer answer =
                ask(compiled("SELECT eventid FROM cloudtrail", EVERYTHING), Format.CSV, RenderOptions.defaults(), true);

        assertThat(answer.lines()).hasSize(41);
        assertThat(answer.result().coverage().orElseThrow().problems()).hasSize(1);
    }

    /** Does something when the first bytes arrive. */
    private static OutputStream first(Action action) {
        return new OutputStream() {
            private boolean done;

            @Override
            public void write(int b) throws IOException {
                if (!done) {
                    done = true;
                    action.run();
                }
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                write(0);
            }
        };
    }

    private interface Action {
        void run() throws IOException;
    }

    @Test
    void a_closed_pipe_ends_the_reading() {
        new Logs(root, 43).write(3, 2, 1_000);
        OutputStream pipe = first(() -> {
            throw new IOException("Broken pipe");
        });

        try (LocalEngine engine = open()) {
            Execution execution = engine.start(compiled("SELECT whole_record FROM cloudtrail", EVERYTHING));
            RowSink sink = Format.CSV.renderer(RenderOptions.defaults().withHeader(false), pipe);
            assertThatThrownBy(() -> execution.stream(sink)).isInstanceOf(ClosedPipe.class);
        }
    }

    @Test
    void it_can_be_stopped_while_it_writes() {
        new Logs(root, 44).write(3, 2, 1_000);

        try (LocalEngine engine = open()) {
            Execution execution = engine.start(compiled("SELECT whole_record FROM cloudtrail", EVERYTHING));
            RowSink sink = Format.CSV.renderer(RenderOptions.defaults().withHeader(false), first(execution::cancel));
            assertThatThrownBy(() -> execution.stream(sink))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
        }
    }
}
