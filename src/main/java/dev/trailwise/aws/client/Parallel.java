package dev.trailwise.aws.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does many small calls at once; each waits for the network most of its time. */
public final class Parallel {
    private static final int AT_ONCE = 16;

    private Parallel() {}

    /**
     * Applies the function to each item and gives the results in order. The first failure ends all.
     *
     * @throws RuntimeException what the function threw
     */
    public static <T, R> List<R> map(List<T> items, Function<T, R> function) {
        return map(items, AT_ONCE, function);
    }

    /**
     * The same with so many calls at once.
     *
     * @throws RuntimeException what the function threw
     */
    public static <T, R> List<R> map(List<T> items, int atOnce, Function<T, R> function) {
        if (items.size() < 2) {
            return items.stream().map(function).toList();
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(atOnce, items.size()), Parallel::daemon);
        try {
            List<Future<R>> pending = new ArrayList<>();
            items.forEach(item -> pending.add(workers.submit(() -> function.apply(item))));
            List<R> results = new ArrayList<>();
            for (Future<R> result : pending) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new dev.trailwise.failure.Failure(
                    dev.trailwise.failure.ExitCode.INTERRUPTED, "interrupted", interrupted);
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "aws-call");
        thread.setDaemon(true);
        return thread;
    }
}
