package dev.trailwise.aws.athena;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.Row;

/**
 * A query's result as Athena gives it: what its columns are, and its rows in pages, a thousand at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html">API</a>
 */
final class ResultPages {
    private static final int MOST_ROWS = 1000;

    private final AwsClients clients;
    private final String id;
    private final GetQueryResultsResponse head;

    private ResultPages(AwsClients clients, String id, GetQueryResultsResponse head) {
        this.clients = clients;
        this.id = id;
        this.head = head;
    }

    /** Asks what the columns are. */
    static ResultPages of(AwsClients clients, String id) {
        return new ResultPages(clients, id, page(clients, id, 1, null));
    }

    List<ColumnInfo> columns() {
        List<ColumnInfo> columns = AwsCall.run(
                "athena:GetQueryResults",
                "query " + id,
                () -> head.resultSet().resultSetMetadata().columnInfo());
        if (columns.isEmpty()) {
            throw new Failure(ExitCode.UNAVAILABLE, "the result of query " + id + " from Athena has no columns");
        }
        return columns;
    }

    /** Streams the rows, and returns how many there were. */
    long stream(List<ValueReader> values, RowSink sink) {
        boolean header = hasHeader();
        long rows = 0;
        String token = null;
        do {
            GetQueryResultsResponse page = page(clients, id, MOST_ROWS, token);
            for (Row row : page.resultSet().rows()) {
                if (header) {
                    header = false;
                } else {
                    sink.row(read(row, values));
                    rows++;
                }
            }
            token = page.nextToken();
        } while (token != null);
        return rows;
    }

    /** Athena gives the names as the first row of a SELECT's result, and of some others not. */
    private boolean hasHeader() {
        List<Row> first = head.resultSet().rows();
        return !first.isEmpty()
                && first.get(0).data().stream()
                        .map(Datum::varCharValue)
                        .toList()
                        .equals(columns().stream().map(ColumnInfo::name).toList());
    }

    private static @Nullable Object[] read(Row row, List<ValueReader> values) {
        @Nullable Object[] read = new @Nullable Object[values.size()];
        List<Datum> data = row.data();
        if (data.size() != read.length) {
            throw new Failure(
                    ExitCode.UNAVAILABLE,
                    "the result from Athena has a row of " + data.size() + " values, not " + read.length);
        }
        for (int i = 0; i < read.length; i++) {
            String text = data.get(i).varCharValue();
            if (text != null) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                read[i] = values.get(i).value(bytes, 0, bytes.length);
            }
        }
        return read;
    }

    private static GetQueryResultsResponse page(AwsClients clients, String id, int most, @Nullable String token) {
        GetQueryResultsRequest request = GetQueryResultsRequest.builder()
                .queryExecutionId(id)
                .maxResults(most)
                .nextToken(token)
                .build();
        return AwsCall.run("athena:GetQueryResults", "query " + id, () -> {
            try {
                GetQueryResultsResponse reply = clients.athena().getQueryResults(request);
                Objects.requireNonNull(reply.resultSet());
                return reply;
            } catch (InvalidRequestException gone) {
                throw ResultFile.gone("query " + id, gone);
            }
        });
    }
}
