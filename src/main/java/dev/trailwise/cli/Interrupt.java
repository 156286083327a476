package dev.trailwise.cli;

import dev.trailwise.engine.Execution;

/** Stops a running query when the program is told to end, by Ctrl-C or SIGTERM. */
final class Interrupt implements AutoCloseable {
    private final Thread hook;

    private Interrupt(Thread hook) {
        this.hook = hook;
    }

    static Interrupt of(Execution execution) {
        Thread hook = new Thread(execution::cancel, "trailwise-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interrupt(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running, and nothing is left to take back.
            return;
        }
    }
}
