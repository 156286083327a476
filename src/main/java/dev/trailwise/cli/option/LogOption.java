package dev.trailwise.cli.option;

import dev.trailwise.console.Host;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;

/** The option {@code --logs}, which a shell may have taken apart. */
public final class LogOption {
    public static final String NAME = "--logs";

    private LogOption() {}

    /** The arguments with {@code --logs} before each path that a shell put in the place of a pattern. */
    public static String[] repeated(String[] args, Host host) {
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
}
