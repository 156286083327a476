package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RowText;
import dev.trailwise.text.Sanitizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tab-separated values, one row a line whatever is in it: tab, line feed, carriage return and backslash are {@code \t},
 * {@code \n}, {@code \r} and {@code \\}, and NULL is {@code \N}, as in PostgreSQL's and MySQL's text forms, or empty.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL COPY, text format</a>
 */
final class TsvRenderer implements RowSink {
    private final TextOutput out;
    private final RenderOptions options;

    TsvRenderer(TextOutput out, RenderOptions options) {
        this.out = out;
        this.options = options;
    }

    @Override
    public void begin(List<ResultColumn> columns) {
        if (options.header()) {
            row(columns.stream().map(ResultColumn::name).toArray());
        }
    }

    @Override
    public void row(@Nullable Object[] values) {
        StringBuilder buffer = out.buffer();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(buffer, values[i]);
        }
        out.endLine();
    }

    @Override
    public Optional<Supplier<RowText>> text(List<ResultColumn> columns) {
        if (out.eager()) {
            return Optional.empty();
        }
        // a formula is known by what it begins with
        PlainText plain = options.spreadsheetSafe() ? null : PlainText.of(this::append, true);
        LineText.Form form = LineText.Form.separated(columns.size(), "\t", this::append, plain);
        return Optional.of(() -> new LineText(form));
    }

    @Override
    public void rows(byte[] text, long count) {
        out.bytes(text, 0);
    }

    private void append(StringBuilder buffer, @Nullable Object value) {
        if (value == null) {
            buffer.append(options.blankNull() ? "" : "\\N");
        } else if (value instanceof Number) {
            buffer.append(ValueText.of(value));
        } else {
            appendText(buffer, ValueText.of(value));
        }
    }

    private void appendText(StringBuilder buffer, String value) {
        String text = options.spreadsheetSafe() ? Formulas.disarm(value) : value;
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\\' -> escaped.append("\\\\");
                default -> escaped.append(c);
            }
        }
        buffer.append(options.terminal() ? Sanitizer.text(escaped.toString()) : escaped);
    }

    @Override
    public void finish() {
        out.flush();
    }
}
