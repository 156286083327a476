package dev.trailwise.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * The real launcher in a checkout of its own, run in a sealed environment: its PATH holds the few tools that it needs and no
 * JVM, and what it finds beside it are stand-ins for Maven and for the program.
 */
final class Checkout {
    private static final List<String> TOOLS =
            List.of("bash", "env", "find", "head", "ln", "mkdir", "readlink", "rm", "sed", "sleep", "tail", "touch");

    final Path root;
    private final Path tools;
    private final Map<String, String> environment = new HashMap<>();

    /** Lays the checkout out in `root`; `outside` is for what belongs to the machine. */
    Checkout(Path root, Path outside) {
        this.root = root;
        this.tools = outside.resolve("tools");
        environment.put("PATH", tools.toString());
        environment.put("HOME", outside.resolve("home").toString());
        environment.put("TRAILWISE_JVM_DIRS", outside.resolve("no-jvm-here").toString());
        try {
            for (String tool : TOOLS) {
                standIn(onThisMachine(tool));
            }
            Files.createDirectories(root.resolve("scripts"));
            Files.copy(Path.of("scripts", "trailwise"), launcher());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path launcher() {
        return root.resolve("scripts/trailwise");
    }

    Path app() {
        return root.resolve("target/app");
    }

    Path lock() {
        return root.resolve("target/build.lock");
    }

    Checkout with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Puts a program on the PATH. */
    Checkout onPath(Path program) {
        standIn(program);
        return this;
    }

    private void standIn(Path program) {
        script(tools.resolve(program.getFileName()), "exec '" + program + "' \"$@\"");
    }

    /** A program that was built some time ago, and whose content does not matter. */
    Checkout built() {
        write("target/app/trailwise.jar", "");
        write("target/app/built", "");
        return this;
    }

    /** A program for a real JVM, {@link Echo}, that was built some time ago. */
    Checkout builtForRealJvm() {
        built();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        try (OutputStream file = Files.newOutputStream(app().resolve("trailwise.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest);
                InputStream code = Echo.class.getResourceAsStream("Echo.class")) {
            jar.putNextEntry(new ZipEntry(Echo.class.getName().replace('.', '/') + ".class"));
            code.transferTo(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with("JAVA_HOME", System.getProperty("java.home"));
    }

    /** Sources, older than any build, and a stand-in for Maven: a shell script that runs in the checkout. */
    Checkout withSources(String maven) {
        write("pom.xml", "<project/>");
        touch("pom.xml", Instant.EPOCH);
        touch(write("src/main/java/App.java", ""), Instant.EPOCH);
        touch("src/main/java", Instant.EPOCH);
        touch("src/main", Instant.EPOCH);
        script(root.resolve("mvnw"), maven);
        return this;
    }

    String write(String file, String content) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), content, StandardCharsets.UTF_8);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void touch(String file, Instant time) {
        try {
            Files.setLastModifiedTime(root.resolve(file), FileTime.from(time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path script(Path file, String body) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "#!/bin/sh\n" + body + "\n", StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run run(String... arguments) {
        return runAs(launcher(), arguments);
    }

    Run runAs(Path command, String... arguments) {
        return start(command, arguments).await();
    }

    Started start(Path command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command.toString()));
        words.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(tools.getParent(), "out", ".txt");
            Path err = Files.createTempFile(tools.getParent(), "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(tools.getParent().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Started(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path onThisMachine(String tool) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return Path.of(folder, tool);
            }
        }
        throw new IllegalStateException("the launcher's tests need " + tool + " on the PATH");
    }

    /** A launcher that is running, with the files that its output goes to. */
    record Started(Process process, Path out, Path err) {
        Started untilItPrints(String text) throws Exception {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!Files.readString(out).contains(text)) {
                assertThat(System.nanoTime()).as("waiting for %s", text).isLessThan(deadline);
                Thread.sleep(20);
            }
            return this;
        }

        Run await() {
            try {
                assertThat(process.waitFor(60, TimeUnit.SECONDS))
                        .as("ends within a minute")
                        .isTrue();
                return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a run left behind. */
    record Run(int exit, String out, String err) {
        Run exited(int code) {
            assertThat(exit)
                    .as("exit code; stdout was:%n%s%nstderr was:%n%s", out, err)
                    .isEqualTo(code);
            return this;
        }

        Run printed(String text) {
            assertThat(out).isEqualTo(text);
            return this;
        }

        Run said(String... words) {
            assertThat(err).contains(words);
            return this;
        }

        Run saidNothing() {
            assertThat(err).isEmpty();
            return this;
        }
    }
}
