package dev.trailwise.setup.doctor;

import dev.trailwise.failure.Notice;
import dev.trailwise.workspace.Workspace;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints results for a person: a line for each check, and below it the way out. */
final class ResultLines {
    private static final String BELOW = "    ";
    private static final int STATUS = width(Status.values());
    private static final int CHECK = width(Check.values());
    private static final int INDENT = STATUS + CHECK + 4;
    private static final int LEAST = 30;

    private final Workspace workspace;

    ResultLines(Workspace workspace) {
        this.workspace = workspace;
    }

    void show(Check check, CheckResult result) {
        workspace.progress().stop();
        String found = result.notice()
                .text()
                .lines()
                .map(this::wrapped)
                .collect(Collectors.joining("\n" + " ".repeat(INDENT)));
        workspace.host().print(padded(result.status(), STATUS) + padded(check, CHECK) + found + "\n");
        String fix = fix(workspace, result);
        if (fix != null) {
            workspace.host().print(BELOW + below(fix) + "\n");
        }
    }

    /** What can be done, as text. */
    static @Nullable String fix(Workspace workspace, CheckResult result) {
        return result.notice().remedies().isEmpty()
                ? null
                : workspace
                        .messages()
                        .text(new Notice("", result.notice().remedies()))
                        .stripIndent()
                        .strip();
    }

    /** At a terminal, a line goes on below its beginning. */
    private String wrapped(String line) {
        int width = workspace.terminal().outIsTerminal()
                ? Math.max(LEAST, workspace.terminal().columns() - INDENT)
                : Integer.MAX_VALUE;
        StringBuilder text = new StringBuilder();
        int used = 0;
        for (String word : line.split("(?<= )")) {
            if (used > 0 && used + word.stripTrailing().length() > width) {
                text.append('\n').append(" ".repeat(INDENT));
                used = 0;
            }
            text.append(word);
            used += word.length();
        }
        return text.toString();
    }

    private static String below(String text) {
        return text.lines().collect(Collectors.joining("\n" + BELOW));
    }

    private static String padded(Object word, int width) {
        return word + " ".repeat(width - word.toString().length() + 2);
    }

    private static int width(Object[] words) {
        return Arrays.stream(words)
                .mapToInt(word -> word.toString().length())
                .max()
                .orElse(0);
    }
}
