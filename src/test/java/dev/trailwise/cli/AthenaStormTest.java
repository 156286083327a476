package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.testing.aws.athena.AthenaServer;
import dev.trailwise.testing.aws.athena.Course;
import dev.trailwise.testing.aws.athena.Course.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions in bad weather: throttling, errors of the service, lost replies, requeued and lost queries, mixed by a seed.
 * Each must be answered with the rows of the local engine, and started, and so billed, as often as it had to be.
 * {@code -Dtrailwise.storm=100} asks more of them.
 */
class AthenaStormTest {
    private static final int QUESTIONS = Integer.getInteger("trailwise.storm", 3);
    private static final List<String> QUERIES =
            List.of("top-events", "root-activity", "iam-changes", "snapshot-share", "access-denied-burst");
    private static final List<String> CALLS =
            List.of("GetWorkGroup", "StartQueryExecution", "GetQueryExecution", "GetQueryResults");

    @TempDir
    static Path folder;

    private static LocalAws aws;

    @BeforeAll
    static void serve() {
        aws = new LocalAws(folder.resolve("s3"), Clock.fixed(Shell.NOW, ZoneOffset.UTC)).withTables();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void questions_are_answered_and_billed_once() {
        int faults = 0;
        int lost = 0;
        for (long seed = 1; seed <= QUESTIONS; seed++) {
            Random random = new Random(seed);
            int before = aws.athena().started().size();
            List<String> weather = new ArrayList<>();
            boolean again = brew(random, weather);
            String query = QUERIES.get(random.nextInt(QUERIES.size()));

            Shell.Result athena = ask(query, "--engine", "athena");

            List<String> started = aws.athena().started();
            String story = "seed " + seed + ": " + query + " through " + weather;
            assertThat(athena.exit()).as(story + "\n" + athena.err()).isZero();
            assertThat(athena.out())
                    .as(story)
                    .isEqualTo(ask(
                                    query,
                                    "--logs",
                                    folder.resolve("s3/" + LocalAws.TRAIL).toString())
                            .out());
            assertThat(started.size() - before).as(story).isEqualTo(again ? 2 : 1);
            faults += weather.size();
            lost += again ? 1 : 0;
        }
        assertThat(faults).as("faults, %s queries failed", lost).isPositive();
    }

    /** Has some things go wrong; whether the query fails and has to be started again is returned. */
    private static boolean brew(Random random, List<String> weather) {
        AthenaServer athena = aws.athena();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            String call = CALLS.get(random.nextInt(CALLS.size()));
            int kind = random.nextInt(4);
            switch (kind) {
                case 0 -> athena.service().failNext(call, 400, "ThrottlingException");
                case 1 -> athena.service().failNext(call, 500, "InternalServerException");
                case 2 -> athena.service().failNext(call, 503, "ServiceUnavailable");
                default -> athena.service().cutNext(call);
            }
            weather.add(call + " " + List.of("throttled", "500", "503", "cut").get(kind));
        }
        int course = random.nextInt(4);
        if (course == 0) {
            athena.next(Course.SWIFT.running(Duration.ofMillis(200)).goingBack());
            weather.add("requeued");
        } else if (course == 1) {
            athena.next(Course.SWIFT.failing(new Fault(1, 233, true, "INTERNAL_ERROR: a worker was lost")));
            weather.add("a query that failed");
        }
        return course == 1;
    }

    private static Shell.Result ask(String query, String... engine) {
        List<String> words = new ArrayList<>(List.of("run", query, "--from", "2026-10-01", "--to", "2026-10-10"));
        words.addAll(List.of("--format", "csv"));
        words.addAll(List.of(engine));
        Shell shell = new Shell(folder);
        aws.environment().forEach(shell::with);
        return shell.run(words.toArray(String[]::new));
    }
}
