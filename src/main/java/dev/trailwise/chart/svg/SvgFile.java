package dev.trailwise.chart.svg;

import dev.trailwise.chart.Bars;
import dev.trailwise.chart.Chart;
import dev.trailwise.chart.HeatMap;
import dev.trailwise.chart.Timeline;
import dev.trailwise.text.Markup;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9]+) ([0-9]+)\"");
    private static final int HEAD = 28;

    private SvgFile() {}

    /** The text of the file: the chart below its title. */
    public static String text(Chart chart) {
        String picture = svg(chart).markup();
        Matcher size = SIZE.matcher(picture);
        if (!size.find()) {
            throw new IllegalStateException("a picture without a size");
        }
        int width = Integer.parseInt(size.group(1));
        int height = Integer.parseInt(size.group(2));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + (height + HEAD) + "\">\n"
                + STYLE
                + "<text class=\"label\" x=\"0\" y=\"16\">" + Markup.escape(chart.title()) + "</text>\n"
                + picture.replaceFirst(
                        "<svg ", "<svg y=\"" + HEAD + "\" width=\"" + width + "\" height=\"" + height + "\" ")
                + "</svg>\n";
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
