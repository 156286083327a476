package dev.trailwise.sql;

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
}
