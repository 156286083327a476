package dev.trailwise.hunt;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.hunt.correlation.Correlator;
import dev.trailwise.hunt.correlation.MatchedEvent;
import dev.trailwise.sigma.sql.FieldTexts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Correlates events on their way to another sink, which does not see the columns that are only there for that. */
final class CorrelatedRows implements RowSink {
    private final RowSink sink;
    private final Correlator correlator;
    private final List<String> fields;
    private final Runnable atEnd;
    private int time;
    private int id;
    private long rows;
    private long untimed;

    /**
     * @param fields the fields of the columns before the last one
     * @param atEnd runs when all events have come, before the other sink is finished
     */
    CorrelatedRows(RowSink sink, Correlator correlator, List<String> fields, Runnable atEnd) {
        this.sink = sink;
        this.correlator = correlator;
        this.fields = fields;
        this.atEnd = atEnd;
    }

    @Override
    public void begin(List<ResultColumn> columns) {
        List<String> names = columns.stream().map(ResultColumn::name).toList();
        time = names.indexOf("eventtime");
        id = names.indexOf("eventid");
        List<ResultColumn> shown = new ArrayList<>(columns.subList(0, columns.size() - 1 - fields.size()));
        shown.add(columns.get(columns.size() - 1));
        sink.begin(shown);
    }

    @Override
    public void row(@Nullable Object[] values) {
        rows++;
        Optional<Long> second = second(values[time]);
        if (second.isEmpty() || !correlator.add(event(second.get(), values))) {
            untimed++;
        }
        int kept = values.length - 1 - fields.size();
        @Nullable Object[] shown = new @Nullable Object[kept + 1];
        System.arraycopy(values, 0, shown, 0, kept);
        shown[kept] = values[values.length - 1];
        sink.row(shown);
    }

    private static Optional<Long> second(@Nullable Object time) {
        try {
            return Optional.ofNullable(time)
                    .map(text -> Instant.parse(text.toString()).getEpochSecond());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private MatchedEvent event(long second, @Nullable Object[] values) {
        Map<String, List<String>> texts = new HashMap<>();
        int first = values.length - 1 - fields.size();
        for (int i = 0; i < fields.size(); i++) {
            texts.put(fields.get(i), FieldTexts.read(fields.get(i), values[first + i]));
        }
        Object own = values[id];
        return new MatchedEvent(
                second, own == null ? "row " + rows : own.toString(), Set.copyOf(AllFindings.names(values)), texts);
    }

    @Override
    public void finish() {
        correlator.finish();
        atEnd.run();
        sink.finish();
    }

    /** How many events have no time by which they could be correlated. */
    long untimed() {
        return untimed;
    }
}
