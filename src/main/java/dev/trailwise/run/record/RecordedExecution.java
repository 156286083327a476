package dev.trailwise.run.record;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RunResult;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.failure.Failure;
import java.util.Optional;

/** A query whose failure is written into the history. */
public final class RecordedExecution implements Execution {
    private final Execution execution;
    private final LedgerRecorder recorder;

    public RecordedExecution(Execution execution, LedgerRecorder recorder) {
        this.execution = execution;
        this.recorder = recorder;
    }

    @Override
    public RunResult stream(RowSink sink) {
        try {
            return execution.stream(sink);
        } catch (Failure failure) {
            recorder.failed(failure);
            throw failure;
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
