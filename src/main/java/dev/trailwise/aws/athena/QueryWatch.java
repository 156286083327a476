package dev.trailwise.aws.athena;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.cost.Bytes;
import dev.trailwise.engine.RunListener;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/** Looks after a query until it ends, and stops it when it has to be. */
final class QueryWatch {
    private final AwsClients clients;
    private final String workgroup;
    private final RunSettings terms;
    private final RunListener listener;
    private final PollSchedule schedule;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile @Nullable RunStatus status;

    QueryWatch(AwsClients clients, String workgroup, RunSettings terms, RunListener listener, PollSchedule schedule) {
        this.clients = clients;
        this.workgroup = workgroup;
        this.terms = terms;
        this.listener = listener;
        this.schedule = schedule;
    }

    /** Has the query stopped, from any thread. */
    void cancel() {
        cancelled.countDown();
    }

    boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    Optional<RunStatus> status() {
        return Optional.ofNullable(status);
    }

    /**
     * Waits for the end of a query that was started. A service that does not answer for a while does not end the wait.
     *
     * @return the query in its final state; stopped where it passed the terms' cutoff or was cancelled
     */
    QueryExecution untilEnd(String id) {
        tell(QueryStatistics.begun(id, workgroup, terms.price()));
        long heard = System.nanoTime();
        for (Duration pause = schedule.first(); !wait(pause); pause = schedule.after(pause)) {
            try {
                QueryExecution seen = look(id);
                heard = System.nanoTime();
                if (tell(QueryStatistics.of(seen, terms.price())).state().ended()) {
                    return seen;
                }
                if (overBudget()) {
                    return stop(id);
                }
            } catch (Failure failure) {
                if (failure.exitCode() != ExitCode.UNAVAILABLE || past(heard, schedule.giveUpAfter())) {
                    throw abandoned(id, failure);
                }
            }
        }
        return stopNow(id);
    }

    /** Whether it has read more than it may. */
    boolean overBudget() {
        Bytes scanned = status().map(RunStatus::scanned).orElse(Bytes.ZERO);
        return terms.cutoff().filter(most -> scanned.compareTo(most) > 0).isPresent();
    }

    /** The pause before a query is retried. */
    void pauseBeforeNext() {
        if (wait(schedule.retryAfter())) {
            throw new Failure(ExitCode.INTERRUPTED, "interrupted");
        }
    }

    private QueryExecution stopNow(String id) {
        try {
            return stop(id);
        } catch (Failure failure) {
            throw abandoned(id, failure);
        }
    }

    private QueryExecution stop(String id) {
        AwsCall.run(
                "athena:StopQueryExecution",
                "query " + id,
                () -> clients.athena().stopQueryExecution(request -> request.queryExecutionId(id)));
        long asked = System.nanoTime();
        Duration pause = schedule.first();
        while (true) {
            QueryExecution seen = look(id);
            if (tell(QueryStatistics.of(seen, terms.price())).state().ended() || past(asked, schedule.stopTimeout())) {
                return seen;
            }
            sleep(pause);
        }
    }

    private QueryExecution look(String id) {
        QueryExecution seen = AwsCall.run(
                "athena:GetQueryExecution",
                "query " + id,
                () -> clients.athena()
                        .getQueryExecution(request -> request.queryExecutionId(id))
                        .queryExecution());
        if (seen == null || seen.status() == null || seen.status().state() == null) {
            throw new Failure(ExitCode.UNAVAILABLE, "Amazon Athena's reply does not tell the state of query " + id);
        }
        return seen;
    }

    private RunStatus tell(RunStatus now) {
        status = now;
        listener.onStatus(now);
        return now;
    }

    private static boolean past(long since, Duration longest) {
        return System.nanoTime() - since > longest.toNanos();
    }

    private static Failure abandoned(String id, Failure failure) {
        return new Failure(
                failure.exitCode(),
                failure.notice().and("\nThe query " + id + " goes on at Athena, and is billed", RunStatus.stop(id)),
                failure);
    }

    /** Whether the query was cancelled before the time had passed. */
    private boolean wait(Duration pause) {
        try {
            return cancelled.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
