package dev.trailwise.sigma;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes the events of a hunt by the rules that they match. */
final class HuntedRows implements RowSink {
    private final Map<String, Set<String>> byRule;
    private int id;

    HuntedRows(Map<String, Set<String>> byRule) {
        this.byRule = byRule;
    }

    @Override
    public void begin(List<ResultColumn> columns) {
        id = columns.stream().map(ResultColumn::name).toList().indexOf("eventid");
    }

    @Override
    public void row(@Nullable Object[] values) {
        for (String rule : String.valueOf(values[values.length - 1]).split(",")) {
            byRule.computeIfAbsent(String.valueOf(rule), name -> new TreeSet<>())
                    .add(String.valueOf(values[id]));
        }
    }

    @Override
    public void finish() {}
}
