package dev.trailwise.local;

import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.Execution;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps a whole answer. */
final class Collected implements RowSink {
    final List<List<@Nullable Object>> rows = new ArrayList<>();
    List<ResultColumn> columns = List.of();
    boolean finished;
    private @Nullable RunResult answer;

    static Collected of(Execution execution) {
        Collected collected = new Collected();
        collected.answer = execution.stream(collected);
        return collected;
    }

    RunResult answer() {
        return Objects.requireNonNull(answer, "it has not ended");
    }

    Coverage coverage() {
        return answer().coverage().orElseThrow();
    }

    @Override
    public void begin(List<ResultColumn> names) {
        columns = names;
    }

    @Override
    public void row(@Nullable Object[] values) {
        rows.add(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values))));
    }

    @Override
    public void finish() {
        finished = true;
    }
}
