package dev.trailwise.cli.option;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** A command line as somebody could type it again. */
public final class CommandLineText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./*?~-]+");
    private static final int MOST = 500;

    private CommandLineText() {}

    /** The command line that a command was called by. */
    static String of(CommandSpec command) {
        return of(command.root().commandLine().getParseResult().originalArgs());
    }

    /** The words, those with odd characters in quotes; a very long line is cut. */
    public static String of(List<String> words) {
        String text = words.stream().map(CommandLineText::quoted).collect(Collectors.joining(" "));
        return text.length() <= MOST ? text : text.substring(0, text.offsetByCodePoints(0, MOST - 1)) + "…";
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
