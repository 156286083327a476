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
 * Rows of one column that is JSON, one a line, byte for byte. On a terminal, characters that would drive it or hide are
 * escaped, which leaves the JSON the same value.
 */
final class RecordLines implements RowSink {
    private static final LineText.Form RAW =
            new LineText.Form(List.of(""), (out, json) -> out.append(json), "\n", null, true, false);

    private final TextOutput out;

    RecordLines(TextOutput out) {
        this.out = out;
    }

    @Override
    public void begin(List<ResultColumn> columns) {}

    @Override
    public void row(@Nullable Object[] values) {
        String json = String.valueOf(values[0]);
        if (out.eager()) {
            json.codePoints().forEach(c -> append(out.buffer(), c));
        } else {
            out.text(json);
        }
        out.endLine();
    }

    /** Only strings have such characters; a tab between tokens is none. */
    private static void append(StringBuilder buffer, int c) {
        if (c < ' ' || !Sanitizer.hidden(c)) {
            buffer.appendCodePoint(c);
            return;
        }
        for (char unit : Character.toChars(c)) {
            Sanitizer.appendUnit(buffer, unit);
        }
    }

    @Override
    public Optional<Supplier<RowText>> text(List<ResultColumn> columns) {
        return out.eager() ? Optional.empty() : Optional.of(() -> new LineText(RAW));
    }

    @Override
    public void rows(byte[] text, long count) {
        out.bytes(text, 0);
    }

    @Override
    public void finish() {
        out.flush();
    }
}
