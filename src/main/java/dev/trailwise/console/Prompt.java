package dev.trailwise.console;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks the person at the terminal; without a terminal, a flag must have answered. */
public final class Prompt {
    private final Console console;
    private final BufferedReader in;

    public Prompt(Console console) {
        this.console = console;
        this.in = new BufferedReader(new InputStreamReader(console.host().in(), StandardCharsets.UTF_8));
    }

    /** Whether there is a person to ask. */
    public boolean possible() {
        return console.terminal().inIsTerminal() && console.terminal().errIsTerminal();
    }

    /**
     * Asks for a yes.
     *
     * @param question what would be done, as a question
     * @throws Failure when the answer is not yes, or nobody can be asked
     */
    public void confirm(String question) {
        if (!possible()) {
            throw new Failure(
                    ExitCode.USAGE,
                    question + " Refusing without confirmation: there is no terminal",
                    Remedy.flag(FlagName.YES, "confirms it"));
        }
        if (!isYes(ask(question + " [y/N] "))) {
            throw new Cancelled();
        }
    }

    private static boolean isYes(String answer) {
        String lower = answer.toLowerCase(Locale.ROOT);
        return lower.equals("y") || lower.equals("yes");
    }

    /** Asks for a yes to something that can be left out. The end of the input means no. */
    public boolean agree(String question) {
        try {
            return isYes(ask(question + " [y/N] "));
        } catch (Cancelled endOfInput) {
            console.messages().info("");
            return false;
        }
    }

    /** Asks for text; empty when nothing is typed. */
    public String text(String question) {
        return ask(question + " ");
    }

    /** Asks for a number from one to {@code last}, again until there is one. */
    public int choose(String question, int last) {
        while (true) {
            String answer = ask(question + " [1-" + last + "] ");
            if (answer.matches("[0-9]{1,4}") && Integer.parseInt(answer) >= 1 && Integer.parseInt(answer) <= last) {
                return Integer.parseInt(answer);
            }
            console.messages().info("Type a number from 1 to " + last + ".");
        }
    }

    private String ask(String question) {
        console.messages().ask(question);
        try {
            String line = in.readLine();
            if (line == null) {
                throw new Cancelled();
            }
            return line.strip();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
