package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.console.Host;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Walks the live command tree: whatever command is added is held to the same. */
class CommandTreeTest {
    static Stream<CommandLine> commands() {
        return tree(App.commandLine(host()))
                .filter(command -> !command.getCommandSpec().usageMessage().hidden());
    }

    /** The launcher shows these pages without a JVM. */
    @Test
    void the_pages_that_the_build_renders_are_those_that_help_prints() {
        Shell shell = new Shell(Path.of("").toAbsolutePath());
        Map<String, String> pages = App.help(host());
        assertThat(pages).hasSizeGreaterThan(25).containsKeys("", "run", "table create");
        pages.forEach((words, page) -> {
            Stream<String> asked =
                    Stream.concat(Stream.of(words.split(" ")).filter(word -> !word.isEmpty()), Stream.of("--help"));
            assertThat(shell.run(asked.toArray(String[]::new)).succeeded().out())
                    .as(words)
                    .isEqualTo(page);
        });
    }

    private static Host host() {
        return new Host(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                Map.of(),
                Clock.systemUTC(),
                Path.of("").toAbsolutePath());
    }

    private static Stream<CommandLine> tree(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().distinct().flatMap(CommandTreeTest::tree));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_says_what_it_does_and_shows_an_example(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(String.join("\n", command.getCommandSpec().usageMessage().footer()))
                .contains("trailwise ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_option_and_parameter_is_described(CommandLine command) {
        assertThat(command.getCommandSpec().args())
                .allSatisfy(
                        arg -> assertThat(arg.description()).as(arg.toString()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_fits_eighty_columns_and_goes_to_stdout(CommandLine command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.usage(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }
}
