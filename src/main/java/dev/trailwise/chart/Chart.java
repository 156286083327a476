package dev.trailwise.chart;

/** What a chart shows. */
public sealed interface Chart permits Bars, HeatMap, Timeline {
    /** What it is about. */
    String title();
}
