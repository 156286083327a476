package dev.trailwise.console.pager;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program that shows long text, as git chooses it.
 *
 * @param command run by the shell, so that it may have options, quotes and pipes
 * @param environment of the program; with options for {@code less} where the user has set none
 * @param directory where it runs
 */
public record Pager(String command, Map<String, String> environment, Path directory) {
    private static final String LESS = "FRX";

    /** {@code TRAILWISE_PAGER}, else {@code PAGER}, else {@code less}. Nothing for empty text, for {@code cat}, and where there is no less. */
    public static Optional<Pager> of(Map<String, String> environment, Path directory) {
        String named = environment.getOrDefault(
                "TRAILWISE_PAGER", environment.getOrDefault("PAGER", hasLess(environment) ? "less -" + LESS : ""));
        String command = named.strip();
        return command.isEmpty()
                        || command.equals("cat")
                        || environment.getOrDefault("TERM", "").equals("dumb")
                ? Optional.empty()
                : Optional.of(new Pager(command, environment, directory));
    }

    private static boolean hasLess(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, "less").canExecute());
    }

    /** Starts it: it reads the text from a pipe, and shows it on this program's own terminal. */
    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("LESS", LESS);
        return builder.start();
    }
}
