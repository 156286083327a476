package dev.trailwise.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trailwise.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts that jq gives for logs of real accounts, where these are there. */
class RealLogsTest {
    private static final Path DATA = Path.of(System.getProperty("trailwise.test.data", "../shared/data"));

    @ParameterizedTest
    @CsvSource({"invictus, 55, 2900", "stratus, 35, 310", "umccr/test_input, 21, 206"})
    void as_many_events_are_found_as_jq_finds(String folder, int files, int events) {
        Path root = DATA.resolve(folder);
        assumeTrue(Files.isDirectory(root), "skipped: " + root + " is not there");

        LogFiles.Found found = LogFiles.find(root);
        Reading reading = Reading.of(Tables.EVENTS, found.files(), Limits.DEFAULT);

        assertThat(found.files()).hasSize(files);
        assertThat(found.problems()).isEmpty();
        assertThat(reading.reports)
                .allSatisfy(report -> assertThat(report.problem()).isEmpty());
        assertThat(reading.rows).hasSize(events);
        assertThat(reading.column("eventname")).doesNotContainNull();
    }
}
