package dev.trailwise.chart.svg;

/** A picture as the text of an SVG element, in which all foreign text is escaped: only charts make one. */
public final class SvgText {
    private final String markup;

    SvgText(String markup) {
        this.markup = markup;
    }

    /** The markup, which goes into a page as it is. */
    public String markup() {
        return markup;
    }
}
