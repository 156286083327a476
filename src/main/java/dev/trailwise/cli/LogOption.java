package dev.trailwise.cli;

import dev.trailwise.local.PipedLog;
import dev.trailwise.logs.paths.LogPaths;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code --logs} names; a log from stdin is there until this is closed. */
final class LogOption implements AutoCloseable {
    static final String NAME = "--logs";
    static final String STDIN = "-";

    private final Optional<PipedLog> piped;
    private final LogPaths paths;

    private LogOption(Optional<PipedLog> piped, LogPaths paths) {
        this.piped = piped;
        this.paths = paths;
    }

    /**
     * Finds them; what is piped in is read to its end.
     *
     * @throws dev.trailwise.failure.Failure when one is not there
     */
    static LogOption open(Session session, List<String> given) {
        if (given.isEmpty()) {
            throw Ask.usage("no logs to ask: name a folder of CloudTrail files with --logs DIR, or, to ask Athena, your"
                    + " trail's bucket with 'trailwise init'\n"
                    + "'trailwise demo' shows how it goes, on a sample trail");
        }
        List<Path> named = given.stream()
                .filter(text -> !text.equals(STDIN))
                .map(text -> resolve(session.host(), text))
                .toList();
        if (named.size() == given.size()) {
            return new LogOption(Optional.empty(), existing(named));
        }
        if (!named.isEmpty()) {
            existing(named); // before all of stdin is read
        }
        PipedLog piped = PipedLog.read(
                session.host().in(), session.localLimits(Optional.empty()).spill());
        List<Path> all = new ArrayList<>(named);
        all.add(piped.path());
        return new LogOption(Optional.of(piped), LogPaths.of(all));
    }

    /** The arguments with {@code --logs} before each path that a shell put in the place of a pattern. */
    static String[] repeated(String[] args, Host host) {
        List<String> words = new ArrayList<>();
        boolean logs = false;
        for (int at = 0; at < args.length; at++) {
            boolean value = at > 0 && args[at - 1].equals(NAME);
            logs = value || (logs && !args[at].startsWith("-"));
            if (logs && !value) {
                if (isPath(args[at], host)) {
                    words.add(NAME);
                } else {
                    logs = false;
                }
            }
            words.add(args[at]);
        }
        return words.toArray(String[]::new);
    }

    /** Whether it names something that is there; a word without a slash or a dot may be the name of a query. */
    private static boolean isPath(String word, Host host) {
        try {
            return (word.contains("/") || word.contains(".")) && Files.exists(host.resolve(word));
        } catch (InvalidPathException sql) {
            return false;
        }
    }

    private static Path resolve(Host host, String text) {
        try {
            return host.resolve(text);
        } catch (InvalidPathException e) {
            throw Ask.usage("--logs '" + text + "' is not a valid path");
        }
    }

    private static LogPaths existing(List<Path> named) {
        LogPaths paths = LogPaths.of(named);
        for (Path path : paths.expand()) {
            if (!Files.exists(path)) {
                throw Ask.usage(
                        "there is no " + path + ": name a folder of CloudTrail files, or one file, with --logs");
            }
        }
        return paths;
    }

    LogPaths paths() {
        return paths;
    }

    /** Whether the same logs can be read again by another run, so that a cache of them is of use. */
    boolean lasting() {
        return piped.isEmpty();
    }

    @Override
    public void close() {
        piped.ifPresent(PipedLog::close);
    }
}
