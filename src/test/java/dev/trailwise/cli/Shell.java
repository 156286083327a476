package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.console.Host;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs the whole program in process, in a sealed environment: its own home, folder, clock and streams. */
final class Shell {
    static final Instant NOW = Instant.parse("2026-10-11T08:00:00Z");

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private InputStream input = new ByteArrayInputStream(new byte[0]);
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    Shell(Path directory) {
        this.directory = directory;
        environment.put("HOME", directory.resolve("home").toString());
        environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        environment.put("TRAILWISE_BACKGROUND", "off");
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell typing(String text) {
        return typing(text.getBytes(StandardCharsets.UTF_8));
    }

    Shell typing(byte[] bytes) {
        return typing(new ByteArrayInputStream(bytes));
    }

    Shell typing(InputStream typed) {
        input = typed;
        return this;
    }

    Shell at(Clock time) {
        clock = time;
        return this;
    }

    Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return run(out, args);
    }

    Result run(OutputStream out, String... args) {
        return run(out, new ByteArrayOutputStream(), args);
    }

    /** Runs it with both of its streams on one screen. */
    Result onScreen(ByteArrayOutputStream screen, String... args) {
        return run(screen, screen, args);
    }

    private Result run(OutputStream out, ByteArrayOutputStream err, String... args) {
        Host host =
                new Host(input, out, new PrintStream(err, true, StandardCharsets.UTF_8), environment, clock, directory);
        int exit = App.run(args, host);
        String text = out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
        return new Result(exit, text, err.toString(StandardCharsets.UTF_8));
    }

    /** What a run left behind. */
    record Result(int exit, String out, String err) {
        Result succeeded() {
            return exited(0);
        }

        Result exited(int code) {
            assertThat(exit).as("exit code; stderr was:%n%s", err).isEqualTo(code);
            return this;
        }

        Result said(String... words) {
            assertThat(err).contains(words);
            return this;
        }

        Result printed(String... words) {
            assertThat(out).contains(words);
            return this;
        }

        Result printedExactly(String text) {
            assertThat(out).isEqualTo(text);
            return this;
        }
    }
}
