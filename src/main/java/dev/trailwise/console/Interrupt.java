package dev.trailwise.console;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.failure.Notice;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a running query on Ctrl-C or SIGTERM. The program ends when the query's end was
 * seen and said, or after some seconds.
 */
public final class Interrupt implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;
    private static final Set<Interrupt> RUNNING = ConcurrentHashMap.newKeySet();

    /** Whether what starts from now on is stopped at once. */
    private static volatile boolean stopped;

    private final Execution execution;
    private final Messages messages;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "trailwise-interrupt");

    private Interrupt(Execution execution, Messages messages) {
        this.execution = execution;
        this.messages = messages;
    }

    /** Watches from now on; closed when all is said of the query. */
    public static Interrupt of(Execution execution, Messages messages) {
        Interrupt interrupt = new Interrupt(execution, messages);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        RUNNING.add(interrupt);
        if (stopped) {
            execution.cancel();
        }
        return interrupt;
    }

    /** Stops what runs, and what starts until {@link #allow}, without ending the program. */
    public static void stopAll() {
        stopped = true;
        RUNNING.forEach(interrupt -> interrupt.execution.cancel());
    }

    /** Lets queries run again. */
    public static void allow() {
        stopped = false;
    }

    private void stop() {
        boolean wait = execution.outlivesProgram();
        execution.cancel();
        if (wait && !hasEnded()) {
            messages.warning(execution
                    .status()
                    .map(RunStatus::queryId)
                    .map(id -> new Notice(
                            "Athena does not say that the query " + id + " was stopped: it may go on, and is billed",
                            RunStatus.stop(id)))
                    .orElse(new Notice("a query may have been started at Athena, which does not answer: look in the"
                            + " history of the workgroup")));
        }
    }

    private boolean hasEnded() {
        try {
            return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        RUNNING.remove(this);
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running, and nothing is left to take back.
            return;
        }
    }
}
