package dev.trailwise.output;

import java.util.Locale;

/** The forms an answer can be written in. All are UTF-8 and end each line with a line feed. */
public enum Format {
    TABLE("columns that fit the terminal, for people; long values are cut with '…'"),
    CSV("RFC 4180; NULL is an empty cell, empty text is \"\", as in Athena's own result files"),
    TSV("one row a line; NULL is \\N; tab, line feed, carriage return and backslash are \\t \\n \\r \\\\"),
    JSON("one array of objects"),
    NDJSON("one JSON object a line"),
    MARKDOWN("a table for tickets and reports");

    private final String description;

    Format(String description) {
        this.description = description;
    }

    /** What it looks like, in a few words. */
    public String description() {
        return description;
    }

    /** The word of the command line, such as {@code csv}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
