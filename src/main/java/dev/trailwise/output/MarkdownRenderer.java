package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.text.Sanitizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub table. Nothing in a value can end its cell, start markup or HTML, or become a link. NULL is an empty cell,
 * empty text is {@code ""}.
 *
 * @see <a href="https://github.github.com/gfm/#tables-extension-">GitHub Flavored Markdown, tables</a>
 */
final class MarkdownRenderer implements RowSink {
    private final TextOutput out;

    MarkdownRenderer(TextOutput out) {
        this.out = out;
    }

    @Override
    public void begin(List<ResultColumn> columns) {
        row(columns.stream().map(ResultColumn::name).toArray());
        for (ResultColumn column : columns) {
            out.text(column.isNumber() ? "| ---: " : "| --- ");
        }
        out.text('|').endLine();
    }

    @Override
    public void row(@Nullable Object[] values) {
        for (Object value : values) {
            out.text("| ");
            if (value != null) {
                String text = ValueText.of(value);
                appendCell(out.buffer(), text.isEmpty() ? "\"\"" : Sanitizer.text(text));
                out.text(' ');
            }
        }
        out.text('|').endLine();
    }

    private static void appendCell(StringBuilder buffer, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> buffer.append("&amp;");
                case '<' -> buffer.append("&lt;");
                case '>' -> buffer.append("&gt;");
                case '|', '\\', '`', '*', '_', '[', ']', '~', '$' ->
                    buffer.append('\\').append(c);
                // Bare http:// and www. become links by themselves.
                case ':' -> buffer.append(text.startsWith("//", i + 1) ? "\\:" : ":");
                case '.' -> buffer.append(i >= 3 && text.regionMatches(true, i - 3, "www", 0, 3) ? "\\." : ".");
                default -> buffer.append(c);
            }
        }
    }

    @Override
    public void finish() {
        out.flush();
    }
}
