package dev.trailwise;

import dev.trailwise.cli.App;
import dev.trailwise.console.Host;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** The entry point: the only place that touches the process's own streams, environment and exit. */
public final class Main {
    private Main() {}

    /** Runs the program and exits with its code. */
    public static void main(String[] args) {
        System.exit(App.run(args, host()));
    }

    private static Host host() {
        PrintStream messages = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Host(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                messages,
                System.getenv(),
                Clock.systemUTC(),
                Path.of("").toAbsolutePath());
    }
}
