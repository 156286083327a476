package dev.trailwise.output;

import dev.trailwise.chart.svg.SvgFile;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chart of an answer as a picture, without its rows. */
final class SvgRenderer implements RowSink {
    private final TextOutput out;
    private ChartRows chart = new ChartRows(List.of());

    SvgRenderer(TextOutput out) {
        this.out = out;
    }

    @Override
    public void begin(List<ResultColumn> columns) {
        chart = new ChartRows(columns);
    }

    @Override
    public void row(@Nullable Object[] values) {
        chart.add(values);
    }

    @Override
    public void finish() {
        out.text(SvgFile.text(chart.chart().orElseThrow(() -> Failure.usage("no chart: " + ChartRows.NEEDS))));
        out.flush();
    }
}
