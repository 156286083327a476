package dev.trailwise.output;

import dev.trailwise.trail.AccountNames;
import java.util.List;

/**
 * How rows are shown. Times are always shown in UTC.
 *
 * @param width the columns of the terminal, at least {@value #LEAST_WIDTH}; tables fit it
 * @param color whether tables are coloured
 * @param header whether table, csv and tsv begin with the column names
 * @param columns the columns to show, in this order and in any letter case; all of them when empty
 * @param limit how many rows to show at most
 * @param spreadsheetSafe whether csv and tsv put an apostrophe before text that a spreadsheet would run as a formula
 * @param blankNull whether tsv writes NULL as an empty text, as jq does, and not as {@code \N}
 * @param terminal whether a person's terminal takes the output: csv and tsv then show control characters as escapes, and
 *     each row is shown as soon as it is there
 * @param names the names that a table shows after the ids of accounts
 */
public record RenderOptions(
        int width,
        boolean color,
        boolean header,
        List<String> columns,
        long limit,
        boolean spreadsheetSafe,
        boolean blankNull,
        boolean terminal,
        AccountNames names) {
    /** No width to fit: nothing is cut, as for a file or a pipe. */
    public static final int ANY_WIDTH = Integer.MAX_VALUE;

    /** The narrowest width that tables are made for. */
    public static final int LEAST_WIDTH = 20;

    /** @throws IllegalArgumentException when the width or the limit makes no sense */
    public RenderOptions {
        if (width < LEAST_WIDTH) {
            throw new IllegalArgumentException(
                    "a width of " + width + " is too narrow; it is at least " + LEAST_WIDTH + ", for example 80");
        }
        if (limit < 0) {
            throw new IllegalArgumentException("a limit of " + limit + " rows is negative; give one for example 100");
        }
        columns = List.copyOf(columns);
    }

    /** Eighty columns, no colour, a header, everything shown as it is. */
    public static RenderOptions defaults() {
        return new RenderOptions(80, false, true, List.of(), Long.MAX_VALUE, false, false, false, AccountNames.NONE);
    }

    public RenderOptions withWidth(int newWidth) {
        return new RenderOptions(newWidth, color, header, columns, limit, spreadsheetSafe, blankNull, terminal, names);
    }

    public RenderOptions withColor(boolean newColor) {
        return new RenderOptions(width, newColor, header, columns, limit, spreadsheetSafe, blankNull, terminal, names);
    }

    public RenderOptions withHeader(boolean newHeader) {
        return new RenderOptions(width, color, newHeader, columns, limit, spreadsheetSafe, blankNull, terminal, names);
    }

    public RenderOptions withColumns(List<String> newColumns) {
        return new RenderOptions(width, color, header, newColumns, limit, spreadsheetSafe, blankNull, terminal, names);
    }

    public RenderOptions withLimit(long newLimit) {
        return new RenderOptions(width, color, header, columns, newLimit, spreadsheetSafe, blankNull, terminal, names);
    }

    public RenderOptions withSpreadsheetSafe(boolean newSpreadsheetSafe) {
        return new RenderOptions(width, color, header, columns, limit, newSpreadsheetSafe, blankNull, terminal, names);
    }

    public RenderOptions withBlankNull(boolean newBlankNull) {
        return new RenderOptions(width, color, header, columns, limit, spreadsheetSafe, newBlankNull, terminal, names);
    }

    public RenderOptions withTerminal(boolean newTerminal) {
        return new RenderOptions(width, color, header, columns, limit, spreadsheetSafe, blankNull, newTerminal, names);
    }

    public RenderOptions withNames(AccountNames newNames) {
        return new RenderOptions(width, color, header, columns, limit, spreadsheetSafe, blankNull, terminal, newNames);
    }
}
