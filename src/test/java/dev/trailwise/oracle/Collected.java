package dev.trailwise.oracle;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The local engine's answer. */
final class Collected implements RowSink {
    private final List<String> columns = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();

    List<String> columns() {
        return columns;
    }

    /** The rows as they came. */
    List<Object[]> rows() {
        return rows;
    }

    /** The rows in the common text form, where Trino's columns are of these types. */
    List<List<String>> rows(List<TrinoType> types) {
        List<List<String>> texts = new ArrayList<>();
        for (Object[] row : rows) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                values.add(Values.ofLocal(row[i], types.get(i)));
            }
            texts.add(values);
        }
        return texts;
    }

    @Override
    public void begin(List<ResultColumn> resultColumns) {
        resultColumns.forEach(column -> columns.add(column.name()));
    }

    @Override
    public void row(Object[] values) {
        rows.add(Arrays.copyOf(values, values.length));
    }

    @Override
    public void finish() {}
}
