package dev.trailwise.chart.svg;

import dev.trailwise.chart.Bars;
import dev.trailwise.chart.Bars.Bar;
import dev.trailwise.chart.Numbers;
import dev.trailwise.chart.svg.SvgDrawing.Anchor;
import dev.trailwise.text.CellWidth;
import dev.trailwise.text.Sanitizer;

/** A bar a name, each below its name. */
public final class BarsSvg {
    private static final int WIDTH = 460;
    private static final int ROW = 34;
    private static final int BAR_HEIGHT = 10;
    private static final int NUMBER_WIDTH = 70;
    private static final int LABEL_COLUMNS = 60;

    private BarsSvg() {}

    /**
     * Draws them. Long names are cut.
     *
     * @param id of the picture, which no other picture of the page has
     */
    public static SvgText of(Bars bars, String id) {
        int height = Math.max(1, bars.bars().size()) * ROW;
        SvgDrawing drawing = new SvgDrawing(id, "bars", WIDTH, height, bars.title(), description(bars));
        for (int i = 0; i < bars.bars().size(); i++) {
            Bar bar = bars.bars().get(i);
            double y = i * ROW;
            double length = Math.max(1, (double) (WIDTH - NUMBER_WIDTH) * bar.value() / Math.max(1, bars.largest()));
            String number = Numbers.whole(bar.value());
            String label = Sanitizer.text(bar.label());
            drawing.text("label", Anchor.START, 0, y + 14, CellWidth.cut(label, LABEL_COLUMNS));
            drawing.box("bar", 0, y + 19, length, BAR_HEIGHT, bar.label() + ": " + number + " " + bars.unit());
            drawing.text("axis", Anchor.START, length + 6, y + 28, number);
        }
        return drawing.whole();
    }

    private static String description(Bars bars) {
        if (bars.bars().isEmpty()) {
            return "No " + bars.unit() + ".";
        }
        Bar first = bars.bars().get(0);
        return bars.bars().size() + " bars; the first is " + first.label() + " with " + Numbers.whole(first.value())
                + " " + bars.unit() + ".";
    }
}
