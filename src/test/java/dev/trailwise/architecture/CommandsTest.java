package dev.trailwise.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final int MOST_LINES = 60;

    @Test
    void a_command_has_its_options_and_a_call_into_a_room_and_no_rules() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/trailwise/cli"))) {
            List<Path> commands = files.filter(file -> file.toString().endsWith("Command.java"))
                    .toList();

            assertThat(commands)
                    .hasSizeGreaterThan(25)
                    .allSatisfy(command -> assertThat(Files.readAllLines(command))
                            .as(command.toString())
                            .hasSizeLessThan(MOST_LINES));
        }
    }
}
