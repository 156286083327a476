package dev.trailwise.run;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.Suggestions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of the events in a scope, to tell of a name that does not occur. */
final class EventNames implements RowSink {
    static final String SQL = "SELECT DISTINCT eventname FROM cloudtrail WHERE eventname IS NOT NULL";

    private final List<String> names = new ArrayList<>();

    @Override
    public void begin(List<ResultColumn> columns) {}

    @Override
    public void row(@Nullable Object[] values) {
        names.add(String.valueOf(values[0]));
    }

    @Override
    public void finish() {}

    /** What to say of the names that do not occur; nothing where there are no events at all. */
    List<String> absent(List<String> wanted) {
        return wanted.stream()
                .filter(name -> !names.isEmpty() && names.stream().noneMatch(name::equalsIgnoreCase))
                .map(name -> "0 rows: no event named '" + name + "' in this scope" + Suggestions.hint(name, names))
                .toList();
    }
}
