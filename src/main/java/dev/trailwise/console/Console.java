package dev.trailwise.console;

/**
 * The person, or the script, that the program talks to.
 *
 * @param progress the line that shows how far the work is
 */
public record Console(Host host, Terminal terminal, Messages messages, ProgressLine progress) {
    /** A console with the given colors and level of messages. */
    public static Console of(Host host, Terminal.Color color, Messages.Level level) {
        Terminal terminal = Terminal.of(host.environment(), color);
        Messages messages = new Messages(host.err(), terminal, level);
        return new Console(host, terminal, messages, new ProgressLine(messages, host.clock()));
    }
}
