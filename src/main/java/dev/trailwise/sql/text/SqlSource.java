package dev.trailwise.sql.text;

/**
 * SQL as its author wrote it, and where: errors are reported at this place.
 *
 * @param name what to call it in an error: a file's path, or {@code <sql>} for text from the command line
 * @param text the SQL
 * @param firstLine the line of the file on which the text begins, 1 or more, for text below a front matter
 */
public record SqlSource(String name, String text, int firstLine) {
    /** Text that begins on its file's first line. */
    public SqlSource(String name, String text) {
        this(name, text, 1);
    }

    /** The line and column in the file of an offset of the text; an offset past the end is taken as the end. */
    public Position position(int offset) {
        int end = Math.max(0, Math.min(offset, text.length()));
        int line = firstLine;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                line++;
            }
        }
        return new Position(line, text.codePointCount(Excerpt.lineStart(text, end), end) + 1);
    }
}
