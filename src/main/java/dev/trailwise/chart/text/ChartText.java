package dev.trailwise.chart.text;

import dev.trailwise.chart.Bars;
import dev.trailwise.chart.Chart;
import dev.trailwise.chart.Timeline;
import dev.trailwise.text.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/** A chart in lines of text. */
public final class ChartText {
    private ChartText() {}

    /**
     * The lines of a chart, its title first.
     *
     * @param width the columns that it may take, at least 40
     * @throws IllegalArgumentException for a heat map, which needs colours
     */
    public static List<String> lines(Chart chart, int width) {
        List<String> lines = new ArrayList<>(List.of(Sanitizer.text(chart.title())));
        if (chart instanceof Bars bars) {
            lines.addAll(BarsText.lines(bars, width));
        } else if (chart instanceof Timeline timeline) {
            lines.addAll(TimelineText.lines(timeline, width));
        } else {
            throw new IllegalArgumentException("no text of " + chart.getClass());
        }
        return lines;
    }
}
