package dev.trailwise.aws.athena;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.engine.Execution;
import dev.trailwise.engine.QueryEngine;
import dev.trailwise.engine.RunListener;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sql.CompiledQuery;
import java.nio.charset.StandardCharsets;

/** Answers questions on Amazon Athena, which bills for each. */
public final class AthenaEngine implements QueryEngine {
    /** @see <a href="https://docs.aws.amazon.com/athena/latest/ug/service-limits.html">Quotas</a> */
    private static final int MOST_BYTES = 262_144;

    private final AwsClients clients;
    private final Workgroup workgroup;
    private final RunSettings terms;
    private final RunListener listener;
    private final PollSchedule schedule;

    /** An engine that runs queries in a workgroup, on these terms. The clients stay the caller's to close. */
    public AthenaEngine(AwsClients clients, Workgroup workgroup, RunSettings terms, RunListener listener) {
        this(clients, workgroup, terms, listener, PollSchedule.USUAL);
    }

    AthenaEngine(
            AwsClients clients, Workgroup workgroup, RunSettings terms, RunListener listener, PollSchedule schedule) {
        this.clients = clients;
        this.workgroup = workgroup;
        this.terms = terms;
        this.listener = listener;
        this.schedule = schedule;
    }

    /** Nothing is sent before its rows are asked for, so that whoever holds it can stop it from the first moment. */
    @Override
    public Execution start(CompiledQuery query) {
        int bytes = query.sql().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new Failure(
                    ExitCode.QUERY_FAILED,
                    "the query is too long for Athena: " + bytes + " bytes, of " + MOST_BYTES
                            + " that it takes; shorten a list of values in it");
        }
        if (!workgroup.hasPlace(terms.output())) {
            throw QueryStart.noPlace(workgroup.name());
        }
        return new AthenaExecution(
                new QueryStart(clients, workgroup, terms, query),
                new QueryWatch(clients, workgroup.name(), terms, listener, schedule),
                new QueryResults(clients, listener::onResult),
                workgroup,
                query,
                listener);
    }

    @Override
    public void close() {}
}
