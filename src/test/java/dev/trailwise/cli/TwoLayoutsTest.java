package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sample.SampleTrail;
import dev.trailwise.table.AccountProjection;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bucket with the folders of an account and of an organization, queried as one on Athena. Rows are for Trino to judge. */
class TwoLayoutsTest {
    private static final String ACCOUNT = SampleTrail.MANAGEMENT.digits();

    @TempDir
    Path folder;

    private Path logs;
    private LocalAws aws;

    @BeforeEach
    void moveOneAccount() throws IOException {
        aws = new LocalAws(folder.resolve("s3"), Clock.fixed(Shell.NOW, ZoneOffset.UTC));
        logs = folder.resolve("s3").resolve(LocalAws.TRAIL).resolve("AWSLogs");
        Files.move(logs.resolve(SampleTrail.ORGANIZATION.id()).resolve(ACCOUNT), logs.resolve(ACCOUNT));
        put(Tables.EVENTS);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private void put(TableDefinition definition) {
        aws.glue()
                .put(new ProjectedTable(
                        LocalAws.TABLE.of(definition),
                        definition,
                        LocalAws.TRAIL,
                        SampleTrail.LAYOUT,
                        AccountProjection.of(new TreeSet<>(SampleTrail.ACCOUNTS)),
                        new TreeSet<>(Set.of(Region.US_EAST_1)),
                        new LogDay(SampleTrail.FIRST_DAY)));
    }

    @Test
    void both_are_priced_and_read() throws IOException {
        put(Tables.EVENTS.ofAccounts());
        String price = shell().run(words("--dry-run", "--format", "json"))
                .succeeded()
                .printed("\"exactness\":\"exact\"", "\"bytes\":" + bytes())
                .out();
        assertThat(price).contains("UNION ALL");
        shell().run(words("--format", "csv")).succeeded().said("as estimated");
        assertThat(sent())
                .contains("FROM \"security\".\"cloudtrail_logs\" WHERE")
                .contains("UNION ALL SELECT * FROM \"security\".\"cloudtrail_logs_accounts\" WHERE");
    }

    @Test
    void the_table_that_is_missing_is_named_with_the_command_that_creates_it() {
        shell().run(words("--format", "csv"))
                .exited(6)
                .said("cloudtrail_logs_accounts", "trailwise table create --account-folders");
    }

    @Test
    void without_the_setting_the_table_of_the_trail_is_read_alone() {
        shell().with("TRAILWISE_TRAIL_ACCOUNT_FOLDERS", "false")
                .run(words("--format", "csv"))
                .succeeded();
        assertThat(sent()).doesNotContain("_accounts");
    }

    @Test
    void a_scope_without_files_in_either_is_answered_without_athena() {
        put(Tables.EVENTS.ofAccounts());
        String[] words = words("--format", "csv", "--account", "999988887777");
        assertThat(shell().run(words)
                        .succeeded()
                        .said("No log files match this query")
                        .out())
                .isEqualTo("account,n\n");
        assertThat(aws.athena().started()).isEmpty();
    }

    private String sent() {
        return aws.athena().sql(aws.athena().started().get(0));
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.walk(logs)) {
            return files.filter(file -> file.toString().matches(".*/CloudTrail/us-east-1/2026/10/0[1-9]/.*\\.gz"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String[] words(String... more) {
        return Stream.concat(
                        Stream.of(
                                "sql",
                                "SELECT account, count(*) AS n FROM cloudtrail GROUP BY account",
                                "--region",
                                "us-east-1",
                                "--from",
                                "2026-10-01",
                                "--to",
                                "2026-10-08"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private Shell shell() {
        Shell shell = new Shell(folder);
        aws.environment().forEach(shell::with);
        return shell.with("TRAILWISE_TRAIL_ACCOUNT_FOLDERS", "true");
    }
}
