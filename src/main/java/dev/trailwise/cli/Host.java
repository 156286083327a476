package dev.trailwise.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
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
}
