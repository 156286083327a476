package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes on the columns asked for, and no more rows than the limit. */
final class SelectedRows implements RowSink {
    private final RowSink sink;
    private final List<String> names;
    private long left;
    private int[] picked = {};

    SelectedRows(RowSink sink, List<String> names, long limit) {
        this.sink = sink;
        this.names = names;
        this.left = limit;
    }

    @Override
    public void begin(List<ResultColumn> columns) {
        List<Integer> indexes = new ArrayList<>();
        if (names.isEmpty()) {
            for (int i = 0; i < columns.size(); i++) {
                indexes.add(i);
            }
        }
        names.forEach(name -> indexes.addAll(indexesOf(name.strip(), columns)));
        picked = indexes.stream().mapToInt(Integer::intValue).toArray();
        sink.begin(indexes.stream().map(columns::get).toList());
    }

    /** All columns of that name, for an answer can have several. */
    private static List<Integer> indexesOf(String name, List<ResultColumn> columns) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(name)) {
                found.add(i);
            }
        }
        if (found.isEmpty()) {
            List<String> all = columns.stream().map(ResultColumn::name).toList();
            String near = Nearest.hint(name, all);
            throw new Failure(
                    ExitCode.USAGE,
                    Visible.text("the answer has no column '" + name + "'"
                            + (near.isEmpty() ? "; it has " + String.join(", ", all) : near)));
        }
        return found;
    }

    @Override
    public void row(@Nullable Object[] values) {
        if (left == 0) {
            return;
        }
        left--;
        @Nullable Object[] kept = new @Nullable Object[picked.length];
        for (int i = 0; i < picked.length; i++) {
            kept[i] = values[picked[i]];
        }
        sink.row(kept);
    }

    @Override
    public void finish() {
        sink.finish();
    }
}
