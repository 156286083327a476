package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.testing.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts events of real logs, where they are at hand. The figures are those of jq. */
class RealLogsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"invictus, 2900", "stratus, 310", "umccr, 206"})
    void every_event_of_a_folder_is_counted(String name, long events) {
        String logs = SharedData.folder(name).toAbsolutePath().normalize().toString();

        Shell.Result result = new Shell(folder)
                .run("sql", "SELECT count(*) AS n FROM cloudtrail", "--all-time", "--logs", logs, "--format", "csv");

        assertThat(result.out()).as(result.err()).isEqualTo("n\n" + events + "\n");
    }
}
