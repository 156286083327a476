package dev.trailwise.output;

import dev.trailwise.engine.NestedJson;
import dev.trailwise.engine.RowText;
import dev.trailwise.engine.Utf8;
import dev.trailwise.text.JsonStrings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Rows as bytes. Plain text is copied; whatever else a value is, the renderer of the format writes it. */
final class LineText implements RowText {
    private static final int FULL = 1 << 16;

    /**
     * How a format writes a row.
     *
     * @param before what comes before each cell
     * @param cell the renderer's own
     * @param end what ends the row
     * @param plain what the renderer does to ASCII text; null where it depends on more than each character
     * @param raw whether texts are written as they are
     * @param json whether arrays, rows and maps are JSON in the row, and not text that is JSON
     */
    record Form(
            List<String> before,
            BiConsumer<StringBuilder, @Nullable Object> cell,
            String end,
            @Nullable PlainText plain,
            boolean raw,
            boolean json) {
        Form(
                List<String> before,
                BiConsumer<StringBuilder, @Nullable Object> cell,
                String end,
                @Nullable PlainText plain) {
            this(before, cell, end, plain, false, false);
        }

        /** Cells with a separator between them, each row on a line. */
        static Form separated(
                int columns,
                String separator,
                BiConsumer<StringBuilder, @Nullable Object> cell,
                @Nullable PlainText plain) {
            List<String> before = new ArrayList<>(Collections.nCopies(columns, separator));
            before.set(0, "");
            return new Form(before, cell, "\n", plain);
        }
    }

    private final Form form;
    private final byte[][] before;
    private final byte[] end;
    private final byte[] none;
    private final StringBuilder scratch = new StringBuilder();
    private byte[] bytes = new byte[2 * FULL];
    private int size;

    LineText(Form form) {
        this.form = form;
        this.before = form.before.stream().map(TextOutput::encoded).toArray(byte[][]::new);
        this.end = TextOutput.encoded(form.end);
        this.none = text(null);
    }

    @Override
    public void row(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            append(before[i]);
            cell(values[i]);
        }
        append(end);
    }

    private void cell(@Nullable Object value) {
        if (value instanceof NestedJson json) {
            nested(json.text());
            return;
        }
        if (value instanceof Utf8 text && form.raw) {
            append(text.bytes(), text.from(), text.to());
            return;
        }
        if (value instanceof Utf8 text && form.plain != null) {
            int more = form.plain.size(text);
            if (more >= 0) {
                room(more);
                form.plain.put(text, more, bytes, size);
                size += more;
                return;
            }
        }
        append(value == null ? none : text(value instanceof Utf8 ? value.toString() : value));
    }

    /** JSON of an engine, which may escape other characters of a string than we do. */
    private void nested(Utf8 json) {
        boolean same = isPlain(json);
        if (!form.json) {
            cell(same ? json : rewritten(json));
        } else if (same) {
            append(json.bytes(), json.from(), json.to());
        } else {
            append(TextOutput.encoded(rewritten(json)));
        }
    }

    private static boolean isPlain(Utf8 json) {
        for (int i = json.from(); i < json.to(); i++) {
            byte c = json.bytes()[i];
            if (c < ' ' || c == '\\' || c == 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String rewritten(Utf8 json) {
        StringBuilder text = new StringBuilder();
        JsonStrings.append(text, json.toString());
        return text.toString();
    }

    /** What the renderer writes. */
    private byte[] text(@Nullable Object value) {
        scratch.setLength(0);
        form.cell.accept(scratch, value);
        return TextOutput.encoded(scratch.toString());
    }

    private void append(byte[] more) {
        append(more, 0, more.length);
    }

    private void append(byte[] more, int from, int to) {
        room(to - from);
        System.arraycopy(more, from, bytes, size, to - from);
        size += to - from;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(Math.addExact(size, more), Math.min(2 * bytes.length, bytes.length + (1 << 20))));
        }
    }

    @Override
    public boolean full() {
        return size >= FULL;
    }

    @Override
    public byte[] take() {
        byte[] text = Arrays.copyOf(bytes, size);
        size = 0;
        if (bytes.length > 16 * FULL) {
            bytes = new byte[2 * FULL];
        }
        return text;
    }
}
