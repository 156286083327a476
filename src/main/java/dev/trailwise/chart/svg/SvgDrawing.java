package dev.trailwise.chart.svg;

import dev.trailwise.text.Markup;
import java.util.Locale;

/**
 * An SVG picture that is being drawn. Every text in it is escaped.
 *
 * <p>Coordinates are in units of the picture, from its top left corner.
 */
final class SvgDrawing {
    private final StringBuilder svg = new StringBuilder();

    /**
     * An empty picture.
     *
     * @param id the beginning of the ids of its title and description, which no other picture of the page has
     * @param kind the class of the picture
     */
    SvgDrawing(String id, String kind, int width, int height, String title, String description) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"chart %s\" role=\"img\" aria-labelledby=\"%s-title %s-desc\" viewBox=\"0 0 %d %d\">\n",
                kind,
                id,
                id,
                width,
                height));
        svg.append(String.format(
                Locale.ROOT,
                "<title id=\"%s-title\">%s</title>\n<desc id=\"%s-desc\">%s</desc>\n",
                id,
                Markup.escape(title),
                id,
                Markup.escape(description)));
    }

    /** A filled rectangle with a hint for the mouse. */
    void box(String kind, double x, double y, double width, double height, String hint) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"><title>%s</title></rect>\n",
                kind,
                number(x),
                number(y),
                number(width),
                number(height),
                Markup.escape(hint)));
    }

    /** A filled circle with a hint for the mouse. */
    void dot(String kind, double x, double y, double radius, String hint) {
        svg.append(String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"><title>%s</title></circle>\n",
                kind,
                number(x),
                number(y),
                number(radius),
                Markup.escape(hint)));
    }

    /** A level line. */
    void line(double x, double y, double width) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"grid\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n",
                number(x),
                number(y),
                number(x + width),
                number(y)));
    }

    /** Which part of a text is at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A line of text whose foot is at y. */
    void text(String kind, Anchor anchor, double x, double y, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s %s\" x=\"%s\" y=\"%s\">%s</text>\n",
                kind,
                anchor.name().toLowerCase(Locale.ROOT),
                number(x),
                number(y),
                Markup.escape(text)));
    }

    /** The whole picture. */
    SvgText whole() {
        return new SvgText(svg + "</svg>\n");
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("[.]?0+$", "");
    }
}
