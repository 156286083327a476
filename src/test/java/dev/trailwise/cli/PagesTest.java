package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.testing.aws.LocalAws;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * The pages show what the commands print, over the sample trail in {@code ./logs} and in a bucket of the local AWS.
 * {@code -Dgolden.update=true} writes it into them.
 */
class PagesTest {
    private static final Pattern SHOWN = Pattern.compile("(.*?)(?: \\| head -n? ?(\\d+))?");

    /** Differ in each run. */
    private static final Pattern QUERY_ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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

    static Stream<Path> pages() throws IOException {
        List<Path> pages =
                new ArrayList<>(List.of(Path.of("README.md"), Path.of("SECURITY.md"), Path.of("SUPPORT.md")));
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream().filter(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void console_blocks_show_what_the_commands_print(Path page) throws IOException {
        String text = Files.readString(page);
        Path home = Files.createDirectory(folder.resolve(page.getFileName()));
        Files.createSymbolicLink(home.resolve("logs"), folder.resolve("s3").resolve(LocalAws.TRAIL));
        String now = PageCommands.rendered(text, command -> screen(home, command));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page, now);
            return;
        }
        assertThat(now).as(page + "; -Dgolden.update=true writes it").isEqualTo(text);
    }

    /** The picture of the README is what its first console block shows. */
    @Test
    void the_picture_of_the_readme_is_its_console_block() throws IOException {
        Matcher block = Pattern.compile("(?s)```console\n(.*?)```").matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).isTrue();
        Path picture = Path.of("docs/incident.svg");
        String now = TerminalPicture.of(block.group(1));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(picture, now);
        }
        assertThat(Files.readString(picture))
                .as("-Dgolden.update=true writes it")
                .isEqualTo(now);
    }

    @Test
    void the_readme_is_readable_in_a_hundred_columns() throws IOException {
        String prose = Files.readString(Path.of("README.md")).replaceAll("(?s)```console.*?```", "");
        assertThat(prose.lines())
                .filteredOn(line -> !line.startsWith("|") && !line.startsWith("!["))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
    }

    @Test
    void the_page_of_installation_names_the_version_of_the_build() throws IOException {
        Matcher version = Pattern.compile("<artifactId>trailwise</artifactId>\\s*<version>(.*?)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(Pattern.compile("trailwise[-_](\\d[\\d.]*\\d)")
                        .matcher(Files.readString(Path.of("docs/install.md")))
                        .results()
                        .map(named -> named.group(1)))
                .isNotEmpty()
                .allMatch(version.group(1)::equals);
    }

    @Test
    void messages_of_the_troubleshooting_page_are_messages_of_the_program() throws IOException {
        String messages = Files.readString(Path.of("src/test/resources/golden/messages.txt"));
        List<String> rows = Files.readAllLines(Path.of("docs/troubleshooting.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(messages).contains(row.split("`")[1]));
    }

    private static String screen(Path home, String command) {
        Matcher shown = SHOWN.matcher(command);
        if (!shown.matches()) {
            throw new IllegalArgumentException(command);
        }
        Shell shell = new Shell(home);
        aws.environment().forEach(shell::with);
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        String[] arguments = PageCommands.arguments(shown.group(1)).toArray(String[]::new);
        int exit = shell.onScreen(screen, arguments).exit();
        assertThat(exit).as("%s%n%s", command, screen).isIn(0, ExitCode.OVER_BUDGET.code());
        String text = QUERY_ID.matcher(screen.toString(StandardCharsets.UTF_8))
                .replaceAll("0a1b2c3d-0000-4000-8000-000000000000")
                .replaceAll(" in [0-9.]+ m?s; query", " in 3.2 s; query")
                .replace(home.toString(), "/home/you");
        if (shown.group(2) != null) {
            int most = Integer.parseInt(shown.group(2));
            text = text.lines().limit(most).reduce("", (all, line) -> all + line.stripTrailing() + "\n");
        }
        text = text.lines().reduce("", (all, line) -> all + line.stripTrailing() + "\n");
        return exit == 0 ? text : text + "(exit code " + exit + ")\n";
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_other_command_of_a_page_is_one_that_the_program_takes(Path page) throws IOException {
        assertThat(PageCommands.named(Files.readString(page)))
                .allSatisfy(command -> assertThat(problem(command)).as(command).isEmpty());
    }

    private static String problem(String command) {
        List<String> words = PageCommands.arguments(command);
        try {
            App.commandLine(host()).parseArgs(words.toArray(String[]::new));
            return "";
        } catch (CommandLine.MissingParameterException partly) {
            return ""; // a page may name a command without its arguments
        } catch (CommandLine.ParameterException wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }

    private static Host host() {
        return new Host(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                Map.of("HOME", folder.toString()),
                Clock.fixed(Shell.NOW, ZoneOffset.UTC),
                folder);
    }
}
