package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.console.Host;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reference of commands is what their help prints. */
class CommandsPageTest {
    private static final Path PAGE = Path.of("docs/commands.md");

    @Test
    void the_page_has_the_help_of_every_command() throws IOException {
        Host host = new Host(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                Map.of(),
                Clock.systemUTC(),
                Path.of("").toAbsolutePath());
        StringBuilder page = new StringBuilder("# Commands\n\nWhat `--help` prints, and `man trailwise-COMMAND`.\n");
        App.help(host).forEach((words, help) -> {
            if (!words.equals("complete")) {
                page.append("\n## ").append(("trailwise " + words).strip()).append("\n\n```text\n");
                page.append(help).append("```\n");
            }
        });
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("-Dgolden.update=true writes it").isEqualTo(page.toString());
    }
}
