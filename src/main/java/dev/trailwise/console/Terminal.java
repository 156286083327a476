package dev.trailwise.console;

import java.util.Locale;
import java.util.Map;

/**
 * What the program is talking to. The launcher asks the shell, since a JVM cannot tell each stream apart, and hands the
 * answer over in the environment.
 *
 * @param inIsTerminal whether a person can be asked
 * @param outIsTerminal whether a person reads the result
 * @param errIsTerminal whether a person reads the messages
 * @param columns the width, 80 when there is no terminal
 * @param lines the height, 24 when it is not known
 * @param color whether messages and tables are coloured where a person reads them
 * @param forced whether they are coloured wherever they go, by {@code --color always}
 */
public record Terminal(
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int columns,
        int lines,
        boolean color,
        boolean forced) {
    public static final int DEFAULT_COLUMNS = 80;
    private static final int DEFAULT_LINES = 24;

    /** When to colour. */
    public enum Color {
        auto,
        always,
        never
    }

    /** Reads {@code TRAILWISE_TTY} (a list of stream numbers, such as {@code 012}), {@code COLUMNS}, {@code LINES}, {@code NO_COLOR} and {@code TERM}. */
    public static Terminal of(Map<String, String> environment, Color choice) {
        String tty = environment.getOrDefault("TRAILWISE_TTY", "");
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT).equals("dumb");
        boolean color = switch (choice) {
            case always -> true;
            case never -> false;
            case auto -> !plain;
        };
        return new Terminal(
                tty.contains("0"),
                tty.contains("1"),
                tty.contains("2"),
                columns(environment, tty.contains("1") || tty.contains("2")),
                lines(environment),
                color,
                choice == Color.always);
    }

    private static int columns(Map<String, String> environment, boolean terminal) {
        String text = environment.getOrDefault("TRAILWISE_COLUMNS", environment.getOrDefault("COLUMNS", ""));
        if (!terminal || !text.matches("[0-9]{1,4}")) {
            return DEFAULT_COLUMNS;
        }
        int columns = Integer.parseInt(text);
        return columns < 20 ? DEFAULT_COLUMNS : columns;
    }

    private static int lines(Map<String, String> environment) {
        String text = environment.getOrDefault("TRAILWISE_LINES", environment.getOrDefault("LINES", ""));
        int lines = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        return lines == 0 ? DEFAULT_LINES : lines;
    }
}
