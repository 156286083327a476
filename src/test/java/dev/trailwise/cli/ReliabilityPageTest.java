package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.testing.aws.athena.AthenaServer;
import dev.trailwise.testing.aws.athena.Course;
import dev.trailwise.testing.aws.athena.Course.Fault;
import dev.trailwise.testing.aws.athena.Workgroup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What can go wrong between here and Athena, injected over the wire one thing at a time, and what becomes of the question.
 * The figures are written into docs/reliability.md.
 */
class ReliabilityPageTest {
    private static final String SQL = "SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY 1 ORDER BY 2 DESC, 1";
    private static final Path PAGE = Path.of("docs", "reliability.md");
    private static final String BEGIN = "<!-- figures -->\n";
    private static final Map<String, Figures> FIGURES = new TreeMap<>();

    @TempDir
    static Path folder;

    private static LocalAws aws;
    private static String rows = "";

    /** What became of a question. */
    private record Figures(Case example, int exit, boolean answered, int starts) {}

    /**
     * One thing that goes wrong.
     *
     * @param order its place in the table
     * @param what it is, in words
     * @param faults how often it is injected
     * @param exit the exit code that is wanted
     * @param starts how many queries may be started
     * @param said part of what is said
     * @param inject brings it about
     */
    record Case(int order, String what, int faults, int exit, int starts, String said, Consumer<AthenaServer> inject) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String operation :
                List.of("GetWorkGroup", "StartQueryExecution", "GetQueryExecution", "GetQueryResults")) {
            int times = operation.equals("GetQueryExecution") ? 8 : 3;
            add(
                    cases,
                    operation + " is throttled",
                    times,
                    0,
                    1,
                    "billed",
                    athena -> athena.service().failNext(times, operation, 400, "ThrottlingException"));
            add(
                    cases,
                    operation + " answers with HTTP 500",
                    3,
                    0,
                    1,
                    "billed",
                    athena -> athena.service().failNext(3, operation, 500, "InternalServerException"));
            add(
                    cases,
                    operation + " answers with HTTP 503",
                    2,
                    0,
                    1,
                    "billed",
                    athena -> athena.service().failNext(2, operation, 503, "ServiceUnavailable"));
            add(
                    cases,
                    operation + " is carried out, and the connection cut before the reply",
                    3,
                    0,
                    1,
                    "billed",
                    athena -> {
                        for (int i = 0; i < 3; i++) {
                            athena.service().cutNext(operation);
                        }
                    });
        }
        add(
                cases,
                "more queries run than the quota allows, for a while",
                4,
                0,
                1,
                "billed",
                athena -> athena.service().failNext(4, "StartQueryExecution", 400, "TooManyRequestsException"));
        add(
                cases,
                "the query goes from RUNNING back to QUEUED",
                1,
                0,
                1,
                "billed",
                athena ->
                        athena.next(Course.SWIFT.running(Duration.ofMillis(200)).goingBack()));
        add(
                cases,
                "the query fails half way for a reason that Athena calls retryable",
                2,
                0,
                3,
                "started again",
                athena -> {
                    for (int i = 0; i < 2; i++) {
                        athena.next(Course.SWIFT.failing(new Fault(1, 233, true, "GENERIC_INTERNAL_ERROR: try again")));
                    }
                });
        add(cases, "it fails like that again and again", 3, 7, 3, "not billed", athena -> {
            for (int i = 0; i < 3; i++) {
                athena.next(Course.SWIFT.failing(new Fault(1, 233, true, "GENERIC_INTERNAL_ERROR: try again")));
            }
        });
        add(
                cases,
                "the query fails half way for good",
                1,
                6,
                1,
                "not billed",
                athena -> athena.next(Course.SWIFT.failing(new Fault(2, 1001, false, "HIVE_BAD_DATA: not JSON"))));
        add(
                cases,
                "it runs out of memory",
                1,
                6,
                1,
                "query less time",
                athena -> athena.next(Course.SWIFT.failing(new Fault(2, 3, false, "EXCEEDED_LOCAL_MEMORY_LIMIT"))));
        add(
                cases,
                "Athena may not read the logs",
                1,
                4,
                1,
                "s3:GetObject",
                athena -> athena.next(
                        Course.SWIFT.failing(new Fault(2, 1501, false, "PERMISSION_DENIED: Access Denied"))));
        add(
                cases,
                "somebody else stops the query",
                1,
                6,
                1,
                "not by this program",
                athena -> athena.next(Course.SWIFT.running(Duration.ofSeconds(20)))
                        .service()
                        .beforeNext("GetQueryExecution", () -> stop(athena, last())));
        add(
                cases,
                "the result is deleted before it is read",
                1,
                6,
                1,
                "deleted",
                athena -> athena.service().beforeNext("GetQueryResults", () -> athena.deleteResult(last())));
        add(
                cases,
                "the workgroup keeps results in Athena's own storage",
                1,
                0,
                1,
                "billed",
                athena -> athena.workgroup(Workgroup.of("primary").managing()));
        add(
                cases,
                "the workgroup's settings may not be read",
                1,
                0,
                1,
                "athena:GetWorkGroup",
                athena -> athena.service().failNext("GetWorkGroup", 400, "AccessDeniedException"));
        add(
                cases,
                "queries may not be started",
                1,
                4,
                0,
                "athena:StartQueryExecution",
                athena -> athena.service().failNext("StartQueryExecution", 400, "AccessDeniedException"));
        add(
                cases,
                "queries may not be looked at",
                1,
                4,
                1,
                "athena:GetQueryExecution",
                athena -> athena.service().failNext("GetQueryExecution", 400, "AccessDeniedException"));
        add(
                cases,
                "results may not be read",
                1,
                4,
                1,
                "athena:GetQueryResults",
                athena -> athena.service().failNext("GetQueryResults", 400, "AccessDeniedException"));
        add(
                cases,
                "the credentials expire before the start",
                1,
                4,
                0,
                "expired",
                athena -> athena.service().failNext("StartQueryExecution", 400, "ExpiredTokenException"));
        add(
                cases,
                "the credentials expire while the query runs",
                1,
                4,
                1,
                "stop-query-execution",
                athena -> athena.service().failNext("GetQueryExecution", 400, "ExpiredTokenException"));
        return cases.stream();
    }

    private static void add(
            List<Case> cases,
            String what,
            int faults,
            int exit,
            int starts,
            String said,
            Consumer<AthenaServer> inject) {
        cases.add(new Case(cases.size(), what, faults, exit, starts, said, inject));
    }

    @BeforeAll
    static void start() {
        aws = new LocalAws(folder.resolve("s3"), Clock.fixed(Shell.NOW, ZoneOffset.UTC)).withTables();
        rows = ask().succeeded().out();
    }

    @AfterAll
    static void writePage() throws IOException {
        aws.close();
        assertThat(FIGURES).as("every case has its figures").hasSize((int) cases().count());
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + figures();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/reliability.md; write it with -Dgolden.update=true")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_goes_wrong_is_survived_or_told_and_nothing_runs_twice(Case example) {
        aws.athena().workgroup(Workgroup.of("primary").withOutput("s3://" + LocalAws.RESULTS + "/athena/"));
        int before = aws.athena().started().size();
        example.inject().accept(aws.athena());

        Shell.Result result = ask();
        int started = aws.athena().started().size() - before;

        result.exited(example.exit()).said(example.said());
        assertThat(started).as("queries started; stderr was:%n%s", result.err()).isEqualTo(example.starts());
        assertThat(result.out()).isEqualTo(example.exit() == 0 ? rows : "");
        FIGURES.put(
                "%03d".formatted(example.order()), new Figures(example, result.exit(), result.exit() == 0, started));
    }

    private static String figures() {
        StringBuilder page = new StringBuilder();
        int faults = FIGURES.values().stream()
                .mapToInt(row -> row.example().faults())
                .sum();
        long answered = FIGURES.values().stream().filter(Figures::answered).count();
        int doubles = FIGURES.values().stream()
                .mapToInt(row -> row.starts() - row.example().starts())
                .sum();
        page.append(
                "%n%d things that go wrong, %d faults injected over the wire: %d questions were answered all the same, with"
                        .formatted(FIGURES.size(), faults, answered));
        page.append(
                "%nthe rows of an undisturbed run; %d ended with the exit code and the words that fit. Queries started that"
                        .formatted(FIGURES.size() - answered));
        page.append("%nnobody asked for: %d.%n%n".formatted(doubles));
        page.append("| what goes wrong | faults | exit code | queries started |\n|---|---|---|---|\n");
        FIGURES.values()
                .forEach(row -> page.append("| %s | %d | %s | %d |%n"
                        .formatted(
                                row.example().what(),
                                row.example().faults(),
                                row.answered() ? "0, answered" : String.valueOf(row.exit()),
                                row.starts())));
        return page.toString();
    }

    private static String last() {
        List<String> started = aws.athena().started();
        return started.get(started.size() - 1);
    }

    /** As somebody else would, with a client of their own. */
    private static void stop(AthenaServer athena, String id) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(athena.environment().get("AWS_ENDPOINT_URL_ATHENA")))
                .header("X-Amz-Target", "AmazonAthena.StopQueryExecution")
                .POST(HttpRequest.BodyPublishers.ofString("{\"QueryExecutionId\":\"" + id + "\"}"))
                .build();
        HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join();
    }

    private static Shell.Result ask() {
        Shell shell = new Shell(folder);
        aws.environment().forEach(shell::with);
        return shell.run(
                "sql", SQL, "--engine", "athena", "--from", "2026-10-07", "--to", "2026-10-07", "--format", "csv");
    }
}
