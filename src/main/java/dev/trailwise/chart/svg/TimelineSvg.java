package dev.trailwise.chart.svg;

import dev.trailwise.chart.Numbers;
import dev.trailwise.chart.Timeline;
import dev.trailwise.chart.Timeline.Slot;
import dev.trailwise.chart.svg.SvgDrawing.Anchor;

/** Bars by time, with dots above the times that are marked. */
public final class TimelineSvg {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 230;
    private static final int LEFT = 52;
    private static final int TOP = 34;
    private static final int BOTTOM = 28;
    private static final int PLOT_WIDTH = WIDTH - LEFT - 12;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;

    /** Room for a label of the time axis, such as {@code 2026-10-07 12:00}. */
    private static final int LABEL_WIDTH = 130;

    private static final double LARGEST_DOT = 6;
    private static final double SMALLEST_DOT = 3.5;

    private final Timeline timeline;
    private final SvgDrawing drawing;
    private final long end;
    private final double step;

    private TimelineSvg(Timeline timeline, SvgDrawing drawing) {
        this.timeline = timeline;
        this.drawing = drawing;
        this.end = Numbers.axisEnd(timeline.largest());
        this.step = (double) PLOT_WIDTH / Math.max(1, timeline.slots().size());
    }

    /**
     * Draws it.
     *
     * @param id of the picture, which no other picture of the page has
     */
    public static SvgText of(Timeline timeline, String id) {
        SvgDrawing drawing = new SvgDrawing(id, "timeline", WIDTH, HEIGHT, timeline.title(), description(timeline));
        TimelineSvg svg = new TimelineSvg(timeline, drawing);
        svg.axis();
        svg.bars();
        svg.times();
        return drawing.whole();
    }

    private static String description(Timeline timeline) {
        if (timeline.slots().isEmpty()) {
            return "No " + timeline.unit() + ".";
        }
        long marked = timeline.slots().stream()
                .filter(slot -> slot.mark().isPresent())
                .count();
        return Numbers.whole(timeline.total()) + " " + timeline.unit() + " from "
                + timeline.slots().get(0).label() + " to "
                + timeline.slots().get(timeline.slots().size() - 1).label() + ", at most "
                + Numbers.whole(timeline.largest()) + " in a bar; " + Numbers.whole(marked) + " of "
                + Numbers.whole(timeline.slots().size()) + " bars marked.";
    }

    private void axis() {
        for (int part = 0; part <= 2; part++) {
            if (part == 1 && end % 2 == 1) {
                continue;
            }
            double y = TOP + PLOT_HEIGHT * (1 - part / 2.0);
            drawing.line(LEFT, y, PLOT_WIDTH);
            drawing.text("axis", Anchor.END, LEFT - 6, y + 4, Numbers.brief(end * part / 2));
        }
    }

    private void bars() {
        double gap = step > 4 ? 1 : 0;
        for (int i = 0; i < timeline.slots().size(); i++) {
            Slot slot = timeline.slots().get(i);
            double x = LEFT + i * step;
            String hint = slot.label() + ": " + Numbers.whole(slot.value()) + " " + timeline.unit()
                    + slot.mark().map(mark -> "; " + mark.text()).orElse("");
            if (slot.value() > 0) {
                double height = Math.max(1, (double) PLOT_HEIGHT * slot.value() / end);
                drawing.box("bar", x + gap / 2, TOP + PLOT_HEIGHT - height, step - gap, height, hint);
            }
            double radius = Math.min(LARGEST_DOT, Math.max(SMALLEST_DOT, step / 2 - 1));
            slot.mark()
                    .ifPresent(mark ->
                            drawing.dot("mark severity-" + mark.severity(), x + step / 2, TOP - 16, radius, hint));
        }
    }

    private void times() {
        int every = Math.max(1, (int) Math.ceil(LABEL_WIDTH / step));
        for (int i = 0; i < timeline.slots().size(); i += every) {
            double x = LEFT + i * step;
            if (i == 0 || x + LABEL_WIDTH <= WIDTH) {
                drawing.text(
                        "axis",
                        Anchor.START,
                        x,
                        HEIGHT - 8,
                        timeline.slots().get(i).label());
            }
        }
    }
}
