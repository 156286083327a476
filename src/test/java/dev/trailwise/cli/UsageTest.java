package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.testing.Golden;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path folder;

    @Test
    void help_is_the_result_when_it_is_asked_for() {
        Golden.assertMatches(
                "cli/help.txt", new Shell(folder).run("--help").succeeded().out());
    }

    @Test
    void without_a_command_the_way_on_is_shown_on_stderr() {
        new Shell(folder).run().exited(2).printedExactly("").said("trailwise demo", "--help");
    }

    @Test
    void on_a_terminal_the_name_alone_shows_the_way_and_what_is_here() throws IOException {
        Shell terminal = new Shell(folder).with("TRAILWISE_TTY", "012");
        assertThat(terminal.run().succeeded().out())
                .contains("trailwise demo", "--logs FOLDER", "no trailwise.yaml", "none seen", "none in this folder");

        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("AWSLogs/111122223333"));
        assertThat(terminal.run().succeeded().out()).as("empty folders").contains("none in this folder");

        Files.writeString(folder.resolve("AWSLogs/111122223333/a.json.gz"), "");
        Files.createDirectories(folder.resolve("home/.aws"));
        Files.writeString(folder.resolve("home/.aws/config"), "");
        Files.writeString(folder.resolve("trailwise.yaml"), "trail:\n  bucket: my-logs\n");
        assertThat(terminal.with("AWS_REGION", "eu-west-1").run().succeeded().out())
                .contains("--logs ./AWSLogs  your", "trailwise.yaml, bucket my-logs", "the AWS CLI's files are there")
                .contains("in ./AWSLogs", "Region       eu-west-1");

        Files.writeString(folder.resolve("trailwise.yaml"), "trial:\n  bucket: my-logs\n");
        assertThat(terminal.run().succeeded().out()).contains("trailwise.yaml:1: unknown setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"queries", "queries show top-events", "history", "prices", "demo"})
    void whoever_stops_reading_has_enough(String command) {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        Shell.Result result = new Shell(folder).run(closed, command.split(" "));

        assertThat(result.exited(0).err()).doesNotContain("error", "bug");
    }

    @Test
    void a_misspelt_command_is_refused_with_the_nearest_one() {
        new Shell(folder).run("hlep").exited(2).printedExactly("").said("hlep", "help");
    }
}
