package dev.trailwise.hunt;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps rows until all statements of a hunt have run. */
final class CollectedRows implements RowSink {
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private List<ResultColumn> columns = List.of();

    @Override
    public void begin(List<ResultColumn> names) {
        columns = List.copyOf(names);
    }

    @Override
    public void row(@Nullable Object[] values) {
        rows.add(values.clone());
    }

    @Override
    public void finish() {}

    List<ResultColumn> columns() {
        return columns;
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }
}
