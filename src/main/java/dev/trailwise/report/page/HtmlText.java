package dev.trailwise.report.page;

import dev.trailwise.text.Markup;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML that is being written. Names of elements and attributes are constants of this package; every text and every value of
 * an attribute is escaped.
 */
final class HtmlText {
    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private int ids;

    /** An id that nothing else on the page has. */
    String id(String kind) {
        ids++;
        return kind + "-" + ids;
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    HtmlText open(String element, String... attributes) {
        tag(element, attributes);
        open.push(element);
        return this;
    }

    /** An element that has no content. */
    HtmlText empty(String element, String... attributes) {
        return tag(element, attributes).line();
    }

    private HtmlText tag(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]);
            html.append("=\"").append(Markup.escape(attributes[i + 1])).append('"');
        }
        html.append('>');
        return this;
    }

    /** Ends the element that was begun last. */
    HtmlText close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    HtmlText text(String text) {
        html.append(Markup.escape(text));
        return this;
    }

    /** An element with a text alone. */
    HtmlText element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    HtmlText line() {
        html.append('\n');
        return this;
    }

    /** Markup that is safe already: a chart, or a style sheet or script of the program's own. */
    HtmlText trusted(String markup) {
        html.append(markup);
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return html.toString();
    }
}
