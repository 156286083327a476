package dev.trailwise.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A stand-in for the program: prints its arguments and exits with their number. */
public final class Echo {
    private Echo() {}

    public static void main(String[] args) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(String.join("|", args));
        System.exit(args.length);
    }
}
