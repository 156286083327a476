package dev.trailwise.output;

import dev.trailwise.chart.text.ChartText;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with its chart below, nearest to where a terminal's user looks. */
final class ChartBelow implements RowSink {
    private static final int NARROWEST = 40;
    private static final int WIDTH = 80;

    private final RowSink table;
    private final RenderOptions options;
    private final OutputStream stream;
    private ChartRows chart = new ChartRows(List.of());

    ChartBelow(RowSink table, RenderOptions options, OutputStream stream) {
        this.table = table;
        this.options = options;
        this.stream = stream;
    }

    @Override
    public void begin(List<ResultColumn> columns) {
        chart = new ChartRows(columns);
        table.begin(columns);
    }

    @Override
    public void row(@Nullable Object[] values) {
        chart.add(values);
        table.row(values);
    }

    @Override
    public void finish() {
        table.finish();
        int width = options.width() == RenderOptions.ANY_WIDTH ? WIDTH : Math.max(NARROWEST, options.width());
        if (chart.isEmpty()) {
            return;
        }
        String text = chart.chart()
                .map(drawn -> String.join("\n", ChartText.lines(drawn, width)))
                .orElse("no chart: " + ChartRows.NEEDS);
        write("\n" + text + "\n");
    }

    private void write(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }
}
