package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.text.CellWidth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field a line, for rows too wide for columns. Long values go on below, to {@value #MOST_LINES} lines. */
final class RecordView implements TableForm {
    private static final int MOST_LINES = 20;
    private static final int RULE = 40;
    private static final String NULL = "-";

    private final TextOutput out;
    private final Colors colors;
    private final String[] names;
    private final int nameWidth;
    private final int valueWidth;
    private long number;

    RecordView(TextOutput out, Colors colors, List<ResultColumn> columns, int width) {
        this.out = out;
        this.colors = colors;
        int widest = columns.stream()
                .mapToInt(column -> CellWidth.of(column.name()))
                .max()
                .orElse(0);
        this.nameWidth = Math.min(widest, width / 3);
        this.valueWidth = width - nameWidth - Grid.GAP.length();
        this.names = columns.stream()
                .map(column -> CellWidth.cut(column.name(), nameWidth))
                .toArray(String[]::new);
    }

    @Override
    public void row(@Nullable String[] cells) {
        number++;
        String rule = "── " + number + " ";
        int width = Math.min(RULE, nameWidth + Grid.GAP.length() + valueWidth);
        out.text(colors.dim(CellWidth.cut(rule + "─".repeat(Math.max(0, width - rule.length())), width)))
                .endLine();
        for (int i = 0; i < names.length; i++) {
            out.text(colors.bold(names[i]));
            String cell = cells[i];
            if (cell == null) {
                indent(nameWidth - CellWidth.of(names[i]));
                out.text(colors.dim(NULL)).endLine();
            } else {
                value(cell, nameWidth - CellWidth.of(names[i]));
            }
        }
    }

    private void value(String text, int firstIndent) {
        if (text.isEmpty()) {
            out.endLine();
            return;
        }
        int indent = firstIndent;
        int lines = 1;
        for (int start = 0; start < text.length(); lines++) {
            int end = CellWidth.indexAfter(text, start, valueWidth);
            indent(indent);
            if (lines == MOST_LINES && end < text.length()) {
                out.text(text.substring(start, CellWidth.indexAfter(text, start, valueWidth - 1)) + "…")
                        .endLine();
                return;
            }
            out.text(text.substring(start, end)).endLine();
            indent = nameWidth;
            start = end;
        }
    }

    private void indent(int spaces) {
        out.text(" ".repeat(spaces + Grid.GAP.length()));
    }
}
