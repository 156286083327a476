package dev.trailwise.report;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.report.Overview.Count;
import dev.trailwise.report.Overview.Property;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the rows of the query behind an overview. */
final class OverviewRows implements RowSink {
    private final Map<Property, List<Count>> counts = new EnumMap<>(Property.class);

    @Override
    public void begin(List<ResultColumn> columns) {}

    @Override
    public void row(@Nullable Object[] values) {
        Property property = Property.valueOf(text(values[0]).toUpperCase(Locale.ROOT));
        counts.computeIfAbsent(property, one -> new ArrayList<>())
                .add(new Count(
                        text(values[1]),
                        number(values[2]),
                        number(values[3]),
                        number(values[4]),
                        text(values[5]),
                        text(values[6]),
                        number(values[7])));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public void finish() {}

    Overview overview() {
        return new Overview(counts);
    }
}
