package dev.trailwise.launcher;

import static dev.trailwise.launcher.Checkout.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.launcher.Checkout.Run;
import dev.trailwise.launcher.Checkout.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    private static final String PRINT_LAST_ARGUMENT = "for last; do :; done; printf %s \"$last\"";
    private static final String BUILDS = "echo built >>builds; mkdir -p target/app; "
            + "touch target/app/trailwise.jar target/app/built; echo noise of a build";

    @TempDir
    Path folder;

    private Checkout checkout;

    @BeforeEach
    void lay_out_a_checkout_whose_path_has_spaces() throws IOException {
        folder = folder.toRealPath();
        checkout = new Checkout(folder.resolve("my  checkout"), folder.resolve("machine"));
    }

    // Finding a JVM

    @Test
    void without_a_jvm_it_says_what_to_install() {
        checkout.built()
                .run("demo")
                .exited(1)
                .printed("")
                .said("needs Java 17 or later, and none was found.", "openjdk-17-jdk-headless", "JAVA_HOME");
    }

    @Test
    void a_jvm_that_is_too_old_is_named() {
        Path old = jvm("old", "echo 'openjdk version \"11.0.21\" 2023-10-17' >&2");
        checkout.built()
                .with("JAVA_HOME", home(old))
                .run()
                .exited(1)
                .said("none was found (only Java 11 at " + old + ")");
    }

    @Test
    void java_8_calls_itself_1_8() {
        Path old = jvm("old", "echo 'java version \"1.8.0_292\"' >&2");
        checkout.built().onPath(old).run().exited(1).said("(only Java 8 at ");
    }

    @Test
    void a_release_file_tells_the_version_without_a_start_of_the_jvm() throws IOException {
        Path old = jvm("old", "echo started >&2");
        Files.writeString(release(old), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"16.0.2\"\n");
        Run run = checkout.built().with("JAVA_HOME", home(old)).run().exited(1).said("(only Java 16 at ");
        assertThat(run.err()).doesNotContain("started");
    }

    @Test
    void a_newer_jvm_elsewhere_is_taken_when_java_home_is_too_old() throws IOException {
        Path old = jvm("old", "echo 'openjdk version \"11\"' >&2");
        Path young = jvm("jvms/young", PRINT_LAST_ARGUMENT);
        Files.writeString(release(young), "JAVA_VERSION=\"21.0.4\"\n");
        checkout.built()
                .with("JAVA_HOME", home(old))
                .with("TRAILWISE_JVM_DIRS", "/nowhere:" + folder.resolve("jvms"))
                .run("demo")
                .exited(0)
                .printed("demo");
    }

    @Test
    void java_home_comes_before_the_path() {
        checkout.built()
                .onPath(jvm("other", "echo 'openjdk version \"17\"' >&2; echo other"))
                .with("JAVA_HOME", home(jvm17(PRINT_LAST_ARGUMENT)))
                .run("mine")
                .printed("mine");
    }

    // Help without a JVM

    @Test
    void help_and_version_are_shown_as_the_build_rendered_them_without_a_jvm() {
        checkout.built();
        checkout.write("target/app/help/.txt", "all commands\n\nExamples:\n");
        checkout.write("target/app/help/table create.txt", "how to create\n");
        checkout.write("target/app/help/--version.txt", "trailwise 1\n");
        checkout.run("--help").exited(0).printed("all commands\n\nExamples:\n").saidNothing();
        checkout.run("table", "create", "-h").exited(0).printed("how to create\n");
        checkout.run("-V").exited(0).printed("trailwise 1\n");
        checkout.run("run", "nosuch", "--help").exited(1).said("needs Java");
        checkout.run("../../x", "--help").exited(1).said("needs Java");
        checkout.run("run", "--version").exited(1).said("needs Java");
    }

    @Test
    void help_that_is_older_than_the_sources_is_built_first() {
        checkout.withSources(BUILDS + "; mkdir -p target/app/help; echo new >target/app/help/.txt")
                .with("JAVA_HOME", home(jdk17()));
        checkout.run("--help").exited(0).printed("new\n");
    }

    // Running the program

    @Test
    void arguments_arrive_as_they_were_given() {
        checkout.builtForRealJvm()
                .run("a b", "", "*", "$HOME", "it's", "\"q\"")
                .printed("a b||*|$HOME|it's|\"q\"")
                .saidNothing()
                .exited(6);
    }

    /** Of the locales, some are not installed anywhere: the C library then takes the C locale without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "tlh_QO.UTF-8", "tlh_QO.utf8", "tlh_QO"})
    void names_beyond_ascii_arrive_in_every_locale(String locale) {
        // The words are in a script: the JVM of this test may not be able to pass them on.
        Path caller = script(folder.resolve("caller"), "exec '" + checkout.launcher() + "' журнал 日誌 müller");
        checkout.builtForRealJvm().with("LANG", locale).runAs(caller).printed("журнал|日誌|müller");
    }

    @Test
    void it_can_be_called_through_links() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path near = Files.createSymbolicLink(bin.resolve("near"), bin.relativize(checkout.launcher()));
        Path far = Files.createSymbolicLink(bin.resolve("trailwise"), Path.of("near"));
        checkout.builtForRealJvm();
        checkout.runAs(near, "1").printed("1");
        checkout.runAs(far, "1").printed("1");
    }

    @Test
    void the_program_is_told_how_to_start_itself_again() {
        checkout.built()
                .with("JAVA_HOME", home(jvm17("printf %s \"$TRAILWISE_LAUNCHER\"")))
                .run()
                .printed(checkout.launcher().toString());
    }

    @Test
    void options_for_the_jvm_come_after_its_own() {
        checkout.builtForRealJvm()
                .with("TRAILWISE_JAVA_OPTS", "-Xmx300m -XX:+PrintCommandLineFlags")
                .run("1")
                .exited(1);
        assertThat(checkout.run("1").out()).contains("-XX:MaxHeapSize=314572800");
    }

    @Test
    void a_signal_reaches_the_program_and_its_exit_code_comes_back() throws Exception {
        String program = "trap 'echo stopping; exit 42' TERM; echo ready; while :; do sleep 0.05; done";
        Started started = checkout.built()
                .with("JAVA_HOME", home(jvm17(program)))
                .start(checkout.launcher())
                .untilItPrints("ready");
        started.process().destroy();
        started.await().exited(42).printed("ready\nstopping\n").saidNothing();
    }

    // The archive of classes

    @Test
    void a_damaged_archive_is_passed_over_in_silence() {
        checkout.builtForRealJvm().write("target/app/trailwise.jsa", "no archive at all");
        checkout.run("1").exited(1).printed("1").saidNothing();
    }

    @Test
    void an_archive_of_another_build_is_passed_over_in_silence() throws Exception {
        checkout.builtForRealJvm();
        Process dump = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:+UseSerialGC",
                        "-Xshare:dump",
                        "-XX:SharedArchiveFile=trailwise.jsa",
                        "-cp",
                        "trailwise.jar")
                .directory(checkout.app().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(dump.waitFor()).isZero();
        assertThat(checkout.app().resolve("trailwise.jsa")).isNotEmptyFile();
        checkout.run("1").exited(1).printed("1").saidNothing();
        checkout.touch("target/app/trailwise.jar", Instant.parse("2020-01-01T00:00:00Z"));
        checkout.run("1").exited(1).printed("1").saidNothing();
    }

    // Building

    @Test
    void without_a_build_and_without_leave_to_build_it_says_so() {
        checkout.withSources(BUILDS)
                .with("JAVA_HOME", home(jdk17()))
                .with("TRAILWISE_NO_BUILD", "1")
                .run()
                .exited(1)
                .said("there is no build in " + checkout.app());
    }

    @Test
    void it_builds_when_there_is_no_build_and_keeps_the_noise_out_of_the_answer() {
        Run run = checkout.withSources(BUILDS).with("JAVA_HOME", home(jdk17())).run("demo");
        run.exited(0).printed("demo").said("trailwise: building", "trailwise: built in");
        assertThat(run.err()).doesNotContain("noise");
        assertThat(checkout.root.resolve("target/build.log")).content().contains("noise of a build");
        assertThat(checkout.lock()).doesNotExist();
    }

    @Test
    void it_builds_again_only_when_a_source_is_newer() {
        checkout.withSources(BUILDS).with("JAVA_HOME", home(jdk17())).run("1").exited(0);
        checkout.run("1").exited(0).saidNothing();
        assertThat(builds()).isEqualTo(1);

        checkout.touch("src/main/java/App.java", Instant.now().plusSeconds(5));
        checkout.with("TRAILWISE_NO_BUILD", "1").run("1").exited(0).saidNothing();
        assertThat(builds()).isEqualTo(1);

        checkout.with("TRAILWISE_NO_BUILD", "0").run("1").exited(0).said("building");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void a_source_that_was_removed_calls_for_a_build() throws IOException {
        checkout.withSources(BUILDS).with("JAVA_HOME", home(jdk17())).run("1").exited(0);
        checkout.touch("target/app/built", Instant.now().minusSeconds(5));
        Files.delete(checkout.root.resolve("src/main/java/App.java"));
        checkout.run("1").said("building");
    }

    @Test
    void a_build_that_fails_shows_the_end_of_its_log() {
        checkout.withSources("echo first; echo cannot find symbol; exit 1")
                .with("JAVA_HOME", home(jdk17()))
                .run("demo")
                .exited(1)
                .printed("")
                .said("cannot find symbol", "the build failed", "target/build.log");
        assertThat(checkout.lock()).doesNotExist();
    }

    @Test
    void a_jvm_without_a_compiler_cannot_build() {
        checkout.withSources(BUILDS)
                .with("JAVA_HOME", home(jvm17("exit 0")))
                .run()
                .exited(1)
                .said("a JDK is needed");
    }

    @Test
    void two_starts_at_once_build_once() {
        checkout.withSources("sleep 0.5; " + BUILDS).with("JAVA_HOME", home(jdk17()));
        Started first = checkout.start(checkout.launcher(), "1");
        Started second = checkout.start(checkout.launcher(), "2");
        first.await().exited(0).printed("1");
        second.await().exited(0).printed("2");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void the_lock_of_a_build_that_was_killed_is_taken_over() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(checkout.lock().getParent());
        Files.createSymbolicLink(checkout.lock(), Path.of(Long.toString(dead.pid())));
        checkout.withSources(BUILDS)
                .with("JAVA_HOME", home(jdk17()))
                .run("1")
                .exited(0)
                .printed("1");
    }

    private long builds() {
        try {
            return Files.readAllLines(checkout.root.resolve("builds")).size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A JVM of this name that answers -version, and everything else, with the shell script. */
    private Path jvm(String name, String script) {
        return script(folder.resolve(name).resolve("bin/java"), script);
    }

    private Path jvm17(String script) {
        return jvm(
                "jvm17", "if [ \"$1\" = -version ]; then echo 'openjdk version \"17.0.1\"' >&2; exit; fi\n" + script);
    }

    private Path jdk17() {
        Path java = jvm17(PRINT_LAST_ARGUMENT);
        script(java.resolveSibling("javac"), "exit 0");
        return java;
    }

    private static String home(Path java) {
        return java.getParent().getParent().toString();
    }

    private static Path release(Path java) {
        return Path.of(home(java), "release");
    }
}
