package dev.trailwise.cli;

import dev.trailwise.cli.option.LogOption;
import dev.trailwise.console.Host;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.workspace.LogInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Begins what takes longest while the command line is still being read, where it will be needed. */
final class Preload {
    private static final Set<String> READ_SQL = Set.of("queries", "run", "search", "sql");

    private Preload() {}

    /**
     * Begins, in threads of their own, and returns at once. What goes wrong, or was guessed wrong, shows when it is
     * really used.
     */
    static void start(List<String> args, Host host) {
        if (!args.isEmpty() && READ_SQL.contains(args.get(0))) {
            AthenaSql.load(() -> question(args, host));
            if (!args.contains("--dry-run")) {
                logs(args, host).ifPresent(LocalEngine::load);
            }
        }
    }

    /** The question, when it is on the command line or in a file named there. A pipe can be read but once. */
    private static Optional<String> question(List<String> args, Host host) throws IOException {
        Optional<Path> file = value(args, "--file").or(() -> value(args, "-f")).map(host::resolve);
        return file.isPresent() && Files.isRegularFile(file.get())
                ? Optional.of(Files.readString(file.get()))
                : args.stream().filter(arg -> arg.indexOf(' ') > 0).findFirst();
    }

    private static Optional<LogPaths> logs(List<String> args, Host host) {
        List<Path> paths = new ArrayList<>();
        for (int at = 0; at + 1 < args.size(); at++) {
            if (args.get(at).equals(LogOption.NAME)) {
                if (args.get(at + 1).equals(LogInput.STDIN)) {
                    return Optional.empty();
                }
                paths.add(host.resolve(args.get(at + 1)));
            }
        }
        return paths.isEmpty() ? Optional.empty() : Optional.of(LogPaths.of(paths));
    }

    private static Optional<String> value(List<String> args, String option) {
        int at = args.indexOf(option) + 1;
        return at > 0 && at < args.size() ? Optional.of(args.get(at)) : Optional.empty();
    }
}
