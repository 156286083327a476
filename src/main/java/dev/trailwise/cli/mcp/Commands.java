package dev.trailwise.cli.mcp;

import java.util.List;
import java.util.function.Consumer;

/** Runs command lines of the program in this process. */
public interface Commands {
    /**
     * Runs one to its end.
     *
     * @param words the command line
     * @param progress takes each line of stderr as it comes
     */
    Ran run(List<String> words, Consumer<String> progress);

    /** Stops what runs now, at Athena too. */
    void stop();

    /**
     * What a command line left.
     *
     * @param exit the exit code
     * @param out stdout
     * @param messages the lines of stderr
     */
    record Ran(int exit, String out, List<String> messages) {
        public Ran {
            messages = List.copyOf(messages);
        }
    }
}
