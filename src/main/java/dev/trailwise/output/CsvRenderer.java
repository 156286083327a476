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
 * Comma-separated values.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>, but lines end with a line feed, as Athena's do
 */
final class CsvRenderer implements RowSink {
    private final TextOutput out;
    private final RenderOptions options;

    CsvRenderer(TextOutput out, RenderOptions options) {
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
                buffer.append(',');
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
        LineText.Form form = LineText.Form.separated(columns.size(), ",", this::append, plain);
        return Optional.of(() -> new LineText(form));
    }

    @Override
    public void rows(byte[] text, long count) {
        out.bytes(text, 0);
    }

    private void append(StringBuilder buffer, @Nullable Object value) {
        if (value instanceof Long || value instanceof Boolean) {
            buffer.append(value);
        } else if (value instanceof Number) {
            buffer.append(ValueText.of(value));
        } else if (value != null) {
            appendText(buffer, ValueText.of(value));
        }
    }

    private void appendText(StringBuilder buffer, String value) {
        String text = options.spreadsheetSafe() ? Formulas.disarm(value) : value;
        text = options.terminal() ? Sanitizer.text(text) : text;
        if (!needsQuotes(text)) {
            buffer.append(text);
            return;
        }
        buffer.append('"');
        int done = 0;
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
            buffer.append(text, done, quote + 1).append('"');
            done = quote + 1;
        }
        buffer.append(text, done, text.length()).append('"');
    }

    /** Empty text is quoted, to tell it from NULL; outer spaces are, for readers that trim. */
    private static boolean needsQuotes(String text) {
        if (text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ',' && (c == ',' || c == '"' || c == '\n' || c == '\r')) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void finish() {
        out.flush();
    }
}
