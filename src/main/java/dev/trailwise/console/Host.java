package dev.trailwise.console;

import dev.trailwise.failure.Failure;
import dev.trailwise.output.ClosedPipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Everything the program touches outside itself, passed in so that tests can seal it.
 *
 * @param in what is piped in
 * @param out takes the result, and nothing else; unbuffered, so that a closed pipe shows
 * @param err takes all messages
 * @param environment the environment variables
 * @param clock tells the time of the question
 * @param directory the working directory, absolute
 */
public record Host(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        Path directory) {
    public Host {
        environment = Map.copyOf(environment);
    }

    /** The value of a variable; empty text when it is not set. */
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** The path that a user means by a text: of the working directory, and {@code ~} is the user's own. */
    public Path resolve(String text) {
        if (text.equals("~") || text.startsWith("~/")) {
            return Path.of(variable("HOME") + text.substring(1));
        }
        return directory.resolve(text).normalize();
    }

    /**
     * Writes text to stdout, as the result.
     *
     * @throws Failure when nobody takes it
     */
    public void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }
}
