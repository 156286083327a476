package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tab gives: by the command that shells ask, and in the shells that are here. */
class CompletionTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeSettings() throws IOException {
        Files.writeString(
                folder.resolve("trailwise.yaml"),
                "trail:\n  accounts: [111122223333, 444455556666]\n  regions: [us-east-1, us-west-2]\nqueries: own\n");
        Files.createDirectories(folder.resolve("own/mine"));
        Files.writeString(
                folder.resolve("own/mine/top-secret.sql"), "/*---\ntitle: x\n---*/\nSELECT 1 FROM cloudtrail\n");
        Files.writeString(folder.resolve("own/mine/$(touch gone).sql"), "/*---\ntitle: x\n---*/\nSELECT 1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ru; run",
                "table cr; create",
                "run top-e; top-events",
                "run top-s; top-secret top-services",
                "queries show key-act; key-activity",
                "run key-activity ac; access_key=",
                "hunt own_; own_accounts=",
                "search --event-n; --event-name",
                "search --event-name StopL; StopLogging",
                "search --event-name DeleteTrail,StopL; DeleteTrail,StopLogging",
                "run top-events --format nd; ndjson",
                "run top-events --format=nd; --format=ndjson",
                "run --region us-w; us-west-2",
                "hunt --account 4; 444455556666",
                "hunt --min-level h; high",
                "hunt --mitre T1562.008; T1562.008",
                "completion z; zsh",
                "--vers; --version"
            })
    void a_line_goes_on_with(String typed, String candidates) {
        assertThat(candidates(typed)).containsExactly(candidates.split(" "));
    }

    @Test
    void all_that_there_is_is_offered_without_a_letter_but_for_what_is_hidden() {
        assertThat(candidates("")).contains("run", "hunt", "mcp").doesNotContain("complete");
        assertThat(candidates("run -")).contains("--from", "--logs").doesNotContain("--via");
        assertThat(candidates("run ")).hasSizeGreaterThan(150);
    }

    @Test
    void files_are_left_to_the_shell_and_names_that_a_shell_would_run_to_nobody() {
        assertThat(candidates("sigma check ")).isEmpty();
        assertThat(candidates("search --logs ")).isEmpty();
        assertThat(candidates("run ")).noneMatch(name -> name.contains("$"));
    }

    @Test
    void settings_that_cannot_be_read_leave_the_commands() throws IOException {
        Files.writeString(folder.resolve("trailwise.yaml"), "trail: [");
        assertThat(candidates("ru")).containsExactly("run");
        assertThat(candidates("run top-e")).containsExactly("top-events");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bash; COMP_WORDS=(trailwise run top-e) COMP_CWORD=2; _trailwise; echo \"${COMPREPLY[*]}\"; top-events",
                "bash; COMP_WORDS=(trailwise run x --format = nd) COMP_CWORD=5; _trailwise; echo \"${COMPREPLY[*]}\"; ndjson",
                "bash; COMP_WORDS=(trailwise sigma check ./trailw) COMP_CWORD=3; _trailwise; echo \"${COMPREPLY[*]}\"; ./trailwise.yaml"
            })
    void bash_asks(String shell, String one, String two, String three, String printed) throws Exception {
        assertThat(in(shell, "source <(trailwise completion bash); " + String.join(";", one, two, three)))
                .isEqualTo(printed + "\n");
    }

    @Test
    void zsh_asks() throws Exception {
        String script = "compdef() {}; compadd() { print -l -- ${@:#-*} }; _files() { print files };"
                + " source <(trailwise completion zsh); words=(trailwise run top-e); CURRENT=3; _trailwise;"
                + " words=(trailwise sigma check x); CURRENT=4; _trailwise";
        assertThat(in("zsh", script).lines().filter(line -> !line.isBlank())).containsExactly("top-events", "files");
    }

    @Test
    void fish_asks() throws Exception {
        String script = "trailwise completion fish | source; complete -C 'trailwise run top-e'";
        assertThat(in("fish", script)).isEqualTo("top-events\n");
    }

    private List<String> candidates(String typed) {
        String[] words = (typed + ".").split(" ");
        words[words.length - 1] = words[words.length - 1].replaceFirst("[.]$", "");
        return new Shell(folder)
                .run(Stream.concat(Stream.of("complete", "--"), Stream.of(words))
                        .toArray(String[]::new))
                .succeeded()
                .out()
                .lines()
                .toList();
    }

    /** Runs a script in a shell that finds the program on its path. */
    private String in(String shell, String script) throws Exception {
        assumeThat(Stream.of("/bin/", "/usr/bin/").map(Path::of).map(bin -> bin.resolve(shell)))
                .as(shell + " is here")
                .anyMatch(Files::exists);
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("trailwise");
        Files.writeString(
                program,
                "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' dev.trailwise.Main \"$@\"\n"
                        .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder builder = new ProcessBuilder(shell, "-c", script).directory(folder.toFile());
        builder.environment()
                .put("PATH", program.getParent() + ":" + builder.environment().get("PATH"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C");
        builder.redirectError(folder.resolve("stderr").toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("stderr")))
                .isZero();
        return printed;
    }
}
