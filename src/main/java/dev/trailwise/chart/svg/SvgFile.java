package dev.trailwise.chart.svg;

import dev.trailwise.chart.Bars;
import dev.trailwise.chart.Chart;
import dev.trailwise.chart.HeatMap;
import dev.trailwise.chart.Timeline;

/** A chart as a file of its own, with its colours, for light and dark pages. */
public final class SvgFile {
    private static final String STYLE = """
            <style>
            text { font: 12px system-ui, sans-serif; fill: #57606a }
            .label { fill: #24292f }
            .start { text-anchor: start } .middle { text-anchor: middle } .end { text-anchor: end }
            .bar { fill: #2f6fab } .grid { stroke: #d0d7de }
            .heat-0 { fill: #eaeef2 } .heat-1 { fill: #c6dbef } .heat-2 { fill: #9ecae1 }
            .heat-3 { fill: #6baed6 } .heat-4 { fill: #3182bd } .heat-5 { fill: #08519c }
            @media (prefers-color-scheme: dark) {
            text { fill: #8b949e } .label { fill: #e6edf3 } .bar { fill: #58a6ff } .grid { stroke: #30363d }
            }
            </style>
            """;

    private SvgFile() {}

    /** The text of the file. */
    public static String text(Chart chart) {
        String markup = svg(chart).markup();
        int end = markup.indexOf('\n') + 1;
        return markup.substring(0, end).replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                + STYLE
                + markup.substring(end);
    }

    private static SvgText svg(Chart chart) {
        if (chart instanceof Bars bars) {
            return BarsSvg.of(bars, "chart");
        }
        return chart instanceof Timeline timeline
                ? TimelineSvg.of(timeline, "chart")
                : HeatMapSvg.of((HeatMap) chart, "chart");
    }
}
