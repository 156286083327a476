package dev.trailwise.aws.athena;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.cost.Bytes;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RowText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/** Reads a query's result from its file in S3, or page by page from Athena when the file is not available. */
final class QueryResults {
    private final AwsClients clients;
    private final BiConsumer<Bytes, Bytes> progress;

    /** @param progress receives the bytes read of those of the file */
    QueryResults(AwsClients clients, BiConsumer<Bytes, Bytes> progress) {
        this.clients = clients;
        this.progress = progress;
    }

    /**
     * Streams the rows.
     *
     * @return how many there were
     */
    long stream(QueryExecution succeeded, RowSink sink) {
        ResultPages pages = ResultPages.of(clients, String.valueOf(succeeded.queryExecutionId()));
        List<ResultColumn> columns = new ArrayList<>();
        List<ValueReader> values = new ArrayList<>();
        for (ColumnInfo column : pages.columns()) {
            String name = column.label() == null ? column.name() : column.label();
            ValueReader value = NestedText.of(name, column.type()).orElseGet(() -> ResultValue.of(column.type()));
            values.add(value);
            columns.add(new ResultColumn(name, value.type()));
        }
        try (Opened file = open(succeeded)) {
            Optional<Supplier<RowText>> texts = file.file().flatMap(known -> sink.text(List.copyOf(columns)));
            sink.begin(List.copyOf(columns));
            long rows = file.file().isPresent()
                    ? new ResultRows(values).stream(file.file().get(), sink, texts)
                    : pages.stream(values, sink);
            sink.finish();
            return rows;
        }
    }

    /** A plan has another file, without the form of rows. */
    private Opened open(QueryExecution succeeded) {
        return new Opened(Optional.ofNullable(succeeded.resultConfiguration())
                .map(result -> result.outputLocation())
                .filter(place -> place.endsWith(".csv"))
                .flatMap(place -> ResultFile.open(clients, place, progress)));
    }

    private record Opened(Optional<ResultFile> file) implements AutoCloseable {
        @Override
        public void close() {
            file.ifPresent(ResultFile::close);
        }
    }
}
