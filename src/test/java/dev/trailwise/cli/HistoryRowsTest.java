package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.history.AthenaRun;
import dev.trailwise.history.Ledger;
import dev.trailwise.history.LedgerEntry;
import dev.trailwise.testing.aws.GlueServer;
import dev.trailwise.testing.aws.S3Server;
import dev.trailwise.testing.aws.athena.AthenaServer;
import dev.trailwise.testing.aws.athena.Workgroup;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are read again while Athena has them, against its real protocol. */
class HistoryRowsTest {
    private static final String SQL = "SELECT * FROM (VALUES ('a', 1), (NULL, 2)) AS t (x, y)";

    @TempDir
    Path folder;

    private final GlueServer glue = new GlueServer();
    private S3Server s3;
    private AthenaServer athena;

    @BeforeEach
    void serve() {
        s3 = new S3Server(folder).bucket("results", "empty");
        athena = new AthenaServer(glue, s3, Clock.systemUTC())
                .workgroup(Workgroup.of("primary").withOutput("s3://results/"));
    }

    @AfterEach
    void stop() {
        athena.close();
        glue.close();
        s3.close();
    }

    @Test
    void rows_are_read_again_without_a_new_query() throws InterruptedException {
        String id = remembered(athena.run(SQL));

        shell().run("history", "show", id, "--rows", "--format", "csv")
                .succeeded()
                .printedExactly("x,y\na,1\n,2\n");

        assertThat(athena.started()).hasSize(1);
        assertThat(athena.service().calls()).doesNotContain("StartQueryExecution");
    }

    @Test
    void rows_that_are_gone_are_told() throws InterruptedException {
        String queryId = athena.run(SQL);
        athena.deleteResult(queryId);

        shell().run("history", "show", remembered(queryId), "--rows").exited(6).printedExactly("");
        shell().run("history", "show", remembered("forgotten"), "--rows")
                .exited(6)
                .said("Athena does not know the query forgotten any more");
        shell().run("history", "show", remembered(athena.run("SELECT 1 / 0")), "--rows")
                .exited(6)
                .said("has no result: it is FAILED");
    }

    private String remembered(String queryId) {
        LedgerEntry entry = LedgerEntry.started(
                Instant.now(),
                "athena",
                "sql",
                SQL,
                Scope.of(TimeRange.ALL),
                Optional.empty(),
                new AthenaRun(queryId, "primary", Region.US_EAST_1, Optional.empty()));
        Ledger.open(folder.resolve("home/.local/share/trailwise/history")).record(entry);
        return entry.id();
    }

    private Shell shell() {
        Map<String, String> environment = new HashMap<>(s3.environment());
        environment.putAll(athena.environment());
        Shell shell = new Shell(folder);
        environment.forEach(shell::with);
        return shell;
    }
}
