package dev.trailwise.report;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.output.ValueText;
import dev.trailwise.report.page.DataTable;
import dev.trailwise.report.page.DataTable.Column;
import dev.trailwise.report.page.DataTable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts rows, and keeps the first of them as texts. */
final class KeptRows implements RowSink {
    private static final Set<String> TIMES = Set.of("eventtime", "first_seen", "last_seen", "period_start");

    private final int most;
    private final List<List<String>> rows = new ArrayList<>();
    private List<ResultColumn> columns = List.of();
    private long count;

    /** @param most how many rows are kept */
    KeptRows(int most) {
        this.most = most;
    }

    @Override
    public void begin(List<ResultColumn> names) {
        columns = List.copyOf(names);
    }

    @Override
    public void row(@Nullable Object[] values) {
        count++;
        if (rows.size() < most) {
            rows.add(texts(values));
        }
    }

    /** Values as people read them; NULL as nothing. */
    static List<String> texts(@Nullable Object[] values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? "" : ValueText.of(value));
        }
        return texts;
    }

    static List<Column> columns(List<ResultColumn> columns) {
        return columns.stream()
                .map(column -> new Column(column.name(), kind(column)))
                .toList();
    }

    private static Kind kind(ResultColumn column) {
        return column.isNumber() ? Kind.NUMBER : TIMES.contains(column.name()) ? Kind.TIME : Kind.TEXT;
    }

    @Override
    public void finish() {}

    DataTable table(String caption) {
        return new DataTable(caption, columns(columns), rows, count);
    }
}
