package dev.trailwise.chart.svg;

import dev.trailwise.chart.HeatMap;
import dev.trailwise.chart.Numbers;
import dev.trailwise.chart.svg.SvgDrawing.Anchor;

/** A cell a number, the stronger the larger. */
public final class HeatMapSvg {
    private static final int CELL = 24;
    private static final int LEFT = 44;
    private static final int TOP = 20;

    private HeatMapSvg() {}

    /**
     * Draws it.
     *
     * @param id of the picture, which no other picture of the page has
     */
    public static SvgText of(HeatMap map, String id) {
        int width = LEFT + map.columns().size() * CELL + 4;
        int height = TOP + map.rows().size() * CELL + 4;
        SvgDrawing drawing = new SvgDrawing(id, "heatmap", width, height, map.title(), description(map));
        for (int column = 0; column < map.columns().size(); column++) {
            double middle = LEFT + column * CELL + CELL / 2.0;
            drawing.text("axis", Anchor.MIDDLE, middle, TOP - 6, map.columns().get(column));
        }
        for (int row = 0; row < map.rows().size(); row++) {
            double y = TOP + row * CELL;
            drawing.text(
                    "axis", Anchor.END, LEFT - 6, y + CELL / 2.0 + 4, map.rows().get(row));
            for (int column = 0; column < map.columns().size(); column++) {
                drawing.box(
                        "heat-" + map.heat(row, column),
                        LEFT + column * CELL,
                        y,
                        CELL - 1,
                        CELL - 1,
                        map.rows().get(row) + " " + map.columns().get(column) + ": "
                                + Numbers.whole(map.value(row, column)) + " " + map.unit());
            }
        }
        return drawing.whole();
    }

    private static String description(HeatMap map) {
        long largest = map.largest();
        for (int row = 0; row < map.rows().size(); row++) {
            int column = map.values().get(row).indexOf(largest);
            if (largest > 0 && column >= 0) {
                return "Most " + map.unit() + ", " + Numbers.whole(largest) + ", at "
                        + map.rows().get(row) + " "
                        + map.columns().get(column) + ".";
            }
        }
        return "No " + map.unit() + ".";
    }
}
