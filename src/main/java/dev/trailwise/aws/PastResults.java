package dev.trailwise.aws;

import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/** The results of queries that Athena has answered before. To read one again scans nothing, and is not billed. */
public final class PastResults {
    private final AwsClients clients;

    /** Those of the clients' account and Region. */
    public PastResults(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Streams the rows of a query.
     *
     * @return how many there were
     * @throws Failure when Athena does not know the query any more, it had no result, or that was deleted
     */
    public long stream(String queryId, RowSink sink) {
        QueryExecution query = AwsCall.run("athena:GetQueryExecution", "query " + queryId, () -> {
            try {
                return clients.athena()
                        .getQueryExecution(request -> request.queryExecutionId(queryId))
                        .queryExecution();
            } catch (InvalidRequestException unknown) {
                throw new Failure(
                        ExitCode.QUERY_FAILED,
                        "Athena does not know the query " + queryId + " any more; run it again",
                        unknown);
            }
        });
        if (query.status().state() != QueryExecutionState.SUCCEEDED) {
            throw new Failure(
                    ExitCode.QUERY_FAILED,
                    "the query " + queryId + " has no result: at Athena it is "
                            + query.status().stateAsString());
        }
        return new QueryResults(clients).stream(query, sink);
    }
}
