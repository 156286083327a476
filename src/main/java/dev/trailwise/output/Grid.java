package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.text.CellWidth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row a line, in columns. */
final class Grid implements TableForm {
    static final String GAP = "  ";
    private static final String NULL = "-";

    private final TextOutput out;
    private final Colors colors;
    private final int[] widths;
    private final boolean[] right;
    private final String[] names;
    private final boolean cuts;

    /** @param cuts whether cells are cut to the widths, or written whole */
    Grid(TextOutput out, Colors colors, List<ResultColumn> columns, int[] widths, boolean header, boolean cuts) {
        this.cuts = cuts;
        this.out = out;
        this.colors = colors;
        this.widths = widths;
        this.right = new boolean[widths.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = columns.get(i).isNumber();
        }
        this.names = columns.stream().map(ResultColumn::name).toArray(String[]::new);
        if (header) {
            header(columns);
        }
    }

    private void header(List<ResultColumn> columns) {
        int spaces = 0;
        for (int i = 0; i < widths.length; i++) {
            String name = cut(columns.get(i).name(), i);
            spaces = cell(i, spaces, colors.bold(name), CellWidth.of(name));
        }
        out.endLine();
        for (int i = 0; i < widths.length; i++) {
            out.text(i == 0 ? "" : GAP).text(colors.dim("─".repeat(widths[i])));
        }
        out.endLine();
    }

    private String cut(String text, int column) {
        return cuts ? CellWidth.cut(text, widths[column]) : text;
    }

    @Override
    public void row(@Nullable String[] cells) {
        int spaces = 0;
        for (int i = 0; i < widths.length; i++) {
            String cell = cells[i];
            if (cell == null) {
                spaces = cell(i, spaces, colors.dim(NULL), NULL.length());
            } else {
                String text = cut(cell, i);
                spaces = cell(i, spaces, colors.value(names[i], text), CellWidth.of(text));
            }
        }
        out.endLine();
    }

    /** Writes the spaces owed and the cell; returns the spaces owed after it, which no line ends with. */
    private int cell(int column, int owed, String text, int width) {
        int padding = Math.max(0, widths[column] - width);
        out.text(" ".repeat(owed + (right[column] ? padding : 0))).text(text);
        return GAP.length() + (right[column] ? 0 : padding);
    }
}
