package dev.trailwise.cli;

import java.io.PrintStream;

/** Speaks to the person on stderr; the result never goes here. */
final class Messages {
    private final PrintStream err;
    private final boolean color;
    private final Level level;

    /** How much is said. */
    enum Level {
        QUIET,
        NORMAL,
        VERBOSE
    }

    Messages(PrintStream err, boolean color, Level level) {
        this.err = err;
        this.color = color;
        this.level = level;
    }

    /** Something the person asked for or should know; not said under {@code --quiet}. */
    void info(String text) {
        if (level != Level.QUIET) {
            err.println(text);
        }
    }

    /** Part of a line that shows how far something is; not said under {@code --quiet}. */
    void progress(String text) {
        if (level != Level.QUIET) {
            err.print(text);
            err.flush();
        }
    }

    /** Detail for {@code --verbose}. */
    void detail(String text) {
        if (level == Level.VERBOSE) {
            err.println(paint("2", text));
        }
    }

    /** Something that makes the answer less than it seems; always said. */
    void warning(String text) {
        err.println(paint("33", "trailwise: warning: ") + text);
    }

    /** Why there is no answer; always said. */
    void error(String text) {
        err.println(paint("31", "trailwise: error: ") + text);
    }

    /** A question, with the cursor left behind it; always said. */
    void ask(String text) {
        err.print(text);
        err.flush();
    }

    /** The stream itself, for stack traces under {@code --debug}. */
    PrintStream stream() {
        return err;
    }

    private String paint(String code, String text) {
        return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
