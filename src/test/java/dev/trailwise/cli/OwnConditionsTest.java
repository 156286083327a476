package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.testing.aws.LocalAws;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that an author writes narrow the estimate as they narrow the bill, which a judge of its own reckons. */
class OwnConditionsTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM cloudtrail WHERE region = 'us-east-1'",
                "SELECT count(*) FROM cloudtrail c WHERE c.region IN ('us-east-1', 'us-west-2') AND c.account <> '111122223333'",
                "SELECT count(*) FROM cloudtrail WHERE day >= '2026/10/05' AND (eventname = 'x' OR region = 'us-west-2')",
                "SELECT count(*) FROM cloudtrail WHERE region = 'us-east-1' OR region = 'us-west-2'",
                "SELECT count(*) FROM cloudtrail WHERE day NOT BETWEEN '2026/10/03' AND '2026/10/05'",
                "SELECT count(*) FROM (SELECT * FROM cloudtrail WHERE day = '2026/10/03') WHERE region LIKE 'us-%'",
                "SELECT count(*) FROM (SELECT * FROM cloudtrail ORDER BY eventtime LIMIT 5) WHERE region = 'us-east-1'",
                "SELECT count(*) FROM (SELECT recipientaccountid AS region FROM cloudtrail) WHERE region = 'us-east-1'",
                "WITH e AS (SELECT * FROM cloudtrail WHERE region = 'us-east-1') SELECT 1 FROM e a JOIN e b ON a.eventid = b.eventid",
                "WITH e AS (SELECT * FROM cloudtrail) SELECT 1 FROM e WHERE account = '222233334444'",
                "SELECT 1 FROM cloudtrail WHERE region = 'us-east-1' UNION ALL SELECT 2 FROM insights WHERE day = '2026/10/07'",
                "SELECT (SELECT max(eventtime) FROM cloudtrail WHERE account = '111122223333') FROM cloudtrail WHERE day < '2026/10/02'",
                "SELECT count(*) FROM cloudtrail WHERE region IN (SELECT 'us-east-1' FROM network_activity)",
                "SELECT count(*) FROM cloudtrail WHERE account = '999999999999'",
            })
    void the_estimate_is_what_is_scanned(String sql) throws IOException, InterruptedException {
        Shell shell = new Shell(folder);
        aws.environment().forEach(shell::with);
        JsonNode estimate = new ObjectMapper()
                .readTree(shell.run("sql", sql, "-n", "--format", "json", "--from", "2026-10-01", "--to", "2026-10-07")
                        .succeeded()
                        .out());

        String query = aws.athena().run(estimate.path("sql").asText());

        assertThat(aws.athena().state(query)).isEqualTo("SUCCEEDED");
        long scanned = aws.athena().scanned(query);
        if (estimate.path("exactness").asText().equals("exact")) {
            assertThat(estimate.path("bytes").asLong()).isEqualTo(scanned);
        } else {
            assertThat(estimate.path("bytes").asLong()).isGreaterThanOrEqualTo(scanned);
        }
    }
}
