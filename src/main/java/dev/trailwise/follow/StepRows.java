package dev.trailwise.follow;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.follow.chain.Activity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a step. */
final class StepRows implements RowSink {
    private final List<Activity> rows = new ArrayList<>();

    @Override
    public void begin(List<ResultColumn> columns) {}

    @Override
    public void row(@Nullable Object[] values) {
        rows.add(Activity.of(values));
    }

    @Override
    public void finish() {}

    List<Activity> rows() {
        return rows;
    }
}
