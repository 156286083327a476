package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.testing.aws.LocalAws;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies of AWS, or of what stands in for it, that lack what they should hold: a failure of the service, never a bug. */
class StrangeRepliesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static LocalAws aws;

    @BeforeAll
    static void start() {
        aws = new LocalAws(folder.resolve("s3"), Clock.fixed(Shell.NOW, ZoneOffset.UTC)).withTables();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @AfterEach
    void asUsual() {
        aws.athena().service().replyAsUsual();
        aws.glue().service().replyAsUsual();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GetWorkGroup|{}",
                "GetWorkGroup|{\"WorkGroup\": {}}",
                "GetWorkGroup|{\"WorkGroup\": {\"Name\": \"primary\", \"State\": \"NEW\"}}",
                "StartQueryExecution|{}",
                "GetQueryResults|{}",
                "GetQueryResults|{\"ResultSet\": {}}",
                "GetQueryResults|{\"ResultSet\": {\"ResultSetMetadata\": {\"ColumnInfo\": []}}}"
            })
    void a_reply_that_lacks_what_it_should_hold_is_the_services_failure(String operation, String reply)
            throws JsonProcessingException {
        aws.athena().service().reply(operation, JSON.readTree(reply));

        Shell.Result result = run();

        assertThat(result.exit()).as(result.err()).isIn(6, 7);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).doesNotContain("bug in trailwise", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"Table\": {}}", "{\"Table\": {\"Name\": \"a_view\", \"TableType\": \"VIRTUAL_VIEW\"}}"})
    void a_catalog_that_describes_no_table_is_passed_over(String reply) throws JsonProcessingException {
        aws.glue().service().reply("GetTable", JSON.readTree(reply));

        run("--dry-run").succeeded();
    }

    private static Shell.Result run(String... more) {
        List<String> words = new ArrayList<>(
                List.of("sql", "SELECT count(*) AS n FROM cloudtrail", "--from", "2026-10-07", "--to", "2026-10-07"));
        words.addAll(List.of(more));
        Shell shell = new Shell(folder);
        aws.environment().forEach(shell::with);
        return shell.run(words.toArray(String[]::new));
    }
}
