package dev.trailwise.text;

/**
 * Text as the content of an element, or as the value of a quoted attribute, of HTML and SVG. It is not safe anywhere else:
 * not in a script, a style, an address or the name of an element or attribute.
 */
public final class Markup {
    private Markup() {}

    /**
     * The text with each character that markup could give a meaning as a reference, and each hidden one as {@link Sanitizer}
     * shows it, so that the text is read as it is and nothing in it is.
     */
    public static String escape(String text) {
        String visible = Sanitizer.text(text);
        StringBuilder escaped = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char unit = visible.charAt(i);
            switch (unit) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '`' -> escaped.append("&#96;");
                default -> escaped.append(unit);
            }
        }
        return escaped.toString();
    }
}
