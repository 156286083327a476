package dev.trailwise.console;

import dev.trailwise.failure.Notice;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Speaks to the person on stderr; the result never goes here. */
public final class Messages implements NoticeSink {
    private static final String CLEAR = "\r\u001b[K";

    private static final int MOST_WARNINGS = 1000;

    private final PrintStream err;
    private final Terminal terminal;
    private final Level level;
    private final Function<Notice, String> text;
    private final List<String> warnings = new ArrayList<>();
    private boolean drawn;

    /** How much is said. */
    public enum Level {
        QUIET,
        NORMAL,
        VERBOSE
    }

    Messages(PrintStream err, Terminal terminal, Level level, Function<Notice, String> text) {
        this.err = err;
        this.terminal = terminal;
        this.level = level;
        this.text = text;
    }

    /** Something the person asked for or should know; not said under {@code --quiet}. */
    public void info(String text) {
        if (level != Level.QUIET) {
            line(text);
        }
    }

    @Override
    public void info(Notice notice) {
        info(text(notice));
    }

    /** A notice as it is written for the current command. */
    public String text(Notice notice) {
        return text.apply(notice);
    }

    /** Whether a line that changes in place can be shown. */
    boolean draws() {
        return terminal.errIsTerminal() && level != Level.QUIET;
    }

    /** Draws a line in the place of the one before; whatever else is printed erases it. A line that wraps could not be erased. */
    synchronized void draw(String text) {
        err.print(CLEAR + text.substring(0, Math.min(text.length(), terminal.columns() - 1)));
        err.flush();
        drawn = true;
    }

    /** Erases the line that was drawn. */
    synchronized void erase() {
        if (drawn) {
            err.print(CLEAR);
            err.flush();
            drawn = false;
        }
    }

    /** Detail for {@code --verbose}. */
    public void detail(String text) {
        if (level == Level.VERBOSE) {
            line(colors("2", text));
        }
    }

    /** Something that makes the answer less than it seems; always said. */
    public synchronized void warning(String text) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(text);
        }
        line(colors("33", "trailwise: warning: ") + text);
    }

    @Override
    public void warning(Notice notice) {
        warning(text(notice));
    }

    /** The warnings until now, the first thousand: for an answer that has to show them itself. */
    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Why there is no answer; always said. */
    public void error(Notice notice) {
        error(text(notice));
    }

    /** The same, in words alone. */
    public void error(String text) {
        line(colors("31", "trailwise: error: ") + text);
    }

    /** A question, with the cursor left behind it; always said. */
    public void ask(String text) {
        erase();
        err.print(text);
        err.flush();
    }

    /** The stream itself, for stack traces under {@code --debug}. */
    public PrintStream stream() {
        erase();
        return err;
    }

    private synchronized void line(String text) {
        erase();
        err.println(text);
    }

    private String colors(String code, String text) {
        boolean colors = terminal.color() && (terminal.errIsTerminal() || terminal.forced());
        return colors ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
