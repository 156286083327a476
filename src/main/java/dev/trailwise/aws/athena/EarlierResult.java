package dev.trailwise.aws.athena;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/** The result of a query that ran before, read again: nothing is scanned, and nothing billed. */
public final class EarlierResult {
    private EarlierResult() {}

    /**
     * Streams its rows, while Athena still knows the query and its result is where it was written.
     *
     * @param queryId Athena's name of the query
     * @return how many rows there were
     * @throws Failure when there is nothing to read, or it may not be read
     */
    public static long stream(AwsClients clients, String queryId, RowSink sink) {
        QueryExecution query =
                AwsCall.run("athena:GetQueryExecution", "query " + queryId, () -> find(clients, queryId));
        if (query.status().state() != QueryExecutionState.SUCCEEDED) {
            throw new Failure(
                    ExitCode.QUERY_FAILED,
                    "the query " + queryId + " has no result: it is "
                            + query.status().stateAsString());
        }
        return new QueryResults(clients, (read, total) -> {}).stream(query, sink);
    }

    private static QueryExecution find(AwsClients clients, String queryId) {
        try {
            return clients.athena()
                    .getQueryExecution(request -> request.queryExecutionId(queryId))
                    .queryExecution();
        } catch (InvalidRequestException unknown) {
            throw new Failure(
                    ExitCode.QUERY_FAILED,
                    "Athena does not know the query " + queryId
                            + " any more: it keeps queries for 45 days; run the query again",
                    unknown);
        }
    }
}
