package dev.trailwise.workspace;

import dev.trailwise.console.Host;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.logs.paths.LogPaths;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code --logs} names. */
public final class LogInput {
    public static final String STDIN = "-";

    private final boolean piped;
    private final LogPaths paths;

    private LogInput(boolean piped, LogPaths paths) {
        this.piped = piped;
        this.paths = paths;
    }

    /**
     * Finds them; what is piped in is read to its end, once for all queries of the workspace.
     *
     * @throws dev.trailwise.failure.Failure when one is not there
     */
    public static LogInput open(Workspace workspace, List<String> given) {
        if (given.isEmpty()) {
            throw Failure.usage(
                    "nothing to query",
                    Remedy.flag(FlagName.LOGS, "DIR", "queries log files on this machine"),
                    Remedy.command(CommandName.INIT, "sets up queries of your trail with Athena"),
                    Remedy.command(CommandName.DEMO, "shows both on a sample trail"));
        }
        List<Path> named = given.stream()
                .filter(text -> !text.equals(STDIN))
                .map(text -> resolve(workspace.host(), text))
                .toList();
        if (named.size() == given.size()) {
            return new LogInput(false, existing(named));
        }
        if (!named.isEmpty()) {
            existing(named); // before all of stdin is read
        }
        List<Path> all = new ArrayList<>(named);
        all.add(workspace.pipedLog());
        return new LogInput(true, LogPaths.of(all));
    }

    private static Path resolve(Host host, String text) {
        try {
            return host.resolve(text);
        } catch (InvalidPathException e) {
            throw Failure.usage("'" + text + "' is not a valid path of logs");
        }
    }

    private static LogPaths existing(List<Path> named) {
        LogPaths paths = LogPaths.of(named);
        for (Path path : paths.expand()) {
            if (!Files.exists(path)) {
                throw Failure.usage(
                        "there is no " + path,
                        Remedy.flag(FlagName.LOGS, "PATH", "names a folder of CloudTrail files, or one file"));
            }
        }
        return paths;
    }

    public LogPaths paths() {
        return paths;
    }

    /** Whether the same logs can be read again by another run, so that a cache of them is of use. */
    public boolean lasting() {
        return !piped;
    }
}
