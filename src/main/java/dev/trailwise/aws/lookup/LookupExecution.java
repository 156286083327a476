package dev.trailwise.aws.lookup;

import dev.trailwise.aws.lookup.LookupFetch.Fetched;
import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RunResult;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Fetches events, and then queries them. */
public final class LookupExecution implements Execution {
    private final LookupFetch fetch;
    private final Function<List<Path>, Execution> engine;
    private Optional<Fetched> fetched = Optional.empty();
    private volatile Optional<Execution> query = Optional.empty();
    private volatile boolean cancelled;

    /**
     * An execution that has not begun.
     *
     * @param engine starts the query over log files
     */
    public LookupExecution(LookupFetch fetch, Function<List<Path>, Execution> engine) {
        this.fetch = fetch;
        this.engine = engine;
    }

    @Override
    public RunResult stream(RowSink sink) {
        Fetched done = fetch.run();
        fetched = Optional.of(done);
        if (done.nothing().isPresent()) {
            throw done.nothing().get();
        }
        Execution started = engine.apply(done.files());
        query = Optional.of(started);
        if (cancelled) {
            throw new Failure(ExitCode.INTERRUPTED, "the query was stopped");
        }
        return started.stream(sink);
    }

    /** What was fetched; known once the rows are. */
    public Fetched fetched() {
        return fetched.orElseThrow();
    }

    @Override
    public void cancel() {
        cancelled = true;
        fetch.stop();
        query.ifPresent(Execution::cancel);
    }
}
