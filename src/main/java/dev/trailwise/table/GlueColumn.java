package dev.trailwise.table;

/**
 * A column as Glue holds it.
 *
 * @param name its name
 * @param type its Hive type, at most 131,072 characters
 * @param comment at most 255 characters; empty when there is none
 */
public record GlueColumn(String name, String type, String comment) {
    private static final int LONGEST_COMMENT = 255;
    private static final int LONGEST_TYPE = 131_072;

    /** @throws IllegalArgumentException when Glue would not take it */
    public GlueColumn {
        if (comment.length() > LONGEST_COMMENT || type.length() > LONGEST_TYPE) {
            throw new IllegalArgumentException("column " + name + " is too long for Glue: its comment has "
                    + comment.length() + " characters of " + LONGEST_COMMENT + ", its type " + type.length() + " of "
                    + LONGEST_TYPE);
        }
    }

    /** The column of a definition. Comments are kept to ASCII, which every catalog and DDL takes. */
    static GlueColumn of(Column column) {
        return new GlueColumn(
                column.name(), column.type().hive(), column.description().replace("…", "..."));
    }
}
