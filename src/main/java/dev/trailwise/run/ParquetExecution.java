package dev.trailwise.run;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RowFile;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RunResult;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.local.ParquetWriter;
import dev.trailwise.local.ResourceLimits;
import java.util.Optional;
import java.util.function.Supplier;

/** A query on an engine that passes rows on, of which a Parquet file is made on this machine where one is asked for. */
record ParquetExecution(Execution execution, Supplier<ResourceLimits> limits) implements Execution {
    @Override
    public RunResult stream(RowSink sink) {
        Optional<RowFile> file = sink.file();
        if (file.isEmpty()) {
            return execution.stream(sink);
        }
        try (ParquetWriter writer = ParquetWriter.open(sink, file.get(), limits.get())) {
            return execution.stream(writer);
        }
    }

    @Override
    public Optional<RunStatus> status() {
        return execution.status();
    }

    @Override
    public boolean outlivesProgram() {
        return execution.outlivesProgram();
    }

    @Override
    public void cancel() {
        execution.cancel();
    }
}
