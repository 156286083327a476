package dev.trailwise.console;

import dev.trailwise.failure.Notice;
import java.util.function.Function;

/**
 * The person, or the script, that the program talks to.
 *
 * @param progress the line that shows how far the work is
 */
public record Console(Host host, Terminal terminal, Messages messages, ProgressLine progress) {
    /** A console with the given colors, level of messages, and way to write remedies. */
    public static Console of(Host host, Terminal.Color color, Messages.Level level, Function<Notice, String> notices) {
        Terminal terminal = Terminal.of(host.environment(), color);
        Messages messages = new Messages(host.err(), terminal, level, notices);
        return new Console(host, terminal, messages, new ProgressLine(messages, host.clock()));
    }
}
