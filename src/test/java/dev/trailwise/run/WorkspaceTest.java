package dev.trailwise.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.console.Console;
import dev.trailwise.console.Host;
import dev.trailwise.console.Messages;
import dev.trailwise.console.Terminal;
import dev.trailwise.cost.Bytes;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.output.Format;
import dev.trailwise.query.Library;
import dev.trailwise.run.price.SpendingLimits;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many queries in one process without a command line, as a shell or a server asks them. */
class WorkspaceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-11T08:00:00Z"), ZoneOffset.UTC);
    private static final TimeRange DAY =
            new TimeRange(Instant.parse("2026-10-07T00:00:00Z"), Instant.parse("2026-10-08T00:00:00Z"));
    private static final List<String> QUERIES = List.of(
            "SELECT count(*) AS n FROM cloudtrail",
            "SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 7",
            "SELECT account, region, min(day) AS first FROM cloudtrail GROUP BY 1, 2 ORDER BY 1, 2",
            "SELECT eventname FROM cloudtrail WHERE errorcode IS NOT NULL GROUP BY 1 ORDER BY 1",
            "SELECT max(eventtime) AS last FROM cloudtrail WHERE day = '2026/10/07'");

    @TempDir
    static Path folder;

    private static LocalAws aws;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Workspace workspace = workspace(out);

    @BeforeAll
    static void start() {
        aws = new LocalAws(folder.resolve("s3"), CLOCK).withTables();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    private static Workspace workspace(ByteArrayOutputStream out) {
        Map<String, String> environment = new HashMap<>(aws.environment());
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Host host = new Host(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                environment,
                CLOCK,
                folder);
        Console console = Console.of(host, Terminal.Color.never, Messages.Level.QUIET, Notice::text);
        return new Workspace(console, Optional.empty(), Optional.empty());
    }

    private static QueryRequest request(SqlText question, EngineChoice engine, SpendingLimits spending) {
        return new QueryRequest(
                "a test",
                () -> question,
                List.of(),
                new RequestedScope(Scope.of(DAY), false),
                engine,
                spending,
                OutputChoice.of(Format.CSV),
                Optional.empty(),
                false,
                ExitRule.PLAIN,
                AnswerListener.NONE);
    }

    private static SqlText sql(String text) {
        return SqlText.of(new SqlSource("<sql>", text));
    }

    private String rows(SqlText question, EngineChoice engine) {
        out.reset();
        assertThat(QueryRunner.answer(workspace, request(question, engine, SpendingLimits.OF_THE_SETTINGS)))
                .isEqualTo(ExitCode.SUCCESS);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static EngineChoice files() {
        return EngineChoice.local(
                List.of(folder.resolve("s3").resolve(LocalAws.TRAIL).toString()));
    }

    @Test
    void ten_queries_on_two_engines_have_the_same_rows_from_one_workspace() {
        for (String query : QUERIES) {
            assertThat(rows(sql(query), EngineChoice.athena()))
                    .as(query)
                    .isEqualTo(rows(sql(query), files()))
                    .contains("\n");
        }
    }

    @Test
    void a_saved_query_is_a_question_like_any_other() {
        SqlText saved = Library.shipped().query("top-events").bind(List.of(), CLOCK);

        assertThat(rows(saved, EngineChoice.athena())).isEqualTo(rows(saved, files()));
    }

    @Test
    void a_limit_of_one_query_says_nothing_of_the_next() {
        SpendingLimits little = new SpendingLimits(Optional.empty(), Optional.of(Bytes.parse("1KB")), false, false);

        assertThatThrownBy(() ->
                        QueryRunner.answer(workspace, request(sql(QUERIES.get(0)), EngineChoice.athena(), little)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.OVER_BUDGET));
        assertThat(rows(sql(QUERIES.get(0)), EngineChoice.athena())).startsWith("n\n");
    }

    @Test
    void ten_queries_on_two_engines_open_each_engine_once() {
        AwsClients clients = workspace.clients();
        LocalEngine engine = engine();
        for (String query : QUERIES) {
            rows(sql(query), EngineChoice.athena());
            rows(sql(query), files());
        }

        assertThat(workspace.clients()).isSameAs(clients);
        assertThat(engine()).isSameAs(engine);
        workspace.close();
        assertThat(workspace.clients()).isNotSameAs(clients);
        assertThat(engine()).isNotSameAs(engine);
        workspace.close();
    }

    private LocalEngine engine() {
        return workspace.localEngine(LogPaths.of(folder.resolve("s3").resolve(LocalAws.TRAIL)), true, Optional.empty());
    }

    @Test
    void a_file_that_comes_between_two_queries_is_read_by_the_second() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("s3").resolve(LocalAws.TRAIL))) {
            files = all.filter(file -> file.toString().contains("_CloudTrail_us-east-1_20261007"))
                    .sorted()
                    .limit(2)
                    .toList();
        }
        Path logs = Files.createDirectory(folder.resolve("growing"));
        EngineChoice engine = EngineChoice.local(List.of(logs.toString()));
        SqlText count = sql("SELECT count(*) AS n FROM cloudtrail");

        Files.copy(files.get(0), logs.resolve(files.get(0).getFileName()));
        String first = rows(count, engine);
        Files.copy(files.get(1), logs.resolve(files.get(1).getFileName()));
        String second = rows(count, engine);

        assertThat(number(second)).isGreaterThan(number(first)).isPositive();
    }

    private static long number(String rows) {
        return Long.parseLong(rows.lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void settings_are_read_once() {
        assertThat(workspace.settings()).isSameAs(workspace.settings());
    }
}
